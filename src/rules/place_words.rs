//! What is said where a file has no place for a field. Hundreds of thousands of findings can say
//! the same, so it is put into words once for each field.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use engagement_records::fields::{KeptAs, NoPlace};

static ALL: LazyLock<BTreeMap<NoPlace, PlaceWords>> = LazyLock::new(|| {
    let all = NoPlace::all();
    all.map(|place| (place, PlaceWords::new(place))).collect()
});

/// What is said where a file has no place for one field.
#[derive(Debug)]
pub(super) struct PlaceWords {
    /// What the file has not got: `the table has no column ...`.
    pub(super) lacks: String,
    /// The same where somebody could have said why something was not done.
    pub(super) no_defence: String,
    /// What would give the field a place.
    pub(super) remedy: String,
}

impl PlaceWords {
    pub(super) fn of(place: NoPlace) -> &'static Self {
        ALL.get(&place)
            .unwrap_or_else(|| Box::leak(Box::new(PlaceWords::new(place))))
    }

    fn new(place: NoPlace) -> Self {
        let wanted = place.wanted();
        let lacks = format!("the {} has no {wanted}", place.kept_as.whole());
        let remedy = match place.kept_as {
            KeptAs::Row => format!(
                "Add a {wanted} to the table; if it has one under another heading, write that \
                 heading into `columns.yaml` beside the table, with `{}` behind it.",
                place.path()
            ),
            KeptAs::Column => format!(
                "Add a {wanted} to the form; if it has one under another name, write that name into \
                 `columns.yaml` beside the form, with `{}` behind it.",
                place.path()
            ),
            KeptAs::Entry => format!(
                "Add a {wanted} to the entry, or keep this in a table or a file of records."
            ),
        };
        PlaceWords {
            no_defence: format!("{lacks}, where a reason could stand"),
            lacks,
            remedy,
        }
    }
}

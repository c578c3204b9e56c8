//! What a column's heading means, surest first: what the keeper says it means; the field whose name
//! or usual heading it is; the field that its words are about; the one that its cells show.

mod meaning;
mod parts;
mod shapes;
#[cfg(test)]
mod tests;
mod vocabulary;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::evidence::Fit;
use super::exports::Export;
use super::known::{Holds, Known, WHO_CAME};
use crate::read::key::key;
use crate::record::{ColumnMeaning, FieldSpec, ImportSettings, RecordType, Vocabulary};
pub(super) use meaning::{DayPart, Likely, Meaning, Understood};
pub use meaning::{KnownBy, LAST_DAYS};
use parts::Readings;
use parts::is_all_common;
pub(super) use parts::{is_about_one_deed, survey_words};
use plain_values::without_brackets;
use shapes::Shape;

/// How like a known heading another one must be to have been meant for it: a slip in five letters.
/// Headings are short texts, and with more slips they are other texts.
const ALIKE: f64 = 0.8;

/// So many fields are named that a heading was perhaps meant for.
const MOST_LIKELY: usize = 3;

/// No heading is longer, in characters; what is longer is cut before it is compared.
const LONGEST: usize = 64;

/// The headings that are understood for one type of record.
pub(super) struct Headings {
    kind: RecordType,
    fields: Vec<Known>,
    by_key: BTreeMap<String, usize>,
    /// Names and usual headings that mean their field only where no cell speaks against it.
    left_open: BTreeMap<String, usize>,
    own: BTreeMap<String, Option<usize>>,
    /// What the program that wrote the table means by its headings.
    exported: BTreeMap<String, Option<usize>>,
    /// Of which program it is an export, where that is known.
    export: Option<&'static Export>,
}

/// The names of fields and usual headings of engagements that alone leave open what they mean.
static LEFT_OPEN: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let mut all = BTreeSet::new();
    for spec in RecordType::Engagement.fields() {
        add_open(spec, "", &mut all);
    }
    all
});

fn add_open(spec: &FieldSpec, above: &str, all: &mut BTreeSet<String>) {
    let path = key(&format!("{above} {}", spec.name));
    for below in spec.fields {
        add_open(below, &path, all);
    }
    let spellings = spec.headings.iter().map(|spelling| key(spelling));
    all.extend(spellings.chain([path]).filter(|key| parts::is_open(key)));
}

impl Headings {
    /// The program's headings and those of the area, which win.
    pub(super) fn new(kind: RecordType, words: &Vocabulary<'_>, imports: &ImportSettings) -> Self {
        let mut fields = vec![Known {
            path: "record".to_owned(),
            holds: Holds::Word,
            headings: &[],
        }];
        fields.extend(kind.leaves(words));
        let number = |path: &str| fields.iter().position(|known| known.path == path);
        let mut by_key = BTreeMap::new();
        for (at, known) in fields.iter().enumerate() {
            let spellings = known.headings.iter().map(|spelling| key(spelling));
            by_key.extend(spellings.map(|spelling| (spelling, at)));
        }
        // The names of fields come last, so that nothing can take them away.
        for (at, known) in fields.iter().enumerate() {
            by_key.insert(key(&known.path), at);
            if let Some(local) = known.path.strip_prefix("local.") {
                by_key.entry(key(local)).or_insert(at);
            }
        }
        let (left_open, by_key) = by_key.into_iter().partition(|(key, _): &(String, usize)| {
            kind == RecordType::Engagement && LEFT_OPEN.contains(key)
        });
        let own = imports.columns.iter().filter_map(|(heading, meaning)| {
            let at = match meaning {
                ColumnMeaning::Nothing => None,
                // A field of another type of record says nothing here.
                ColumnMeaning::Field(path) => Some(number(path)?),
            };
            Some((key(heading), at))
        });
        Headings {
            kind,
            own: own.collect(),
            exported: BTreeMap::new(),
            by_key,
            left_open,
            fields,
            export: None,
        }
    }

    /// The same for a table of which it is known which program wrote it. What the keeper says goes
    /// before.
    pub(super) fn of_export(mut self, export: &'static Export) -> Self {
        let columns = export.columns.iter();
        self.exported = columns
            .map(|(heading, path)| (key(heading), self.number(path)))
            .collect();
        self.export = Some(export);
        self
    }

    /// Of which program it is an export, where that is known.
    pub(super) fn export(&self) -> Option<&'static Export> {
        self.export
    }

    /// Whether nothing of a column is to be seen: who filled in a form of another program is nobody's
    /// business, and a log's own people are left out where the rest of it is written.
    pub(super) fn hide(&self, meaning: Meaning) -> bool {
        meaning == Meaning::People && self.export.is_some()
    }

    /// The type of record.
    pub(super) fn kind(&self) -> RecordType {
        self.kind
    }

    /// A field by its number.
    pub(super) fn field(&self, at: usize) -> Option<&Known> {
        self.fields.get(at)
    }

    /// Whether records of this type have a field.
    pub(super) fn has(&self, path: &str) -> bool {
        self.number(path).is_some()
    }

    /// The number of the field with this path.
    pub(super) fn number(&self, path: &str) -> Option<usize> {
        self.fields.iter().position(|known| known.path == path)
    }

    /// Whether a heading is known by itself: no words or cells are needed to tell what it means.
    pub(super) fn knows(&self, heading: &str) -> bool {
        let keys = readings(heading);
        let is_known = |key: &String| {
            self.by_key.contains_key(key) || matches!(self.own.get(key), Some(Some(_)))
        };
        keys.iter().any(is_known)
    }

    /// What a heading means by itself. `above` is the heading over several columns, if there is one.
    pub(super) fn meaning(&self, heading: &str, above: Option<&str>) -> Meaning {
        self.understood(heading, above, &|_| Fit::Possible).meaning
    }

    /// What a heading means over cells that `fit` a field or do not.
    pub(super) fn understood(
        &self,
        heading: &str,
        above: Option<&str>,
        fit: &dyn Fn(&Known) -> Fit,
    ) -> Understood {
        let written = |meaning, by| Understood { meaning, by };
        let joined = above.map(|above| format!("{above} {heading}"));
        let joined = joined.as_deref();
        for key in joined.iter().copied().chain([heading]).flat_map(readings) {
            let keeper = self.own.get(&key).map(|at| (at, KnownBy::Keeper));
            let export = || self.exported.get(&key).map(|at| (at, KnownBy::Export));
            if let Some((at, by)) = keeper.or_else(export) {
                return written(at.map_or(Meaning::Nothing, Meaning::Field), by);
            }
        }
        let written_so = key(heading);
        if LAST_DAYS.iter().any(|last| key(last) == written_so) {
            return written(Meaning::LastDay, KnownBy::Heading);
        }
        let people = self.export.map_or(&[][..], |export| export.people);
        if people.contains(&key(heading).as_str()) {
            return written(Meaning::People, KnownBy::Export);
        }
        let declared = |heading: &str| {
            let mut keys = readings(heading).into_iter();
            let at = *keys.find_map(|key| self.by_key.get(&key))?;
            Some(written(Meaning::Field(at), KnownBy::Heading))
        };
        let by_itself = |heading: &str| declared(heading).or_else(|| self.inferred(heading, fit));
        let is_known = |understood: &Understood| understood.meaning != Meaning::Unknown;
        let unknown = written(Meaning::Unknown, KnownBy::Heading);
        let alone = by_itself(heading);
        // `When` over a heading says nothing that the heading does not say better.
        let with_above = match above {
            Some(above) if is_all_common(above) => joined
                .and_then(declared)
                .or(alone)
                .or_else(|| joined.and_then(by_itself)),
            _ => joined.and_then(by_itself),
        };
        if let Some(understood) = with_above.filter(is_known) {
            return understood;
        }
        let alone = alone.unwrap_or(unknown);
        // The day or status under `Feedback` is not that of the engagement.
        let is_of_engagement = |at: usize| {
            let known = self.field(at);
            known.is_some_and(|known| !known.path.contains('.'))
        };
        if above.is_some_and(is_about_one_deed) && alone.meaning.fields().any(is_of_engagement) {
            return unknown;
        }
        alone
    }

    /// The field that the words of a heading, and the cells below it, are about. Nothing where the
    /// words say nothing.
    fn inferred(&self, heading: &str, fit: &dyn Fn(&Known) -> Fit) -> Option<Understood> {
        if self.kind != RecordType::Engagement {
            return None;
        }
        let Readings { sure, open } = parts::readings(heading);
        if sure.is_none() && open.is_empty() {
            return None;
        }
        let fits = |meaning: Meaning| {
            let known = meaning.fields().next().and_then(|at| self.field(at));
            known.map_or(Fit::Contradicted, fit)
        };
        let sure = sure
            .and_then(|target| self.target(target))
            .filter(|meaning| fits(*meaning) != Fit::Contradicted);
        let shown = || {
            let open = open.iter().filter_map(|target| self.target(target));
            let mut shown = open.filter(|meaning| fits(*meaning) == Fit::Shown);
            shown.next().filter(|_| shown.next().is_none())
        };
        // Under its usual heading, a column that is blank everywhere is blank for its field.
        let blank = || {
            let mut keys = readings(heading).into_iter();
            let meaning = Meaning::Field(*keys.find_map(|key| self.left_open.get(&key))?);
            (fits(meaning) == Fit::Blank).then_some(meaning)
        };
        // Where those who came are not counted, they are named.
        // Numbers alone count them where the heading asks for nobody else: `Who came`.
        let people = || {
            let shape = open.iter().find(|shape| shape.path == WHO_CAME)?;
            let meaning = self.target(shape)?;
            match fits(meaning) {
                Fit::Contradicted => Some(Meaning::People),
                Fit::Possible if key(heading).starts_with("who ") => Some(meaning),
                Fit::Possible | Fit::Shown | Fit::Blank => None,
            }
        };
        let by = |by| move |meaning| Understood { meaning, by };
        let sure = sure.map(by(KnownBy::Words));
        let inferred = sure.or_else(|| shown().map(by(KnownBy::Cells)));
        let blank = || blank().map(by(KnownBy::Blank));
        let people = || people().map(by(KnownBy::Cells));
        let unknown = by(KnownBy::Words)(Meaning::Unknown);
        Some(inferred.or_else(blank).or_else(people).unwrap_or(unknown))
    }

    fn target(&self, target: &Shape) -> Option<Meaning> {
        let event = self.number(target.path);
        match target.of_survey {
            None => event.map(Meaning::Field),
            Some(survey) => self
                .number(survey)
                .map(|survey| Meaning::ByKind { event, survey }),
        }
    }

    /// The fields that a heading that is not understood was perhaps meant for: those that its words
    /// are about, those whose headings are spelled much like it, and those that some of its words
    /// are about. Only those that its cells `fit` are named; where all are blank, only those with a
    /// heading that is spelled like it.
    pub(super) fn likely(&self, heading: &str, fit: &dyn Fn(&Known) -> Fit) -> Likely {
        // Somebody's birth is no field of anything, and its day no event's.
        let words = key(heading);
        if words
            .split(' ')
            .any(|word| matches!(word, "birth" | "dob" | "born" | "birthdate"))
        {
            return Likely::default();
        }
        let is_engagement = self.kind == RecordType::Engagement;
        let by_path = |path: &'static str| self.field(self.number(path)?);
        let of_paths = |paths: fn(&str) -> Vec<&'static str>| -> Vec<&Known> {
            let paths = is_engagement.then(|| paths(heading));
            paths.into_iter().flatten().filter_map(by_path).collect()
        };
        let by_words = of_paths(parts::by_all_words);
        let alike = self.alike(heading);
        let is_misspelled = by_words.is_empty() && !alike.is_empty();
        let by_some_words = of_paths(parts::by_some_words);
        let by_words_shared = self.sharing_words(heading);
        let mut likely: Vec<&Known> = Vec::new();
        let is_alike: Vec<&str> = alike.iter().map(|known| known.path.as_str()).collect();
        let allow = |known: &Known| match fit(known) {
            Fit::Contradicted => false,
            Fit::Blank => is_misspelled && is_alike.contains(&known.path.as_str()),
            Fit::Shown | Fit::Possible => true,
        };
        let all = by_words.into_iter().chain(alike.iter().copied());
        for known in all.chain(by_some_words).chain(by_words_shared) {
            if likely.len() < MOST_LIKELY && !likely.contains(&known) && allow(known) {
                likely.push(known);
            }
        }
        Likely {
            is_misspelled: is_misspelled && !likely.is_empty(),
            paths: likely.into_iter().map(|known| known.path.clone()).collect(),
        }
    }

    /// The fields with a heading of which at least half of the words are those of this one, and one
    /// of them says something; those that share most first.
    fn sharing_words(&self, heading: &str) -> Vec<&Known> {
        let key = key(heading);
        let words: BTreeSet<&str> = key.split(' ').collect();
        let all = self.by_key.iter().chain(&self.left_open);
        let sharing = all.filter_map(|(known, at)| {
            let other: BTreeSet<&str> = known.split(' ').collect();
            let shared = words.intersection(&other);
            let says_something = shared.clone().any(|word| !parts::is_common(word));
            let (shared, all) = (shared.count(), words.union(&other).count());
            (says_something && shared * 2 >= all).then_some((all - shared, *at))
        });
        let mut sharing: Vec<(usize, usize)> = sharing.collect();
        sharing.sort_by_key(|(apart, _)| *apart);
        sharing
            .into_iter()
            .filter_map(|(_, at)| self.field(at))
            .collect()
    }

    /// The fields with a heading that is spelled much like this one, the nearest first.
    fn alike(&self, heading: &str) -> Vec<&Known> {
        let wrong: String = key(heading).chars().take(LONGEST).collect();
        let all = self.by_key.iter().chain(&self.left_open);
        let alike = all.filter_map(|(known, at)| {
            let alike = strsim::normalized_damerau_levenshtein(&wrong, known);
            (alike >= ALIKE).then_some((alike, *at))
        });
        let mut alike: Vec<(f64, usize)> = alike.collect();
        alike.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        alike
            .into_iter()
            .filter_map(|(_, at)| self.field(at))
            .collect()
    }
}

/// The spellings of a heading under which it may be known, the fullest first.
fn readings(heading: &str) -> Vec<String> {
    let mut all = vec![key(heading)];
    let bare = without_brackets(heading);
    if bare != heading && !parts::bears_on_meaning(heading) {
        all.push(key(&bare));
    }
    let shorter: Vec<String> = all
        .iter()
        .filter_map(|key| {
            ["y n", "yes no", "yn", "dd mm yyyy", "dd mm yy"]
                .iter()
                .find_map(|ending| key.strip_suffix(ending))
                .map(|rest| rest.trim_end().to_owned())
        })
        .collect();
    all.extend(shorter);
    all.retain(|key| !key.is_empty());
    all
}

//! What the program writes into the repository: reports of the examples, outputs in the README,
//! the page of fields.

use std::fs;

use crate::root;

/// Holds a file against what the program gives now. With `INSTA_UPDATE=always`, as for the
/// snapshots of insta, the file is written again.
pub(crate) fn is_up_to_date(path: &str, now: &str) {
    let file = root().join(path);
    if std::env::var_os("INSTA_UPDATE").is_some_and(|update| update == "always") {
        fs::write(&file, now).unwrap();
        return;
    }
    let before = fs::read_to_string(&file).unwrap().replace("\r\n", "\n");
    let differs = before
        .lines()
        .zip(now.lines())
        .find(|(old, new)| old != new);
    assert!(
        before == now,
        "{path} has changed, first at {differs:#?}\nIf it should, make it again with\n\
         INSTA_UPDATE=always cargo test --test suite -- expected readme field_page"
    );
}

//! Files that hold identifiers are forgiven those that they had, and no more.

use super::{DAY, Folder, board, cause};

/// A file that was forgiven one identifier is not forgiven the next, of the same kind or another, and
/// taking one out is nothing new.
#[test]
fn another_identifier_in_a_known_file_is_new() {
    let with = |remarks: &[&str]| {
        let remarks = remarks.iter().map(|remark| format!("# {remark}\n"));
        board("One", "2026-01-20") + &remarks.collect::<String>()
    };
    let (born, other, pupil) = ("DOB 04/11/2014", "DOB 05/12/2013", "J877200024001");
    let folder = Folder::new(&[("a.yaml", &with(&[born, pupil]))], DAY[1]);
    let known = folder.baseline();
    let found: Vec<&str> = known
        .lines()
        .filter(|line| line.starts_with("found "))
        .filter_map(|line| line.splitn(3, ' ').nth(2))
        .collect();
    assert_eq!(found, ["1 unique pupil number", "1 date of birth"]);
    let strict = [&DAY[..], &["--clause", "W3c", "--strict"]].concat();
    let code = |remarks: &[&str]| {
        folder.write("a.yaml", &with(remarks));
        let (code, out) = folder.check(&strict);
        assert!(
            code == 0 || cause(&out).ends_with(": records changed"),
            "{out}"
        );
        code
    };
    assert_eq!(code(&[born, pupil]), 0);
    assert_eq!(code(&[pupil]), 0);
    assert_eq!(code(&[other]), 0);
    assert_eq!(code(&[born, other, pupil]), 1);
    // One out and one of another kind in.
    assert_eq!(code(&[born, "surname: Example"]), 1);
    assert_eq!(code(&[born, pupil, "surname: Example"]), 1);
}

/// What one side of a merge accepted is accepted.
#[test]
fn of_two_versions_of_a_baseline_the_larger_number_counts() {
    let one = board("One", "2026-01-20") + "# DOB 04/11/2014\n";
    let two = one.clone() + "# DOB 05/12/2013\n";
    let folder = Folder::new(&[("a.yaml", &two)], DAY[1]);
    let larger = folder.baseline();
    folder.write("a.yaml", &one);
    folder.remember(DAY[1]);
    let smaller = folder.baseline();
    folder.write("a.yaml", &two);
    let strict = [&DAY[..], &["--clause", "W3c", "--strict"]].concat();
    assert_eq!(folder.check(&strict).0, 1);
    for merged in [smaller.clone() + &larger, larger + &smaller] {
        std::fs::write(folder.at().join("known.txt"), merged).unwrap();
        let (code, out) = folder.check(&strict);
        assert_eq!(code, 0, "{out}");
    }
}

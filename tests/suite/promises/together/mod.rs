//! What several records say of one thing: a project, a decision, a quarter. Each folder is small enough
//! to judge by hand, and says why the verdict is what it is.

mod claims;
mod contradiction;
mod decisions;
mod first;
mod reached;
mod silence;
mod undated;
mod unknowns;
mod whose;

use charter_audit::rules::Verdict;

use crate::Bench;

/// Records, what an area's charter says beside `extends: built-in`, and what they come to.
struct Folder {
    what: &'static str,
    charter: &'static str,
    records: &'static str,
    /// As-of date, clause, the id or name of what is judged, verdict, and part of the reason given.
    verdicts: &'static [(
        &'static str,
        &'static str,
        &'static str,
        Verdict,
        &'static str,
    )],
}

/// What most folders are judged by: the last day of a quarter, some weeks after the events.
const DAY: &str = "2026-03-31";

/// The council signed on 1 March, the forum in January.
const SIGNED_IN_MARCH: &str = "parties:
  council: { name: Elm Council, side: organisation, signed: 2026-03-01 }
  forum: { name: Elm Forum, side: forum, signed: 2026-01-01 }
";

fn hold(folders: &[Folder]) {
    let mut otherwise = Vec::new();
    for folder in folders {
        let charter = format!("extends: built-in\n{}", folder.charter);
        let bench = Bench::under(Some(&charter), &[("records.yaml", folder.records)]);
        assert_eq!(bench.faults(), [], "{}", folder.what);
        for (as_of, clause, about, verdict, words) in folder.verdicts {
            let audit = bench.audit(as_of);
            let found: Vec<(Verdict, &str)> = audit
                .findings
                .iter()
                .filter(|finding| finding.clause.id == *clause)
                .filter(|finding| {
                    [&finding.about.id, &finding.about.name].contains(&&(*about).into())
                })
                .map(|finding| (finding.verdict, finding.evidence.as_ref()))
                .collect();
            let is_so = |(said, why): &(Verdict, &str)| said == verdict && why.contains(words);
            if found.len() != 1 || !found.iter().all(is_so) {
                let what = folder.what;
                otherwise.push(format!(
                    "{what}: {clause} about {about} as of {as_of}: {found:?}, expected {verdict:?}: {words}"
                ));
            }
        }
    }
    assert!(otherwise.is_empty(), "{}", otherwise.join("\n"));
}

//! Whose an engagement was, and what a table says of all its rows.

use charter_audit::audit::Holders;
use charter_audit::rules::Verdict;

use super::{AS_OF, bench, said};

#[test]
fn what_nobody_says_they_held_is_held_against_no_party() {
    let record =
        |more: &str| format!("title: Board\nkind: meeting\nstatus: held\ndate: 2026-03-12\n{more}");
    for (more, is_nobodys) in [("", true), ("organisers: [council]\n", false)] {
        let bench = bench(&[("a.yaml", &record(more))]);
        for clause in ["O4e1", "O2a"] {
            said(&bench, clause, |finding| {
                assert_eq!(finding.verdict, Verdict::NotKept, "{clause}");
                assert_eq!(finding.holders == Holders::Unsaid, is_nobodys, "{clause}");
            });
        }
        let text = bench.outputs(AS_OF).0;
        assert_eq!(
            text.contains("whoever held it; the record does not say"),
            is_nobodys,
            "{text}"
        );
    }
}

#[test]
fn a_table_says_once_what_all_of_its_rows_leave_out() {
    let table = "Title,Type,Date,Organiser,Feedback sent\nOne,meeting,12/03/2026,,no\n\
                 Two,meeting,13/03/2026,forum,no\n";
    let columns = |defaults: &str| format!("defaults: {{ {defaults} }}\n");
    let ours = columns("organisers: [council], audience: [parents]");
    let bench = bench(&[("columns.yaml", &ours), ("log.csv", table)]);
    assert_eq!(bench.faults(), []);
    let record = |at: usize| &bench.reading.records.engagements[at];
    for at in [0, 1] {
        assert_eq!(record(at).audience.get().map(Vec::len), Some(1));
    }
    let audit = bench.audit(AS_OF);
    let feedback: Vec<(Verdict, bool)> = audit
        .findings
        .iter()
        .filter(|one| one.clause.id == "O4e1")
        .map(|one| (one.verdict, one.holders == Holders::Unsaid))
        .collect();
    assert_eq!(
        feedback,
        [(Verdict::NotKept, false), (Verdict::DoesNotApply, false)]
    );
    let place = bench
        .sources
        .address(record(0).organisers.answer(record(0).span).span());
    assert_eq!(place, "columns.yaml:1:26");
}

#[test]
fn a_default_that_is_no_party_is_a_fault_where_it_stands() {
    let columns = "defaults: { organisers: [nobody], audiense: [parents] }\n";
    let bench = bench(&[
        ("columns.yaml", columns),
        ("log.csv", "Title,Type,Date\nOne,meeting,12/03/2026\n"),
    ]);
    assert_eq!(
        bench.faults(),
        [("wrong-value", 1, 26), ("unknown-field", 1, 35)]
    );
}

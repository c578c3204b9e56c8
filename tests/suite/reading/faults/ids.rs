//! Ids that two records share, and explanations that could mean either.

use charter_audit::rules::Verdict;

use crate::Bench;

#[test]
fn an_id_used_twice_names_both_places() {
    let bench = Bench::new(&[
        ("a.yaml", "id: x\ntitle: One\ndate: 2026-02-26\n"),
        ("b.yaml", "title: Two\nid: x\ndate: 2026-02-27\n"),
    ]);
    let fault = &bench.reading.faults[0];
    assert_eq!(fault.code, "duplicate-id");
    let places: Vec<String> = fault
        .labels
        .iter()
        .map(|label| bench.sources.address(label.span))
        .collect();
    assert_eq!(places, ["b.yaml:1:1", "a.yaml:1:1"]);
    assert_eq!(
        bench.reading.records.engagements.len(),
        2,
        "both are judged"
    );
}

#[test]
fn files_of_the_same_name_are_no_fault() {
    let day = "title: One\nkind: meeting\ndate: 2026-02-26\n";
    let bench = Bench::new(&[
        (
            "2025/log.csv",
            "Title,Date\nBoard,26/02/2025\nPanel,27/02/2025\n",
        ),
        (
            "2026/log.csv",
            "Title,Date\nBoard,26/02/2026\nPanel,27/02/2026\n",
        ),
        (
            "2026/log.tsv",
            "Title\tDate\nBoard\t28/02/2026\nPanel\t01/03/2026\n",
        ),
        ("a/board.yaml", day),
        ("b/board.yaml", &day.replace("One", "Two")),
        // Nor is it one to be called like a file somewhere else.
        (
            "c.yaml",
            "id: board\ntitle: Three\nkind: meeting\ndate: 2026-02-27\n",
        ),
    ]);
    assert_eq!(bench.faults(), []);
    let ids: Vec<&str> = bench
        .reading
        .records
        .engagements
        .iter()
        .map(|it| it.id.as_str())
        .collect();
    assert_eq!(
        ids,
        [
            "log#2", "log#3", "log#2", "log#3", "log#2", "log#3", "board", "board", "board"
        ]
    );
}

#[test]
fn an_explanation_must_say_which_of_two_records_it_is_for() {
    // Invited ten days before, where the standard is more.
    let late = "title: Board\nkind: meeting\ndate: 2026-02-26\nnotice: { sent: 2026-02-16 }\n";
    let early = late.replace("2026-02", "2025-02");
    let explained = "record: explanation\nengagement: board\nclause: O4a1\nreason: other\n\
         because: the room was lost\ninstead: a second meeting\nagreed_on: 2026-02-15\n\
         until: 2026-03-31\n\
         agreed_by: [{ party: forum, role: chair }, { party: council, role: head }]\n";
    let alone = Bench::new(&[("2026/board.yaml", late), ("why.yaml", explained)]);
    assert_eq!(alone.faults(), []);
    assert_eq!(
        alone.verdict("2026-07-31", "O4a1", "board"),
        Verdict::Explained
    );

    let bench = Bench::new(&[
        ("2025/board.yaml", &early),
        ("2026/board.yaml", late),
        ("why.yaml", explained),
    ]);
    assert_eq!(bench.faults(), [("ambiguous-id", 2, 13)]);
    let fault = &bench.reading.faults[0];
    assert!(fault.message.contains("`board`"), "{fault:?}");
    assert!(fault.help.as_ref().unwrap().contains("ids of their own"));
    let places: Vec<String> = fault
        .labels
        .iter()
        .map(|label| bench.sources.address(label.span))
        .collect();
    assert_eq!(
        places,
        [
            "why.yaml:2:13",
            "2025/board.yaml:1:1",
            "2026/board.yaml:1:1"
        ]
    );
    assert_eq!(
        bench.verdict("2026-07-31", "O4a1", "board"),
        Verdict::NotKept
    );

    // With an id of its own, it is known which one is meant; the other stands as it was.
    let own = format!("id: board-2026\n{late}");
    let bench = Bench::new(&[
        ("2025/board.yaml", &early),
        ("2026/board.yaml", &own),
        (
            "why.yaml",
            &explained.replace("engagement: board", "engagement: board-2026"),
        ),
    ]);
    assert_eq!(bench.faults(), []);
    assert_eq!(
        bench.verdict("2026-07-31", "O4a1", "board"),
        Verdict::NotKept
    );
    assert_eq!(
        bench.verdict("2026-07-31", "O4a1", "board-2026"),
        Verdict::Explained
    );
}

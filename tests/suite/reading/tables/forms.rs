//! Forms: headings in a column, and a record in each column beside them.

use super::{faults, record, says, tables};
use crate::Bench;
use identifiers::redact::Redactor;

const FORM: &str = "Title,Spring board\nDate,12/03/2026\nStart,10:00\nInvite sent,01/03/2026\n\
                    Feedback sent,20/03/2026\n";

fn ids(bench: &Bench) -> Vec<&str> {
    let records = bench.reading.records.engagements.iter();
    records.map(|record| record.id.as_str()).collect()
}

#[test]
fn a_form_is_a_record_and_every_place_in_it_leads_to_its_cell() {
    let bench = tables(&[("form.csv", FORM)]);
    assert_eq!(ids(&bench), ["form#B1"]);
    for (path, said) in [
        ("title", "Text(\"Spring board\")"),
        ("date", "Date(2026-03-12)"),
        ("start", "Time(10:00:00)"),
        ("notice.sent", "Date(2026-03-01)"),
        ("feedback.sent", "Date(2026-03-20)"),
    ] {
        assert_eq!(says(&bench, "form#B1", path), said, "{path}");
    }
    let sent = record(&bench, "form#B1").notice.get().unwrap();
    let sent = sent.sent.spanned().unwrap().span;
    assert_eq!(bench.sources.address(sent), "form.csv › B4");
    assert_eq!(
        bench
            .sources
            .get(sent.source)
            .unwrap()
            .in_file(sent)
            .map(|(line, _)| line),
        Some(4)
    );
    assert_eq!(faults(&bench), []);
    // What has no row has no place.
    assert!(record(&bench, "form#B1").papers.no_place().is_some());
}

#[test]
fn several_records_stand_beside_each_other_and_remarks_behind_them() {
    let bench = tables(&[(
        "form.csv",
        "Engagement log 2026,,,\n,,,\nTitle:,Spring board,Summer board,\n\
         Date:,12/03/2026,14 May,moved once\nType:,meeting,workshop,\n,,,\nNotice,,,\n\
         Date sent,01/03/2026,20/04/2026,\nFeedback,,,\nSent,20/03/2026,,\nHow,email,,\n\
         Colour,red,,\n,scarlet,,\nsigned off,,,\n",
    )]);
    assert_eq!(ids(&bench), ["form#B3", "form#C3"]);
    assert_eq!(says(&bench, "form#B3", "notice.sent"), "Date(2026-03-01)");
    assert_eq!(says(&bench, "form#B3", "feedback.sent"), "Date(2026-03-20)");
    assert_eq!(
        says(&bench, "form#B3", "feedback.channel"),
        "Text(\"email\")"
    );
    assert_eq!(says(&bench, "form#C3", "date"), "Date(2026-05-14)");
    assert_eq!(says(&bench, "form#C3", "feedback.sent"), "silent");
    assert_eq!(
        faults(&bench),
        [("unknown-heading", "form.csv › A12".to_owned())]
    );
    let passed = &bench.reading.passed_over;
    assert_eq!(
        *passed,
        [("lines of forms with nothing beside them".to_owned(), 1)]
    );
}

#[test]
fn forms_below_and_beside_each_other_are_records_each() {
    let bench = tables(&[(
        "form.csv",
        "Title,Spring board,,Title,Panel\nDate,12/03/2026,,Date,13/03/2026\n\
         Invite sent,01/03/2026,,Parents,8\n,,,Staff,3\nTitle,Summer board,,,\nDate,14/05/2026,,,\n\
         Invite sent,01/05/2026,,,\n,,,,\nTitle,Autumn board,,,\nDate,14/09/2026,,,\n\
         Invite sent,01/09/2026,,,\nFeedback sent,20/09/2026,,,\n",
    )]);
    assert_eq!(ids(&bench), ["form#B1", "form#B5", "form#B9", "form#E1"]);
    assert_eq!(says(&bench, "form#B5", "notice.sent"), "Date(2026-05-01)");
    assert_eq!(says(&bench, "form#B9", "feedback.sent"), "Date(2026-09-20)");
    assert_eq!(says(&bench, "form#E1", "date"), "Date(2026-03-13)");
    // Only the form that has a row for feedback has a place for it.
    assert!(record(&bench, "form#B5").feedback.no_place().is_some());
    let sent = record(&bench, "form#B5").notice.get().unwrap();
    let place = sent.sent.spanned().unwrap().span;
    assert_eq!(bench.sources.address(place), "form.csv › B7");
    assert_eq!(faults(&bench), []);
}

#[test]
fn titles_may_stand_over_the_columns_and_a_table_below_the_form() {
    let bench = tables(&[(
        "form.csv",
        "Our meetings,,\n,Spring board,Panel\nDate,12/03/2026,13/03/2026\nStart,10:00,\n\
         Invite sent,01/03/2026,\n,,\nTitle,Date,Parents\nDrop-in,20/04/2026,4\n",
    )]);
    assert_eq!(ids(&bench), ["form#B2", "form#C2", "form#8"]);
    assert_eq!(says(&bench, "form#C2", "title"), "Text(\"Panel\")");
    assert_eq!(says(&bench, "form#8", "title"), "Text(\"Drop-in\")");
    assert_eq!(faults(&bench), []);
}

#[test]
fn a_record_of_little_more_than_its_title_and_day_is_one() {
    let bench = tables(&[(
        "form.csv",
        "Title,Spring board,Panel,to confirm\nDate,12/03/2026,13/05/2026,moved twice\n\
         Start,10:00,,\nEnd,12:00,,\nVenue,Hub,,\nInvite sent,01/03/2026,,\nParents,4,,\n",
    )]);
    assert_eq!(ids(&bench), ["form#B1", "form#C1"]);
    assert_eq!(says(&bench, "form#C1", "date"), "Date(2026-05-13)");
    // A place for it is there, and nobody wrote anything.
    assert!(record(&bench, "form#C1").notice.no_place().is_none());
}

#[test]
fn what_is_wrong_in_a_form_is_told_at_its_cell_and_in_its_words() {
    let bench = tables(&[(
        "form.csv",
        "Title,Board\nDate,12/03/2026\nInvite sent,soon\nEvent date,13/03/2026\nColour,red\n",
    )]);
    let told = faults(&bench);
    assert_eq!(
        told,
        [
            ("unknown-heading", "form.csv › A5".to_owned()),
            ("not-said", "form.csv › B3".to_owned()),
            ("two-values", "form.csv › B4".to_owned()),
        ]
    );
    let messages: Vec<String> = bench
        .reading
        .faults
        .iter()
        .map(|fault| Redactor::default().redact(&fault.message).to_string())
        .collect();
    assert!(
        messages[2].starts_with("two rows of this record say"),
        "{messages:?}"
    );
    assert_eq!(
        messages[0],
        "the row `Colour` matches no field and was not read; 1 record has something there"
    );
}

#[test]
fn what_only_looks_like_a_form_makes_no_record() {
    for text in [
        // What to write under each heading.
        "Title,what it was called\nDate,the day it was held\nStart,when it began\nParents,how many\n",
        "Column,Example\nTitle,Board\nDate,12/03/2026\nStart,10:00\n",
        // Sums.
        "Meetings,12\nParents,40\nStaff,9\nChildren,5\n",
        // Nobody filled it in.
        "Title,\nDate,\nStart,\nInvite sent,\n",
    ] {
        let bench = tables(&[("form.csv", text)]);
        assert_eq!(bench.reading.records.len(), 0, "{text}");
        assert_eq!(faults(&bench).len(), 1, "{text}: {:?}", faults(&bench));
    }
    // A log whose first column holds words that are headings elsewhere.
    let bench = tables(&[(
        "log.csv",
        "Title,Date,Parents\nFeedback,12/03/2026,4\nVenue,13/03/2026,5\nStatus,14/03/2026,6\n",
    )]);
    assert_eq!(ids(&bench), ["log#2", "log#3", "log#4"]);
}

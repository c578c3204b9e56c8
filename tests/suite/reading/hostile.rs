//! Files that were never meant to be records: whatever comes in, the reader answers, keeps its
//! places inside the text, and nothing becomes a promise that was kept.

use charter_audit::report::snippet::Drawing;
use identifiers::redact::{RedactedOnce, Redactor};
use proptest::prelude::*;

use crate::Bench;

const RECORD: &str = "\
title: Short breaks redesign, second workshop
kind: workshop
organisers: [council, forum]
status: held
date: 2026-02-26
start: 10:00
end: 12:30
moved_from: [{ date: 2026-02-12, told: 2026-02-05 }]
audience: [parents, cyp]
notice: { sent: 2026-02-06, channel: email, purpose: What respite at weekends should look like. }
papers: { sent: 2026-02-17, formats: [easy-read] }
venue:
  mode: hybrid
  access: { step_free: yes, hearing_loop: no, why_not: \"loop on order\" }
feedback: { sent: 2026-03-06, to: [parents, cyp] }
explanations:
  - clause: O4a1
    because: |
      The funding bid closed.
";

/// Reads, draws every fault and judges; all of it must come back.
fn survives(text: &str) {
    let bench = Bench::new(&[("a.yaml", text)]);
    let redactor = Redactor::default();
    let redacted = RedactedOnce::new(&redactor);
    let drawing = Drawing::new(&bench.sources, &redacted, false);
    for fault in &bench.reading.faults {
        for label in &fault.labels {
            assert!(label.span.range().end <= text.len(), "{fault:?}");
        }
        drawing.fault(fault);
    }
    bench.audit("2026-06-01");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text_is_answered(text in "\\PC{0,200}") {
        survives(&text);
    }

    #[test]
    fn any_yaml_like_text_is_answered(text in "([-:?#&*!|>'\"%@`{}\\[\\], \n\ta0é]|title|date|---|<<){0,60}") {
        survives(&text);
    }

    /// A real record with a piece taken out and another put in.
    #[test]
    fn a_damaged_record_is_answered(
        from in 0..RECORD.len(),
        length in 0_usize..12,
        piece in "[-:#&*!|>'\"{}\\[\\], \n\t0-9a-z]{0,6}",
    ) {
        let to = (from + length).min(RECORD.len());
        survives(&format!("{}{piece}{}", &RECORD[..from], &RECORD[to..]));
    }
}

#[test]
fn huge_shapes_are_answered_in_time() {
    let many_fields: String = (0..50_000).map(|at| format!("field{at}: {at}\n")).collect();
    let bench = Bench::new(&[("a.yaml", &many_fields)]);
    assert!(bench.faults().len() <= 101);
    survives(&format!("title: {}\n", "x".repeat(2_000_000)));
    survives(&format!("title: \"{}\n", "x\n".repeat(100_000)));
    survives(&"- title: x\n".repeat(10_000));
    survives(&"---\ntitle: [\n".repeat(20_000));
    survives(&"- a: [\n".repeat(5_000));
}

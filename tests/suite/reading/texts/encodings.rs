//! Files that are no UTF-8, and letters that an encoding has spoilt.

use engagement_records::read::Reading;
use located::source::Sources;

use crate::Bench;

/// Bytes as the program finds them.
fn read_bytes(name: &str, bytes: &[u8]) -> (Sources, Reading) {
    let bench = Bench::of_bytes(vec![(name, bytes.to_vec())]);
    (bench.sources, bench.reading)
}

#[test]
fn encodings_of_windows_programs_are_read_where_they_are_common() {
    let minutes = b"---\ntitle: Caf\xE9 \x96 the forum\x92s\n---\n\xA35\n";
    let (_, reading) = read_bytes("a.md", minutes);
    assert!(reading.faults.is_empty());
    let record = &reading.records.engagements[0];
    assert_eq!(
        record.title.get().map(String::as_str),
        Some("Café – the forum’s")
    );
    assert_eq!(record.minutes.get().unwrap(), "£5");
    for (name, text) in [
        ("a.yaml", &b"title: x\nvenue: { name: Caf\xE9 }\n"[..]),
        ("a.json", b"{\"title\": \"x\",\n\"knid\": \"Caf\xE9\"}"),
        ("a.csv", b"Title\nx, y \x96 z\x81\n"),
    ] {
        let (sources, reading) = read_bytes(name, text);
        assert_eq!(reading.faults.len(), 1, "{name}");
        let fault = &reading.faults[0];
        assert_eq!(fault.code, "not-text");
        assert_eq!(sources.line_column(fault.span().unwrap()).0, 2, "{name}");
        assert!(reading.records.incomplete);
    }
    let wide: Vec<u8> = "\u{feff}{\"title\": \"Café\"}"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let (_, reading) = read_bytes("a.json", &wide);
    assert!(reading.faults.is_empty());
    assert_eq!(reading.records.engagements[0].title.get().unwrap(), "Café");
}

#[test]
fn garbled_letters_of_a_table_are_named_with_their_line() {
    let (_, reading) = read_bytes("a.csv", "Title\nCafÃ©, 1\nÂ£5\n".as_bytes());
    let fault = reading
        .faults
        .iter()
        .find(|fault| fault.code == "garbled-letters")
        .unwrap();
    assert!(
        fault.message.contains("in 2 places, first on line 2")
            && fault.message.contains("`Ã©` as `é`"),
        "{fault:?}"
    );
    // In other formats, what is written is read.
    let (_, reading) = read_bytes("a.json", "{\"title\": \"CafÃ©\"}".as_bytes());
    assert!(reading.faults.is_empty());
    assert_eq!(reading.records.engagements[0].title.get().unwrap(), "CafÃ©");
}

//! Reports: whatever a title or a purpose says, each format is what it claims to be, and shows no
//! identifier that stands beside it.

use std::io::{Cursor, Read as _};

use charter_audit::render::{self, Format, without_commands};
use engagement_records::read::Format as Written;

use super::bench::{Bench, file};

/// Of a range that is reserved for tests; it stands on no page that a report carries as help.
const NUMBER: &str = "07700 900461";

/// What an input begins with that is to be seen in every format. All others choose one by their first
/// byte, which is many times as fast.
const IN_ALL: u8 = b'*';

pub(super) fn renderers(data: &[u8]) {
    let Some((which, text)) = data.split_first() else {
        return;
    };
    let text = String::from_utf8_lossy(text);
    let half = text.split_once('\u{1}').unwrap_or((&text, &text));
    let quoted = |text: &str| serde_json::to_string(text).unwrap();
    let title = quoted(&format!("{} tel. {NUMBER}", half.0));
    let record = format!(
        "{{\"title\": {title}, \"kind\": \"workshop\", \"status\": \"held\", \"date\": \"2026-02-26\", \
         \"organisers\": [\"council\"], \"audience\": [\"parents\"], \"project\": {project}, \
         \"notice\": {{\"sent\": \"2026-02-20\", \"purpose\": {title}}}, \
         \"venue\": {{\"name\": {title}}}, {title}: 1}}",
        project = quoted(half.1)
    );
    let bench = Bench::new(vec![file("a", Written::Json, record.as_bytes())]);
    bench.places_hold();
    bench.report(|report| {
        let chosen = usize::from(*which) % Format::ALL.len();
        for (at, format) in Format::ALL.iter().enumerate() {
            if *which == IN_ALL || at == chosen {
                let bytes = render::report(report, *format).unwrap();
                holds(*format, &bytes);
            }
        }
    });
}

fn holds(format: Format, bytes: &[u8]) {
    let word = format.word();
    if !format.is_text() {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        for at in 0..archive.len() {
            let mut text = String::new();
            archive
                .by_index(at)
                .unwrap()
                .read_to_string(&mut text)
                .unwrap();
            assert!(!text.contains(NUMBER), "{word} shows it");
            assert!(text.chars().all(is_in_xml), "{word} is no XML");
        }
        return;
    }
    let text = std::str::from_utf8(bytes).unwrap();
    assert!(!text.contains(NUMBER), "{word} shows it");
    let is_control = |sign: char| sign.is_control() && !matches!(sign, '\n' | '\r' | '\t');
    assert!(
        !text.contains(is_control),
        "{word} has a sign that steers terminals"
    );
    match word {
        "json" | "sarif" | "gitlab" => {
            serde_json::from_str::<serde_json::Value>(text).unwrap();
        }
        "jsonl" => {
            for line in text.lines() {
                serde_json::from_str::<serde_json::Value>(line).unwrap();
            }
        }
        "junit" => assert!(text.chars().all(is_in_xml)),
        "ascii" => assert!(text.is_ascii()),
        "github" => {
            for line in text.lines() {
                let ours = [
                    "::error ",
                    "::warning ",
                    "::notice ",
                    "::group::",
                    "::endgroup::",
                ];
                let is_ours = ours.iter().any(|begin| line.starts_with(begin));
                assert!(is_ours || !line.trim_start().starts_with("::"), "{line}");
            }
        }
        _ => {}
    }
    if !matches!(word, "github" | "html") {
        assert_eq!(without_commands(text), text, "{word} has a command");
    }
}

/// Whether a character may stand in XML 1.0 at all.
fn is_in_xml(sign: char) -> bool {
    matches!(sign, '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}')
        || sign >= '\u{10000}'
}

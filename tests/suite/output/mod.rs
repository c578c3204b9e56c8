//! Guards what comes out: every format of a report is read back by something that we did not write,
//! findings are known again, and the files that the repository shows are what the program gives.

mod again;
mod baseline;
mod example;
mod expected;
mod field_page;
pub(crate) mod generated;
mod html;
mod last_days;
mod markdown;
mod names;
mod page;
mod readme;
mod rows;
mod schemas;
mod services;
mod word;
mod workbook;

use crate::Bench;

const AS_OF: &str = "2026-07-31";

/// Titles that mean something else in one format or another.
const HOSTILE: [&str; 22] = [
    "\"double\" and 'single' quotes",
    "a|b|c | d",
    "<script>alert(1)</script> <b>bold</b> &lt; &amp; &#x41;",
    "=HYPERLINK(\"https://example.org\",\"x\")",
    "+44 plus",
    "- a dash",
    "@SUM(1)",
    "**bold** _it_ ~~gone~~ `code` ``two``",
    "# a heading",
    "1. a number",
    "12) another",
    "> a quotation",
    "[a link](https://example.org) ![a picture](x.png) [^1]",
    "https://example.org/a_b?c=d&e=f and www.example.org",
    "emoji 🎉 👩‍👧 and accents é ü ñ",
    "right \u{202E}to left\u{202C} and \u{200F}marks",
    "comma, semicolon; tab\tand\nline",
    "back\\slash \\| \\* C:\\folder",
    "::error file=x::y%0Az",
    "]]> --> {{ x }} {% y %} ${z} $a$",
    "___",
    "=====",
];

/// A bench with a meeting for every hostile title, about each of which something is found.
fn bench() -> Bench {
    let mut records: Vec<String> = HOSTILE
        .iter()
        .enumerate()
        .map(|(at, title)| {
            let title = serde_json::to_string(title).unwrap();
            format!(
                "---\ntitle: {title}\nid: m{at}\nkind: meeting\ndate: 2026-02-26\n\
                 notice: {{ sent: 2026-02-20, purpose: {title} }}\n"
            )
        })
        .collect();
    let long = "long ".repeat(30);
    records.push(format!(
        "---\ntitle: {long}\nkind: meeting\ndate: 2026-02-27\n"
    ));
    let text = records.concat();
    Bench::new(&[("records/hostile.yaml", &text)])
}

/// What a text looks like without its blanks.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

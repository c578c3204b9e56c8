//! What is wrong with JSON that is not well formed: where, and what to do about it.

/// The byte of a text at which it stops being JSON.
pub(super) fn offset(text: &str, error: &serde_json::Error) -> usize {
    let above: usize = text
        .split_inclusive('\n')
        .take(error.line().saturating_sub(1))
        .map(str::len)
        .sum();
    // The column counts bytes and includes the one that does not fit.
    let mut at = (above + error.column().saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// What does not fit, without the place, which is shown.
pub(super) fn reason(error: &serde_json::Error) -> String {
    let reason = error.to_string();
    let reason = reason.split(" at line ").next().unwrap_or("");
    if error.is_eof() {
        "it ends too early".to_owned()
    } else {
        reason.to_owned()
    }
}

/// Words that other languages know, and JSON does not.
const FOREIGN_WORDS: &[(&str, &str)] = &[
    ("NaN", "where there is no number, write null"),
    ("Infinity", "where there is no number, write null"),
    ("-Infinity", "where there is no number, write null"),
    ("None", "where there is nothing, write null"),
    ("undefined", "where there is nothing, write null"),
    ("True", "write true, in small letters"),
    ("TRUE", "write true, in small letters"),
    ("False", "write false, in small letters"),
    ("FALSE", "write false, in small letters"),
];

/// What to do about it, by what stands at that place.
pub(super) fn help(error: &serde_json::Error, before: &str, rest: &str) -> &'static str {
    let reason = error.to_string();
    let about = |words: &str| reason.starts_with(words);
    let word = FOREIGN_WORDS
        .iter()
        .find(|(word, _)| rest.starts_with(word));
    if let Some((_, help)) = word {
        help
    } else if error.is_eof() {
        "a bracket or quotation mark is never closed, or the file was cut off when it was saved; in \
         a .jsonl file, every record is on one line"
    } else if rest.starts_with(['}', ']']) && before.trim_end().ends_with(',') {
        "take out the comma before the closing bracket"
    } else if !before.trim_start().is_empty() && !before.trim_start().starts_with(['{', '[']) {
        "a record in JSON begins with a curly bracket; if this is YAML, let its name end in .yaml"
    } else if about("trailing characters") {
        "a file holds one record, or a list of them in square brackets with commas between them; \
         a file with a record on every line is called .jsonl"
    } else if about("control character") {
        "a text ends on the line where it begins; inside of a text, write a new line as \\n and a \
         tab as \\t"
    } else if about("invalid escape") {
        "write a backslash inside of a text twice: \\\\"
    } else if rest.starts_with("//") || rest.starts_with("/*") || rest.starts_with('#') {
        "JSON has no remarks: take it out, or keep the record as YAML"
    } else if rest.starts_with(['\'', '‘', '’', '“', '”', '`']) {
        "put texts and names of fields into straight double quotation marks: \"title\""
    } else if about("key must be a string") {
        "put the names of fields into straight double quotation marks: \"title\""
    } else if about("invalid number")
        || (rest.starts_with(['-', ':', '/', '.'])
            && before.ends_with(|c: char| c.is_ascii_digit()))
    {
        "put days and times into straight double quotation marks: \"2026-03-01\", \"09:30\""
    } else {
        "check the quotation marks, commas and brackets just before this place"
    }
}

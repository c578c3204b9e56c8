//! Records with an identifier in every field, key and remark, in every spelling that YAML has.

use serde_yaml::Value;

/// How an identifier is spelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Double,
    Single,
    /// Every letter and digit as an escape.
    Escaped,
    /// Over two lines, as a text that is folded.
    Folded,
    /// Over two lines in quotes, broken in the middle of a word.
    Broken,
    Literal,
}

pub(super) const STYLES: [Style; 6] = [
    Style::Double,
    Style::Single,
    Style::Escaped,
    Style::Folded,
    Style::Broken,
    Style::Literal,
];

/// A record that can be written with something in its places.
#[derive(Debug, Clone)]
pub(super) struct Template {
    root: Value,
    /// Where something can stand, and what that place is called.
    pub(super) places: Vec<String>,
}

impl Template {
    /// Every single value of a record, and of every group a new field and a new key.
    pub(super) fn new(root: Value) -> Self {
        let mut places = vec!["# above".to_owned(), "# beside".to_owned()];
        walk(&root, "", &mut places);
        Template { root, places }
    }

    /// The record with something in some of its places: the number of the place, the text, and
    /// how it is spelled.
    pub(super) fn write(&self, filling: &[(usize, String, Style)]) -> String {
        let filled: Vec<(&str, &str, Style)> = filling
            .iter()
            .map(|(place, text, style)| (self.places[*place].as_str(), text.as_str(), *style))
            .collect();
        let mut writer = Writer {
            filled: &filled,
            out: String::new(),
        };
        for (place, text, _) in &filled {
            if *place == "# above" {
                writer.out += &format!("# A remark: {text}\n");
            }
        }
        writer.group(&self.root, "", 0);
        for (place, text, _) in &filled {
            if *place == "# beside" {
                writer.out += &format!("# last, {text} as well\n");
            }
        }
        writer.out
    }
}

/// The records in a file.
pub(super) fn templates(text: &str) -> Vec<Template> {
    let documents = text.split("\n---\n");
    documents
        .map(|text| Template::new(serde_yaml::from_str(text).unwrap()))
        .collect()
}

fn name(key: &Value) -> &str {
    key.as_str().unwrap()
}

fn walk(value: &Value, path: &str, places: &mut Vec<String>) {
    match value {
        Value::Mapping(fields) => {
            for (key, value) in fields {
                walk(value, &format!("{path}/{}", name(key)), places);
            }
            places.push(format!("{path}/+field"));
            places.push(format!("{path}/+key"));
        }
        Value::Sequence(items) => {
            for (at, item) in items.iter().enumerate() {
                walk(item, &format!("{path}/{at}"), places);
            }
            places.push(format!("{path}/+item"));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Tagged(_) => {
            places.push(path.to_owned());
        }
    }
}

struct Writer<'a> {
    filled: &'a [(&'a str, &'a str, Style)],
    out: String,
}

impl Writer<'_> {
    fn at(&self, path: &str) -> Option<(&str, Style)> {
        let found = self.filled.iter().find(|(place, _, _)| *place == path);
        found.map(|(_, text, style)| (*text, *style))
    }

    fn line(&mut self, depth: usize, text: &str) {
        self.out += &"  ".repeat(depth);
        self.out += text;
        self.out.push('\n');
    }

    /// The fields of a group, one on a line.
    fn group(&mut self, value: &Value, path: &str, depth: usize) {
        for (key, value) in value.as_mapping().unwrap() {
            self.value(
                &format!("{}:", name(key)),
                value,
                &format!("{path}/{}", name(key)),
                depth,
            );
        }
        if let Some((text, style)) = self.at(&format!("{path}/+field")) {
            let text = spelled(text, style, depth);
            self.line(depth, &format!("something_else: {text}"));
        }
        if let Some((text, style)) = self.at(&format!("{path}/+key")) {
            let style = if style == Style::Escaped {
                style
            } else {
                Style::Double
            };
            let text = spelled(text, style, depth);
            self.line(depth, &format!("{text}: something"));
        }
    }

    fn value(&mut self, before: &str, value: &Value, path: &str, depth: usize) {
        match value {
            Value::Mapping(_) => {
                self.line(depth, before);
                self.group(value, path, depth + 1);
            }
            Value::Sequence(items) => {
                self.line(depth, before);
                for (at, item) in items.iter().enumerate() {
                    self.value("-", item, &format!("{path}/{at}"), depth + 1);
                }
                if let Some((text, style)) = self.at(&format!("{path}/+item")) {
                    let text = spelled(text, style, depth + 1);
                    self.line(depth + 1, &format!("- {text}"));
                }
            }
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Tagged(_) => {
                let text = match self.at(path) {
                    Some((text, style)) => spelled(text, style, depth),
                    None => serde_yaml::to_string(value).unwrap().trim_end().to_owned(),
                };
                self.line(depth, &format!("{before} {text}"));
            }
        }
    }
}

fn spelled(text: &str, style: Style, depth: usize) -> String {
    let indent = "  ".repeat(depth + 2);
    let double = |text: &str| text.replace('\\', r"\\").replace('"', "\\\"");
    let middle = text.len() / 2;
    let middle = (middle..=text.len())
        .find(|at| text.is_char_boundary(*at))
        .unwrap();
    match style {
        Style::Double => format!("\"{}\"", double(text)),
        Style::Single => format!("'{}'", text.replace('\'', "''")),
        Style::Escaped => {
            let sign = |(at, sign): (usize, char)| match (sign.is_ascii_alphanumeric(), at % 2) {
                (true, 0) => format!("\\x{:02x}", u32::from(sign)),
                (true, _) => format!("\\u{:04X}", u32::from(sign)),
                _ => double(&sign.to_string()),
            };
            format!(
                "\"{}\"",
                text.chars().enumerate().map(sign).collect::<String>()
            )
        }
        Style::Folded => {
            let at = text[..middle].rfind(' ').or_else(|| text.find(' '));
            match at.filter(|at| !text[*at..].starts_with("  ") && !text[..*at].ends_with(' ')) {
                Some(at) => format!(">-\n{indent}{}\n{indent}{}", &text[..at], &text[at + 1..]),
                None => format!(">-\n{indent}{text}"),
            }
        }
        Style::Broken => {
            let (one, other) = text.split_at(middle);
            format!(
                "\"{}\\\n{indent}{}{}\"",
                double(one),
                if other.starts_with(' ') { "\\" } else { "" },
                double(other)
            )
        }
        Style::Literal => format!("|-\n{indent}{text}"),
    }
}

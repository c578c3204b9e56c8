//! Fields with dots in their names as groups of fields.

use super::{Entry, Node, Value};
use crate::source::Span;

/// One field of a record that may be inside of groups.
#[derive(Debug, Clone)]
pub struct Leaf<'s> {
    /// The names that lead to it, separated by dots: `notice.sent`.
    pub path: &'s str,
    /// Where its name stands.
    pub key_span: Span,
    /// Its value.
    pub node: Node<'s>,
}

/// Puts fields into the groups that their names say. A group stands where its first field does, at
/// the place of that field's name, and reaches to the end of its last value.
pub fn nested<'s>(leaves: impl IntoIterator<Item = Leaf<'s>>) -> Vec<Entry<'s>> {
    let mut entries = Vec::new();
    for leaf in leaves {
        insert(&mut entries, leaf);
    }
    entries
}

/// Puts a field into the group that its name says, behind what is there.
pub fn insert<'s>(entries: &mut Vec<Entry<'s>>, leaf: Leaf<'s>) {
    let Leaf {
        path,
        key_span,
        node,
    } = leaf;
    let Some((name, path)) = path.split_once('.') else {
        entries.push(Entry {
            key: path.into(),
            key_span,
            value: node,
        });
        return;
    };
    if !entries.iter().any(|entry| entry.key == name) {
        entries.push(Entry {
            key: name.into(),
            key_span,
            value: Node {
                span: key_span,
                value: Value::Map(Vec::new()),
            },
        });
    }
    let group = entries.iter_mut().find(|entry| entry.key == name);
    if let Some(Entry {
        value: Node {
            value: Value::Map(inner),
            span,
        },
        ..
    }) = group
    {
        span.end = span.end.max(node.span.end);
        let leaf = Leaf {
            path,
            key_span,
            node,
        };
        insert(inner, leaf);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    #[test]
    fn groups_stand_where_their_first_field_does() {
        let id = Sources::default().next_id();
        let leaf = |path, at: usize| Leaf {
            path,
            key_span: Span::new(id, at, at + 2),
            node: Node::blank(Span::new(id, at + 3, at + 5)),
        };
        let entries = nested([
            leaf("venue.access.parking", 0),
            leaf("title", 10),
            leaf("venue.name", 20),
            leaf("venue.access.ramp", 30),
        ]);
        let names = |entries: &[Entry<'_>]| -> Vec<String> {
            let names = entries.iter().map(|entry| entry.key.clone().into_owned());
            names.collect()
        };
        assert_eq!(names(&entries), ["venue", "title"]);
        let venue = entries.first().unwrap();
        assert_eq!(venue.key_span, Span::new(id, 0, 2));
        assert_eq!(venue.value.span, Span::new(id, 0, 35));
        let Value::Map(inner) = &venue.value.value else {
            panic!("not a group");
        };
        assert_eq!(names(inner), ["access", "name"]);
        let Value::Map(access) = &inner.first().unwrap().value.value else {
            panic!("not a group");
        };
        assert_eq!(names(access), ["parking", "ramp"]);
    }
}

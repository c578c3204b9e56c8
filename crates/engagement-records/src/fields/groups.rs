//! Fields that hold groups of fields.

use super::Fields;
use super::answer::Field;
use super::asked::{Asked, AskedFields};
use super::node::{has_all, is_blank_throughout, plain_text, read_node};
use super::places::Places;
use super::shape::{Shape, expected};
use located::diagnostic::Diagnostic;
use located::source::{Span, Spanned};
use located::tree::{Node, Value};

impl Fields<'_, '_> {
    /// A list of mappings; a single mapping stands for a list of one. Mappings with faults in
    /// them are kept, with what could be read.
    pub fn groups<T>(
        &mut self,
        name: &'static str,
        what: &'static str,
        mut read: impl FnMut(&mut Fields<'_, '_>) -> T,
    ) -> Field<Vec<Spanned<T>>> {
        // Columns that are blank in a row are no item of it.
        if self.places.is_some()
            && let Some(entry) = self.entries.iter().find(|entry| entry.key == name)
            && is_blank_throughout(&entry.value)
        {
            self.take(name);
            return Field::Blank(entry.key_span);
        }
        let places = self.places_below(name);
        self.ask(name, || {
            Asked::Groups(AskedFields::of(|f| {
                read(f);
            }))
        });
        self.with(
            name,
            || Asked::Name,
            |node, faults| {
                let items = match &node.value {
                    Value::List(items) => items.as_slice(),
                    Value::Map(_) => std::slice::from_ref(node),
                    Value::Scalar { .. } | Value::Broken => {
                        return expected(name, node, faults, Shape::Groups);
                    }
                };
                let mut groups = Vec::with_capacity(items.len());
                for item in items {
                    // An item that is no group is still an item: it was there, and says nothing.
                    let place = item.span;
                    let value = read_group(name, what, item, place, places, faults, &mut read)
                        .unwrap_or_else(|| read(&mut Fields::new(what, &[], item.span, faults)));
                    groups.push(Spanned {
                        value,
                        span: item.span,
                    });
                }
                Some(groups)
            },
        )
    }

    /// A mapping inside this one.
    pub fn group<T>(
        &mut self,
        name: &'static str,
        what: &'static str,
        mut read: impl FnMut(&mut Fields<'_, '_>) -> T,
    ) -> Field<Box<T>> {
        self.group_or(name, what, &mut read, |_, _| None)
    }

    /// A mapping inside this one, for which a bare answer may stand.
    pub fn group_or<T>(
        &mut self,
        name: &'static str,
        what: &'static str,
        mut read: impl FnMut(&mut Fields<'_, '_>) -> T,
        denied: impl Fn(&str, Span) -> Option<T>,
    ) -> Field<Box<T>> {
        let place = self.place;
        self.ask(name, || {
            let fields = AskedFields::of(|f| {
                read(f);
            });
            let says = |text| denied(text, place).is_some();
            let instead = if says("sent") {
                Some(Asked::Sent)
            } else {
                says("no").then_some(Asked::Answer)
            };
            Asked::Group(fields, instead.map(Box::new))
        });
        let Some(entry) = self.take(name) else {
            return self.absent(name);
        };
        let place = entry.key_span;
        let places = self.places_below(name);
        if let Some(places) = places
            && is_blank_throughout(&entry.value)
            && has_all(&entry.value, places.fields)
        {
            return Field::Blank(place);
        }
        let field = read_node(&entry.value, place, self.faults, |node, faults| {
            if let Some(text) = plain_text(node)
                && let Some(value) = denied(text, node.span)
            {
                return Some(Box::new(value));
            }
            read_group(name, what, node, place, places, faults, &mut read).map(Box::new)
        });
        // The place of a group is its name: that is where a field missing in it belongs.
        match field {
            Field::Present(said) => Field::Present(Spanned {
                value: said.value,
                span: place,
            }),
            Field::Absent => Field::Absent,
            Field::NoPlace(place) => Field::NoPlace(place),
            Field::Blank(span) => Field::Blank(span),
            Field::Open(span) => Field::Open(span),
            Field::Unreadable(span) => Field::Unreadable(span),
        }
    }
}

fn read_group<T>(
    name: &str,
    what: &'static str,
    node: &Node<'_>,
    place: Span,
    places: Option<Places>,
    faults: &mut Vec<Diagnostic>,
    read: &mut impl FnMut(&mut Fields<'_, '_>) -> T,
) -> Option<T> {
    let Value::Map(entries) = &node.value else {
        // Reading an empty group asks for all of its fields.
        let mut unheard = Vec::new();
        let mut fields = Fields::new(what, &[], place, &mut unheard);
        read(&mut fields);
        let known = std::mem::take(&mut fields.known);
        return expected(name, node, faults, Shape::Group(&known));
    };
    let mut fields = Fields::new(what, entries, place, faults).with_places(places);
    let value = read(&mut fields);
    fields.finish();
    Some(value)
}

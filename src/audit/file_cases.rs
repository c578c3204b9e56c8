//! Files of records as they are searched for what identifies people.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike as _, NaiveDate};

use crate::rules::FileCase;
use engagement_records::fields::Field;
use engagement_records::record::Records;
use located::source::{SourceId, Sources, Span, Spanned};

/// Every file, with what may stand in it and where.
pub(super) fn files<'a>(records: &'a Records, sources: &'a Sources) -> Vec<FileCase<'a>> {
    let mut venues: BTreeMap<SourceId, Vec<Span>> = BTreeMap::new();
    let mut mailboxes: BTreeMap<SourceId, Vec<Span>> = BTreeMap::new();
    let mut wanted = |places: Option<Span>, mailbox: bool| {
        if let Some(span) = places {
            let map = if mailbox { &mut mailboxes } else { &mut venues };
            map.entry(span.source).or_default().push(span);
        }
    };
    for record in &records.engagements {
        let name = record.venue.get().and_then(|venue| venue.name.spanned());
        wanted(name.map(|name| name.span), false);
        wanted(record.contact.spanned().map(|said| said.span), true);
        for part in &record.joined {
            wanted(part.venue, false);
            wanted(part.contact, true);
        }
    }
    for contact in &records.contacts {
        wanted(contact.mailbox.spanned().map(|said| said.span), true);
    }
    let years = years(records);
    let within = |map: &BTreeMap<SourceId, Vec<Span>>, file: Span| -> Vec<Span> {
        let all = map.get(&file.source).into_iter().flatten();
        let inside = all.filter(|span| file.start <= span.start && span.end <= file.end);
        let mut spans: Vec<Span> = inside.copied().collect();
        spans.sort();
        spans
    };
    records
        .files
        .iter()
        .map(|file| FileCase {
            file,
            name: sources.name(file.span.source),
            text: sources
                .get(file.span.source)
                .and_then(|source| source.text().get(file.span.range()))
                .unwrap_or(""),
            venues: within(&venues, file.span),
            mailboxes: within(&mailboxes, file.span),
            years: years.get(&file.span.source).cloned().unwrap_or_default(),
        })
        .collect()
}

/// The years in which the records of each file lie.
fn years(records: &Records) -> BTreeMap<SourceId, BTreeSet<i32>> {
    let mut years: BTreeMap<SourceId, BTreeSet<i32>> = BTreeMap::new();
    let mut add = |source: SourceId, day: &Spanned<NaiveDate>| {
        years.entry(source).or_default().insert(day.value.year());
    };
    for record in &records.engagements {
        let days = [&record.date, &record.opens, &record.closes];
        for day in days.into_iter().filter_map(Field::spanned) {
            add(day.span.source, day);
            for part in &record.joined {
                add(part.span.source, day);
            }
        }
    }
    for record in &records.decisions {
        if let Some(day) = record.decided.spanned() {
            add(day.span.source, day);
        }
    }
    years
}

//! What a cell leaves to the rest of its row: the year of a day, and what a first and a last day
//! mean there.

use chrono::{NaiveDate, TimeDelta};

use super::cells::{Later, day_in};
use super::tree::{ColumnValue, Sureness};
use super::years::YearLender;
use crate::read::item::Beside;
use crate::record::Kind;
use closed_words::Word as _;
use located::source::Span;
use located::tree::{Leaf, Node, ScalarKind, Value};
use plain_values::{DayOfYear, Nearest, PlainValue, read_synonym};

/// A day without a year is believed so far from the one that lends it.
const FARTHEST: TimeDelta = TimeDelta::days(183);

/// A cell that was left open.
pub(super) struct Open<'a> {
    /// Its field.
    pub(super) path: &'a str,
    /// Where it was written down.
    pub(super) span: Span,
    /// What it left open.
    pub(super) later: Later,
    /// The cell itself, which is a remark where its year was found.
    pub(super) cell: Beside,
}

/// Settles what the cells of a row left open, as far as the others say. Ranges come first: their days
/// have years. Where no day of the row lends its year to the event's own, the line above the rows may.
/// Gives the cells of which a field does not say all.
pub(super) fn settle<'a>(
    values: &mut Vec<ColumnValue<'a>>,
    open: Vec<Open<'a>>,
    years: &mut YearLender,
) -> Vec<Beside> {
    for one in &open {
        if let Later::Range(first, last) = one.later {
            range(values, one.path, first, last);
        }
    }
    let extensions: Vec<(&str, Later)> = open.iter().map(|one| (one.path, one.later)).collect();
    let (mut beside, left) = with_years(values, open);
    let has_lent = left.iter().fold(false, |has_lent, one| {
        has_lent | from_above(values, one, years)
    });
    if has_lent {
        let (more, _) = with_years(values, left);
        beside.extend(more);
    }
    for (path, later) in extensions {
        if let Later::Extended { day, is_new } = later {
            extended(values, path, day, is_new);
        }
    }
    beside
}

/// Finds the years of days beside others of their row. Gives the cells whose day was found, and what is
/// left.
fn with_years<'a>(
    values: &mut [ColumnValue<'a>],
    open: Vec<Open<'a>>,
) -> (Vec<Beside>, Vec<Open<'a>>) {
    let (mut beside, mut left) = (Vec::new(), Vec::new());
    for one in open {
        match one.later {
            Later::Year { day, given_up } if year(values, one.path, &one, day) => {
                if let Some((path, day)) = given_up {
                    year(values, path, &one, day);
                }
                beside.push(one.cell);
            }
            Later::OnTheDay => on_the_day(values, &one),
            Later::Year { .. } | Later::Extended { .. } | Later::Range(..) => left.push(one),
        }
    }
    (beside, left)
}

/// Puts the day of the event where something was done on it.
fn on_the_day(values: &mut [ColumnValue<'_>], one: &Open<'_>) {
    let event = values.iter().find(|value| value.leaf.path == "date");
    if let Some(day) = event.and_then(ColumnValue::day) {
        put(values, one.path, one, day);
    }
}

/// Gives the event's own day the year that stands above its row, and says whether there was one.
fn from_above(values: &mut [ColumnValue<'_>], one: &Open<'_>, years: &mut YearLender) -> bool {
    let Later::Year { day, .. } = one.later else {
        return false;
    };
    let is_own = matches!(one.path, "date" | "opens" | "decided" | "made");
    let found = is_own.then(|| years.day(day)).flatten();
    found.is_some_and(|found| put(values, one.path, one, found))
}

/// Of two last days the later one holds, and the other was the last before. The only one holds where it
/// says that it is the later.
fn extended(values: &mut [ColumnValue<'_>], path: &str, day: NaiveDate, is_new: bool) {
    let at = |wanted: &str| values.iter().position(|value| value.leaf.path == wanted);
    let Some(own) = at(path) else {
        return;
    };
    let Some(last) = at("closes") else {
        if let Some(own) = values.get_mut(own).filter(|_| is_new) {
            own.leaf.path = "closes";
        }
        return;
    };
    let Ok([own, last]) = values.get_disjoint_mut([own, last]) else {
        return;
    };
    let is_alone = is_new && last.leaf.node.is_empty();
    if is_alone || last.day().is_some_and(|last| day > last) {
        std::mem::swap(&mut own.leaf.node, &mut last.leaf.node);
    }
}

/// A survey was open from the first day through the last; an event was on its first day.
fn range<'a>(values: &mut Vec<ColumnValue<'a>>, path: &'a str, first: NaiveDate, last: NaiveDate) {
    let open_kind = open_kind(values);
    let Some(own) = values.iter_mut().find(|value| value.leaf.path == path) else {
        return;
    };
    if own.day() != Some(first) {
        return;
    }
    let (span, key_span) = (own.leaf.node.span, own.leaf.key_span);
    let words = own.words();
    let of = |day| Node::of(PlainValue::Day(day), words.clone(), span);
    let new: &[(&'static str, NaiveDate)] = if open_kind.is_some() {
        own.leaf.node = Node::blank(span);
        &[("opens", first), ("closes", last)]
    } else {
        &[("last_day", last)]
    };
    let days = new.iter().map(|(path, day)| (*path, of(*day)));
    // What is judged as a survey is one in every promise.
    let kind = open_kind.map(|kind| ("kind", Node::scalar(kind.word(), ScalarKind::Plain, span)));
    for (path, node) in days.chain(kind) {
        let leaf = Leaf {
            path,
            key_span,
            node,
        };
        match values.iter_mut().find(|value| value.leaf.path == path) {
            Some(old) if old.leaf.node.is_empty() || old.leaf.node.is_unclear() => old.leaf = leaf,
            Some(_) => {}
            None => values.push(ColumnValue {
                leaf,
                said: Sureness::Aside,
            }),
        }
    }
}

/// Whether a row says that it is a survey or a consultation: by its kind, and where it has none by its
/// title.
fn open_kind(values: &[ColumnValue<'_>]) -> Option<Kind> {
    let text = |path: &str| {
        let value = values.iter().find(|value| value.leaf.path == path)?;
        value.leaf.node.spelling().filter(|text| !text.is_empty())
    };
    if let Some(kind) = text("kind") {
        return Kind::from_word(&kind).filter(|kind| kind.is_open_period());
    }
    let title = text("title")?;
    let words = title.split(|sign: char| !sign.is_alphanumeric());
    let mut kinds = words.filter_map(|word| read_synonym::<Kind>(word).ok());
    kinds.find(|kind| kind.is_open_period())
}

/// The year of a day comes from the day beside it that says most of when it was.
fn year(values: &mut [ColumnValue<'_>], path: &str, cell: &Open<'_>, day: DayOfYear) -> bool {
    let lends = |at: &str| {
        let value = values.iter().find(|value| value.leaf.path == at)?;
        value.day().filter(|_| at != path)
    };
    let own = order(path);
    let first: &[&str] = if own == Order::After {
        &["closes", "last_day", "date"]
    } else {
        &["date", "opens", "closes"]
    };
    let mut named = first.iter().filter_map(|at| Some((*at, lends(at)?)));
    let others = || {
        values
            .iter()
            .find_map(|value| Some((value.leaf.path, lends(value.leaf.path)?)))
    };
    let Some((at, around)) = named.next().or_else(others) else {
        return false;
    };
    let side = match own.cmp(&order(at)) {
        _ if matches!(path, "moved_from.date" | "extended_from") => Nearest::Either,
        std::cmp::Ordering::Less => Nearest::NotAfter,
        std::cmp::Ordering::Equal => Nearest::Either,
        std::cmp::Ordering::Greater => Nearest::NotBefore,
    };
    let found = day.near(around, side);
    let Some(found) = found.filter(|found| (*found - around).abs() <= FARTHEST) else {
        return false;
    };
    put(values, path, cell, found)
}

/// Puts a day where nobody knew it.
fn put(values: &mut [ColumnValue<'_>], path: &str, cell: &Open<'_>, day: NaiveDate) -> bool {
    if let Some(value) = values.iter_mut().find(|value| value.leaf.path == path)
        && (value.leaf.node.is_unclear() || value.is_undated())
    {
        let words = cell.cell.text.clone();
        value.leaf.node = Node::of(PlainValue::Day(day), words, cell.span);
        return true;
    }
    false
}

/// When the day of a field comes, beside those of other fields of its record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Order {
    Before,
    Then,
    Closing,
    After,
}

fn order(path: &str) -> Order {
    match path {
        "notice.sent"
        | "papers.sent"
        | "forum.invited"
        | "wider_input.opened"
        | "wider_input.closed"
        | "timing.considered_on"
        | "moved_from.date"
        | "moved_from.told"
        | "made"
        | "options_fixed" => Order::Before,
        "closes" | "last_day" | "extended_from" | "until" => Order::Closing,
        "feedback.sent" | "forum_feedback.sent" | "experience.responded" | "answered" => {
            Order::After
        }
        _ => Order::Then,
    }
}

impl<'a> ColumnValue<'a> {
    /// The day that it is, if it is one.
    fn day(&self) -> Option<NaiveDate> {
        day_in(&self.leaf.node)
    }

    /// The words that stand there.
    fn words(&self) -> std::borrow::Cow<'a, str> {
        match &self.leaf.node.value {
            Value::Scalar { text, .. } => text.clone(),
            Value::List(_) | Value::Map(_) | Value::Broken => "".into(),
        }
    }
}

//! Goes through the lines of a file and parts it into calendars, entries and zones. What does not
//! end, or ends within something else, costs only itself.

use std::collections::BTreeMap;

use super::event::Event;
use super::lines::{Line, lines};
use super::observances::Embedded;

/// What is inside of one another beyond this depth is of no calendar's making.
const DEEPEST: usize = 32;

/// What a calendar that was sent is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Method {
    /// To say what there is.
    #[default]
    Publish,
    /// To call something off, said on this line.
    Cancel(u32),
    /// To answer an invitation.
    Answer,
}

/// What a file holds.
#[derive(Debug, Default)]
pub(super) struct Components {
    /// For each calendar of the file, what it is for. The first stands for what is in none.
    pub(super) methods: Vec<Method>,
    /// Its entries.
    pub(super) events: Vec<Event>,
    /// Its zones, each with the calendar that it is in.
    pub(super) zones: Vec<(usize, Embedded)>,
    /// The lines on which entries begin that do not end.
    pub(super) damaged: Vec<u32>,
    /// The lines on which calendars begin that do not end, and that do not break off within an entry
    /// either.
    pub(super) cut_off: Vec<u32>,
    /// What is no record, counted by what it is.
    pub(super) passed_over: BTreeMap<&'static str, usize>,
}

impl Components {
    /// Counts something that is passed over.
    pub(super) fn pass_over(&mut self, what: &'static str, count: usize) {
        if count > 0 {
            *self.passed_over.entry(what).or_insert(0) += count;
        }
    }
}

/// What can begin and end.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    Calendar,
    Event,
    Zone,
    Observance,
    /// Something else that stands directly in a calendar, with what it is called in counts.
    Passed(&'static str, &'static str),
    Other(String),
}

impl Kind {
    fn of(name: &str) -> Kind {
        let name = name.trim().to_ascii_uppercase();
        match name.as_str() {
            "VCALENDAR" => Kind::Calendar,
            "VEVENT" => Kind::Event,
            "VTIMEZONE" => Kind::Zone,
            "STANDARD" | "DAYLIGHT" => Kind::Observance,
            "VTODO" => Kind::Passed("VTODO", "to-do entries in calendars"),
            "VJOURNAL" => Kind::Passed("VJOURNAL", "journal entries in calendars"),
            "VFREEBUSY" => Kind::Passed("VFREEBUSY", "free and busy times in calendars"),
            _ => Kind::Other(name),
        }
    }

    /// Whether it stands directly in a calendar, so that it ends whatever is still open there.
    fn is_part(&self) -> bool {
        matches!(self, Kind::Event | Kind::Zone | Kind::Passed(..))
    }
}

/// Parts a file. Nothing when it has no calendar in it.
pub(super) fn components(text: &str) -> Option<Components> {
    let mut walk = Walk::default();
    walk.found.methods.push(Method::default());
    for line in lines(text) {
        walk.step(&line);
    }
    walk.close_all();
    walk.begun.then_some(walk.found)
}

#[derive(Default)]
struct Walk {
    found: Components,
    open: Vec<Kind>,
    event: Option<Event>,
    zone: Option<Embedded>,
    /// The line on which the calendar begins that is open.
    calendar_line: u32,
    /// Something of a calendar has begun.
    begun: bool,
}

impl Walk {
    fn step(&mut self, line: &Line<'_>) {
        match line.name() {
            Some(name) if name.eq_ignore_ascii_case("BEGIN") => self.begin(line),
            // Before a byte order mark was taken for one, it was part of the name.
            None if line
                .text
                .trim_start_matches('\u{feff}')
                .starts_with("BEGIN:") =>
            {
                self.begin(line);
            }
            Some(name) if name.eq_ignore_ascii_case("END") => self.end(&Kind::of(line.rest())),
            Some(name) => self.property(name, line),
            None => {}
        }
    }

    fn begin(&mut self, line: &Line<'_>) {
        let kind = Kind::of(line.rest());
        if kind == Kind::Calendar {
            self.close_all();
            self.calendar_line = line.number;
            self.found.methods.push(Method::default());
        } else if kind.is_part() {
            while self.open.last().is_some_and(|open| *open != Kind::Calendar) {
                self.close();
            }
        }
        self.begun = self.begun || kind == Kind::Calendar || kind == Kind::Event;
        if self.open.len() >= DEEPEST {
            return;
        }
        match &kind {
            Kind::Event => self.event = Some(Event::new(self.calendar(), line.number)),
            Kind::Zone => self.zone = Some(Embedded::default()),
            Kind::Observance => {
                if let Some(zone) = &mut self.zone {
                    zone.begin();
                }
            }
            Kind::Passed(_, what) => self.found.pass_over(what, 1),
            Kind::Calendar | Kind::Other(_) => {}
        }
        self.open.push(kind);
    }

    fn end(&mut self, kind: &Kind) {
        if !self.open.contains(kind) {
            return;
        }
        while self.open.last().is_some_and(|open| open != kind) {
            self.close();
        }
        match self.open.pop() {
            Some(Kind::Event) => self.found.events.extend(self.event.take()),
            Some(Kind::Zone) => {
                let zone = self.zone.take().map(|zone| (self.calendar(), zone));
                self.found.zones.extend(zone);
            }
            Some(Kind::Calendar | Kind::Observance | Kind::Passed(..) | Kind::Other(_)) | None => {}
        }
    }

    /// Closes the innermost of what is open, because its end is missing.
    fn close(&mut self) {
        match self.open.pop() {
            Some(Kind::Event) => {
                let lost = self.event.take().map(|event| event.line);
                self.found.damaged.extend(lost);
            }
            Some(Kind::Zone) => self.zone = None,
            Some(Kind::Calendar | Kind::Observance | Kind::Passed(..) | Kind::Other(_)) | None => {}
        }
    }

    fn close_all(&mut self) {
        let is_cut_off = self.open.first() == Some(&Kind::Calendar);
        if is_cut_off && !self.open.contains(&Kind::Event) {
            self.found.cut_off.push(self.calendar_line);
        }
        while !self.open.is_empty() {
            self.close();
        }
    }

    fn property(&mut self, name: &str, line: &Line<'_>) {
        match self.open.last() {
            Some(Kind::Event) => {
                if let Some(event) = &mut self.event {
                    event.take(line);
                }
            }
            Some(Kind::Zone) => {
                if let Some(zone) = &mut self.zone {
                    zone.take(line);
                }
            }
            Some(Kind::Observance) => {
                if let Some(zone) = &mut self.zone {
                    zone.take_observed(line);
                }
            }
            Some(Kind::Calendar) if name.eq_ignore_ascii_case("METHOD") => {
                if let Some(last) = self.found.methods.last_mut() {
                    *last = method(line);
                }
            }
            Some(Kind::Calendar | Kind::Passed(..) | Kind::Other(_)) | None => {}
        }
    }

    /// The number of the calendar that is open, or of what is in none.
    fn calendar(&self) -> usize {
        match self.open.first() {
            Some(Kind::Calendar) => self.found.methods.len() - 1,
            _ => 0,
        }
    }
}

fn method(line: &Line<'_>) -> Method {
    match line.rest().to_ascii_uppercase().as_str() {
        "CANCEL" => Method::Cancel(line.number),
        "REPLY" | "COUNTER" | "DECLINECOUNTER" | "REFRESH" => Method::Answer,
        _ => Method::Publish,
    }
}

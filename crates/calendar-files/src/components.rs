//! Goes through the lines of a file and parts it into calendars, events and zones. What does not
//! end, or ends within something else, costs only itself.

use crate::content_lines::{ContentLine, content_lines};
use crate::left_out::{LeftOutCounts, LeftOutKind};
use crate::limits::DEPTH;
use crate::vtimezone::Vtimezone;
use crate::written_event::WrittenEvent;

/// What a calendar that was sent is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Method {
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
pub(crate) struct Components {
    /// For each calendar of the file, what it is for. The first stands for what is in none.
    pub(crate) methods: Vec<Method>,
    /// Its events.
    pub(crate) events: Vec<WrittenEvent>,
    /// Its zones, each with the calendar that it is in.
    pub(crate) zones: Vec<(usize, Vtimezone)>,
    /// The lines on which events begin that do not end.
    pub(crate) damaged: Vec<u32>,
    /// The lines on which calendars begin that do not end, and that do not break off within an event
    /// either.
    pub(crate) cut_off: Vec<u32>,
    /// What is no event.
    pub(crate) left_out: LeftOutCounts,
}

/// What can begin and end.
#[derive(Debug, Clone, PartialEq, Eq)]
enum ComponentKind {
    Calendar,
    Event,
    Zone,
    Observance,
    /// Something else that stands directly in a calendar and is left out.
    LeftOutKind(LeftOutKind),
    Other(String),
}

impl ComponentKind {
    fn of(name: &str) -> ComponentKind {
        let name = name.trim().to_ascii_uppercase();
        match name.as_str() {
            "VCALENDAR" => ComponentKind::Calendar,
            "VEVENT" => ComponentKind::Event,
            "VTIMEZONE" => ComponentKind::Zone,
            "STANDARD" | "DAYLIGHT" => ComponentKind::Observance,
            "VTODO" => ComponentKind::LeftOutKind(LeftOutKind::Todo),
            "VJOURNAL" => ComponentKind::LeftOutKind(LeftOutKind::Journal),
            "VFREEBUSY" => ComponentKind::LeftOutKind(LeftOutKind::FreeBusy),
            _ => ComponentKind::Other(name),
        }
    }

    /// Whether it stands directly in a calendar, so that it ends whatever is still open there.
    fn is_part(&self) -> bool {
        matches!(
            self,
            ComponentKind::Event | ComponentKind::Zone | ComponentKind::LeftOutKind(_)
        )
    }
}

/// Parts a file. Nothing when it has no calendar in it.
pub(crate) fn components(text: &str) -> Option<Components> {
    let mut reader = ComponentReader::default();
    reader.found.methods.push(Method::default());
    for line in content_lines(text) {
        reader.step(&line);
    }
    reader.close_all();
    reader.begun.then_some(reader.found)
}

#[derive(Default)]
struct ComponentReader {
    found: Components,
    open: Vec<ComponentKind>,
    event: Option<WrittenEvent>,
    zone: Option<Vtimezone>,
    /// The line on which the calendar begins that is open.
    calendar_line: u32,
    /// Something of a calendar has begun.
    begun: bool,
}

impl ComponentReader {
    fn step(&mut self, line: &ContentLine<'_>) {
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
            Some(name) if name.eq_ignore_ascii_case("END") => {
                self.end(&ComponentKind::of(line.rest()));
            }
            Some(name) => self.property(name, line),
            None => {}
        }
    }

    fn begin(&mut self, line: &ContentLine<'_>) {
        let kind = ComponentKind::of(line.rest());
        if kind == ComponentKind::Calendar {
            self.close_all();
            self.calendar_line = line.number;
            self.found.methods.push(Method::default());
        } else if kind.is_part() {
            while self
                .open
                .last()
                .is_some_and(|open| *open != ComponentKind::Calendar)
            {
                self.close();
            }
        }
        self.begun = self.begun || kind == ComponentKind::Calendar || kind == ComponentKind::Event;
        if self.open.len() >= DEPTH {
            return;
        }
        match &kind {
            ComponentKind::Event => {
                self.event = Some(WrittenEvent::new(self.calendar(), line.number));
            }
            ComponentKind::Zone => self.zone = Some(Vtimezone::default()),
            ComponentKind::Observance => {
                if let Some(zone) = &mut self.zone {
                    zone.begin();
                }
            }
            ComponentKind::LeftOutKind(what) => self.found.left_out.add(*what, 1),
            ComponentKind::Calendar | ComponentKind::Other(_) => {}
        }
        self.open.push(kind);
    }

    fn end(&mut self, kind: &ComponentKind) {
        if !self.open.contains(kind) {
            return;
        }
        while self.open.last().is_some_and(|open| open != kind) {
            self.close();
        }
        match self.open.pop() {
            Some(ComponentKind::Event) => self.found.events.extend(self.event.take()),
            Some(ComponentKind::Zone) => {
                let zone = self.zone.take().map(|zone| (self.calendar(), zone));
                self.found.zones.extend(zone);
            }
            Some(
                ComponentKind::Calendar
                | ComponentKind::Observance
                | ComponentKind::LeftOutKind(_)
                | ComponentKind::Other(_),
            )
            | None => {}
        }
    }

    /// Closes the innermost of what is open, because its end is missing.
    fn close(&mut self) {
        match self.open.pop() {
            Some(ComponentKind::Event) => {
                let lost = self.event.take().map(|event| event.line);
                self.found.damaged.extend(lost);
            }
            Some(ComponentKind::Zone) => self.zone = None,
            Some(
                ComponentKind::Calendar
                | ComponentKind::Observance
                | ComponentKind::LeftOutKind(_)
                | ComponentKind::Other(_),
            )
            | None => {}
        }
    }

    fn close_all(&mut self) {
        let is_cut_off = self.open.first() == Some(&ComponentKind::Calendar);
        if is_cut_off && !self.open.contains(&ComponentKind::Event) {
            self.found.cut_off.push(self.calendar_line);
        }
        while !self.open.is_empty() {
            self.close();
        }
    }

    fn property(&mut self, name: &str, line: &ContentLine<'_>) {
        match self.open.last() {
            Some(ComponentKind::Event) => {
                if let Some(event) = &mut self.event {
                    event.take(line);
                }
            }
            Some(ComponentKind::Zone) => {
                if let Some(zone) = &mut self.zone {
                    zone.take(line);
                }
            }
            Some(ComponentKind::Observance) => {
                if let Some(zone) = &mut self.zone {
                    zone.take_observed(line);
                }
            }
            Some(ComponentKind::Calendar) if name.eq_ignore_ascii_case("METHOD") => {
                if let Some(last) = self.found.methods.last_mut() {
                    *last = method(line);
                }
            }
            Some(
                ComponentKind::Calendar | ComponentKind::LeftOutKind(_) | ComponentKind::Other(_),
            )
            | None => {}
        }
    }

    /// The number of the calendar that is open, or of what is in none.
    fn calendar(&self) -> usize {
        match self.open.first() {
            Some(ComponentKind::Calendar) => self.found.methods.len() - 1,
            _ => 0,
        }
    }
}

fn method(line: &ContentLine<'_>) -> Method {
    match line.rest().to_ascii_uppercase().as_str() {
        "CANCEL" => Method::Cancel(line.number),
        "REPLY" | "COUNTER" | "DECLINECOUNTER" | "REFRESH" => Method::Answer,
        _ => Method::Publish,
    }
}

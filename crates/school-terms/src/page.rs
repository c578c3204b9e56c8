//! What is written out of a school's file, so that faults have a place, and the faults themselves.

use located::diagnostic::Diagnostic;
use located::source::{SourceId, Span, Spot, Transcript};

/// More faults are not told of one file: by then it is another file that was meant.
const MOST_FAULTS: usize = 30;

/// The transcript of a file, of which only what is about terms is written down.
pub(crate) struct Page {
    id: SourceId,
    transcript: Transcript,
    faults: Vec<Diagnostic>,
    left_out: usize,
}

impl Page {
    /// An empty one, of the file that will have this number.
    pub(crate) fn new(id: SourceId) -> Self {
        Page {
            id,
            transcript: Transcript::default(),
            faults: Vec::new(),
            left_out: 0,
        }
    }

    /// Begins a sheet of a workbook.
    pub(crate) fn sheet(&mut self, name: &str) -> u16 {
        self.transcript.sheet(name)
    }

    /// Begins an entry of a calendar.
    pub(crate) fn entry(&mut self, about: String) -> u32 {
        self.transcript.entry(about)
    }

    /// Writes a line, and gives the place of its value.
    pub(crate) fn line(&mut self, spot: Spot, heading: &str, value: &str) -> Span {
        let written = self.transcript.line(spot, heading, value);
        Span::new(self.id, written.value.start, written.value.end)
    }

    /// The place of the file as a whole.
    pub(crate) fn whole(&self) -> Span {
        Span::new(self.id, 0, 0)
    }

    /// Keeps a fault.
    pub(crate) fn fault(&mut self, fault: Diagnostic) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(fault);
        } else {
            self.left_out += 1;
        }
    }

    /// Says that nothing of the file can be read.
    pub(crate) fn refuse(&mut self, code: &'static str, message: &str, help: &str) {
        self.fault(Diagnostic::error(code, self.whole(), message.to_owned()).help(help.to_owned()));
    }

    /// Whether something could not be read.
    pub(crate) fn has_errors(&self) -> bool {
        self.left_out > 0 || self.faults.iter().any(Diagnostic::is_error)
    }

    /// The transcript and the faults.
    pub(crate) fn finish(mut self) -> (Transcript, Vec<Diagnostic>) {
        if self.left_out > 0 {
            let message = format!("this file has {} more faults", self.left_out);
            let help = "check whether it is the file of a school's terms";
            self.faults
                .push(Diagnostic::error("more-faults", self.whole(), message).help(help));
        }
        (self.transcript, self.faults)
    }
}

//! A charter: who promised what to whom, by which standards, and by which calendar.

mod edits;
mod load;
mod merge;
mod read;

use chrono::NaiveDate;
use closed_words::words;

pub use edits::EDITS_NAME;
pub use load::{
    LoadedCalendar, LoadedCharter, load, load_calendar, load_changed, load_with_examples,
};
pub(crate) use read::asked;
pub use read::{CalendarOrigin, Example, Examples, FileLoader, SchoolSource};

use crate::report_format;
use crate::rules::{PlainLanguage, Review, Rule, Severity, Silence};
use engagement_records::fields::Field;
use engagement_records::read::{Limits, Period, ReadSettings};
use engagement_records::record::{Duty, Holds, ImportSettings, Parties, Party, Side, Vocabulary};
use identifiers::redact::Redactor;
use identifiers::text::SafeText;
use located::source::Span;
use working_days::Calendar;

/// The charter that ships with the program.
pub const BUILT_IN: &str = include_str!("../../charter.yaml");

/// What the built-in charter is called in places and provenance.
pub const BUILT_IN_NAME: &str = "built-in charter";

/// The examples of its clauses.
pub const BUILT_IN_EXAMPLES: &str = include_str!("../../charter.examples.yaml");

/// What they are called in places.
pub const BUILT_IN_EXAMPLES_NAME: &str = "built-in examples";

/// Everything that a charter says.
#[derive(Debug, Clone)]
pub struct Charter {
    /// Where it begins.
    pub span: Span,
    /// Its title.
    pub title: String,
    /// Who made the promises.
    pub parties: Parties,
    /// Whether and when the parties adopted the standards.
    pub standards: Adoption,
    /// How often the charter is to be reviewed.
    pub review: Review,
    /// Fields that only this area's records have, under `local:`.
    pub fields: Vec<(String, Holds)>,
    /// What this area says about its tables and calendars.
    pub imports: ImportSettings,
    /// Fields and groups of fields for which every file is to have a place: without one, its records
    /// are silent.
    pub must_record: Vec<String>,
    /// How days are counted.
    pub calendar: Calendar,
    /// Where its calendar was read.
    pub calendar_origin: CalendarOrigin,
    /// The rungs of the ladder of participation, lowest first.
    pub ladder: Vec<String>,
    /// Abbreviations to expand, and those that everybody knows.
    pub plain_language: PlainLanguage,
    /// What must not be in records, what may, and what hides it.
    pub redactor: Redactor,
    /// Where explanations are accepted from, and when there are too many of them.
    pub explanations: ExplanationTerms,
    /// What was promised, in order.
    pub clauses: Vec<Clause>,
    school_ids: Vec<String>,
}

/// When the local standards were adopted, and by whom. Blank: they are tool defaults.
#[derive(Debug, Clone, Default)]
pub struct Adoption {
    /// The day.
    pub adopted_on: Field<NaiveDate>,
    /// The body, such as `SEND strategy group`.
    pub adopted_by: Field<String>,
    /// What was adopted besides the numbers that the charter names itself.
    pub adopted: Field<AdoptedAsWell>,
}

words! {
    /// What parties can adopt without naming it.
    pub enum AdoptedAsWell {
        /// The numbers of this program, for all promises for which the charter names no other.
        Defaults = "defaults",
    }
}

/// Where explanations are accepted from, and when an exception has become the rule.
#[derive(Debug, Clone)]
pub struct ExplanationTerms {
    /// Only explanations in this folder or file hold, so that a forum can keep them itself;
    /// anywhere when absent.
    pub only_in: Option<String>,
    /// So often within twelve months may the same reason not be given for the same clause.
    pub same_reason: u32,
    /// Above this share of all engagements, in per cent, too many are explained.
    pub share: u32,
}

impl Default for ExplanationTerms {
    /// The same reason three times, or over a quarter of the records: proposals of this program.
    fn default() -> Self {
        ExplanationTerms {
            only_in: None,
            same_reason: 3,
            share: 25,
        }
    }
}

/// One promise.
#[derive(Debug, Clone)]
pub struct Clause {
    /// Its id, such as `O4a1`.
    pub id: String,
    /// Where the charter names it.
    pub span: Span,
    /// Whose duty it is.
    pub of: Duty,
    /// What was promised, in our own words.
    pub says: String,
    /// How much it matters when it is not kept.
    pub severity: Severity,
    /// What it means when a record says nothing.
    pub silence: Silence,
    /// Whether falling short can be explained.
    pub explainable: bool,
    /// From when to when it holds.
    pub in_force: InForce,
    /// How it is judged.
    pub judged: Judged,
    /// Where the number stands that it is judged by, where there is one: in the area's own charter
    /// or in the one that it extends.
    pub number: Option<Span>,
    /// A remark for the report, such as that its standard goes beyond the charter's words.
    pub note: Option<String>,
}

/// From when to when a clause holds; open where a day is not given.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct InForce {
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub until: Option<NaiveDate>,
}

/// How a clause is judged.
#[derive(Debug, Clone)]
pub enum Judged {
    /// By a rule.
    By(Box<Rule>),
    /// Not by the program, and why.
    Not(String),
}

impl Judged {
    /// The rule, if the program judges the clause.
    pub fn rule(&self) -> Option<&Rule> {
        match self {
            Judged::By(rule) => Some(rule),
            Judged::Not(_) => None,
        }
    }
}

impl Charter {
    /// The words that this charter lends to the records of its area.
    pub fn vocabulary(&self) -> Vocabulary<'_> {
        Vocabulary {
            parties: &self.parties,
            schools: &self.school_ids,
            ladder: &self.ladder,
            local: &self.fields,
            imports: &self.imports,
        }
    }

    /// How records of its area are read, those of the days that an audit looks at. What several
    /// files say of one meeting becomes one record.
    pub fn read_settings(&self, period: Period) -> ReadSettings<'_> {
        ReadSettings {
            words: self.vocabulary(),
            period,
            join: true,
            reports: report_format::MARKS,
            limits: Limits::default(),
        }
    }

    /// A clause by its id; capitals do not matter.
    pub fn clause(&self, id: &str) -> Option<&Clause> {
        self.clauses
            .iter()
            .find(|clause| clause.id.eq_ignore_ascii_case(id))
    }

    /// Every clause that people may mean by a name: the one with this id, or else those that a rule
    /// of this name judges.
    pub fn clauses_called<'a>(
        &'a self,
        name: &'a str,
    ) -> impl Iterator<Item = (usize, &'a Clause)> {
        let by_id = self.clause(name).is_some();
        let clauses = self.clauses.iter().enumerate();
        clauses.filter(move |(_, clause)| {
            if by_id {
                return clause.id.eq_ignore_ascii_case(name);
            }
            let rule = clause.judged.rule();
            rule.is_some_and(|rule| rule.is_called(name))
        })
    }

    /// The places of the clauses that another version of this charter judges otherwise. The two
    /// differ in parameters of rules and in nothing else.
    pub fn judged_otherwise(&self, other: &Charter) -> Vec<usize> {
        // What a rule learnt from the rest of the charter is part of it, such as how soon feedback is
        // due; and no part of a rule is hidden when it is written out.
        let is_other = |one: &Clause, other: &Clause| {
            format!("{:?}", one.judged) != format!("{:?}", other.judged)
        };
        let pairs = self.clauses.iter().zip(&other.clauses).enumerate();
        pairs
            .filter(|(_, (one, other))| is_other(one, other))
            .map(|(at, _)| at)
            .collect()
    }

    /// Whether another charter lends the same words to records, so that both read them alike.
    pub fn reads_alike(&self, other: &Charter) -> bool {
        let words = |charter: &Charter| {
            let parties = charter.parties.iter();
            let parties: Vec<_> = parties
                .map(|party| {
                    (
                        party.side,
                        party.names().map(str::to_owned).collect::<Vec<_>>(),
                    )
                })
                .collect();
            let imports = &charter.imports;
            let defaults = imports.defaults.iter().map(|(field, all)| {
                let all = all.iter().map(|said| said.value.clone());
                (*field, all.collect::<Vec<String>>())
            });
            let of_files = (&imports.columns, imports.dates, imports.notice_from);
            let others = (&charter.fields, &charter.ladder, &charter.school_ids);
            let defaults: Vec<_> = defaults.collect();
            format!("{parties:?} {of_files:?} {defaults:?} {others:?}")
        };
        words(self) == words(other)
    }

    /// The party that signed for those whose duty it is, where one alone did.
    pub fn signatory(&self, duty: Duty) -> Option<&Party> {
        let side = match duty {
            Duty::Organisation => Side::Organisation,
            Duty::Forum => Side::Forum,
            Duty::Both => return None,
        };
        let mut parties = self.parties.of(side);
        let first = parties.next().filter(|_| parties.next().is_none());
        first.filter(|party| party.signed.get().is_some())
    }

    /// Whose duty it is, in a sentence: the party that signed for it, or the side.
    pub fn whose(&self, duty: Duty) -> SafeText {
        match self.signatory(duty) {
            Some(party) => self.redactor.redact(&party.name),
            None => duty.spoken().into(),
        }
    }

    /// The first day on which those whose duty it is are bound: the earliest known signature among
    /// them. An unknown day binds from the beginning, because it excludes nothing.
    pub fn binds_from(&self, duty: Duty) -> Option<NaiveDate> {
        let mut earliest = None;
        let bound = self
            .parties
            .iter()
            .filter(|party| duty.includes(party.side));
        for party in bound {
            let signed = party.signed.get().copied()?;
            earliest = Some(earliest.map_or(signed, |day: NaiveDate| day.min(signed)));
        }
        earliest
    }

    /// The first day on which a clause is known to hold, if there is one.
    pub fn holds_from(&self, clause: &Clause) -> Option<NaiveDate> {
        self.binds_from(clause.of).max(clause.in_force.from)
    }
}

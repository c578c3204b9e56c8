"""A folder of records under its charter on the as-of day, and what all promises ask of it."""

from datetime import date

from .calendar import Calendar, days, months_later
from .charter import ORGANISATION, Charter, Clause
from .records import Engagement, Record
from .verdicts import Judgement, does_not_apply


class Project:
    """All engagements and decisions that name one project, or one engagement that names none."""

    def __init__(self, name: str | None, engagements: list[Engagement], decisions: list[Record]):
        self.subject = ("project", name) if name else ("engagement", engagements[0].id)
        self.engagements = engagements
        self.counting = [engagement for engagement in engagements if engagement.counts]
        self.begun = [engagement for engagement in self.counting if engagement.has_begun]
        self.over = [engagement for engagement in self.counting if engagement.is_over]
        self.decisions = decisions

    @property
    def days(self) -> list[date | None]:
        """The days on which its parts are over; None for one that nobody wrote down."""
        return [e.end for e in self.counting] + [d.written.get("decided") for d in self.decisions]


class Folder:
    def __init__(self, charter: dict, records: list[dict], as_of: date):
        self.charter, self.as_of = Charter(charter), as_of
        calendar = self.charter.calendar
        self.calendar = Calendar(calendar["bank_holidays"], calendar["closed_days"], calendar["schools"])
        kinds: dict[str, list[dict]] = {}
        for record in records:
            kinds.setdefault(record.get("record", "engagement"), []).append(record)
        self.engagements = [Engagement(e, as_of, self.charter) for e in kinds.get("engagement", [])]
        self.decisions, self.requests, self.contacts, self.conduct = (
            [Record(record, as_of) for record in kinds.get(kind, [])]
            for kind in ("decision", "request", "contact", "conduct")
        )
        self.explanations = kinds.get("explanation", [])

    # Projects

    def engagements_of(self, project: str | None) -> list[Engagement]:
        return [e for e in self.engagements if project and e.project == project]

    def projects(self) -> list[Project]:
        names = dict.fromkeys(e.project for e in self.engagements if e.project)
        together = [
            Project(name, self.engagements_of(name), [d for d in self.decisions if d.project == name]) for name in names
        ]
        return together + [Project(None, [e], []) for e in self.engagements if not e.project]

    # Whether a promise arises

    def in_force(self, clause: Clause, day: date | None, no_later_than: date | None = None) -> bool:
        """What has no day is judged as in force, unless it was certainly over before."""
        begins, known = self.charter.clause_from(clause), day or no_later_than
        return begins is None or known is None or known >= begins

    def owes(self, clause: Clause, engagement: Engagement) -> bool:
        by_forum = clause.of == ORGANISATION and engagement.by_forum_alone
        return engagement.counts and not by_forum and self.in_force(clause, engagement.day, engagement.end)

    def gate(self, clause: Clause, engagement: Engagement) -> Judgement | None:
        """Why a promise about an engagement does not arise, if it does not."""
        if engagement.called_off:
            return does_not_apply("called off")
        if engagement.individual:
            return does_not_apply("one family's case")
        if not self.in_force(clause, engagement.day, engagement.end):
            return does_not_apply("before the signature")
        if clause.of == ORGANISATION and engagement.by_forum_alone:
            return does_not_apply("by the forum alone")
        return None

    def gate_now(self, clause: Clause) -> Judgement | None:
        """What lasts is asked of nobody before the signature."""
        return None if self.in_force(clause, self.as_of) else does_not_apply("before the signature")

    def decision_gate(self, clause: Clause, decision: Record) -> Judgement | None:
        if self.in_force(clause, decision.written.get("decided")):
            return None
        return does_not_apply("before the signature")

    def project_gate(self, clause: Clause, project: Project) -> Judgement | None:
        if any(self.owes(clause, engagement) for engagement in project.engagements):
            return None
        if len(project.engagements) == 1:
            return self.gate(clause, project.engagements[0])
        return does_not_apply("no engagement of the project owes it")

    def year(self, years_ago: int = 0) -> tuple[date, date]:
        """The twelve months that end with the audit, or those before."""
        last = months_later(self.as_of, -12 * years_ago)
        return months_later(last, -12) + days(1), last

"""Decisions: G5, whether parents were involved at all, and O5, whether early enough."""

from datetime import date

from .calendar import days
from .charter import Clause
from .folder import Folder
from .meetings import held_against
from .records import Engagement, Record
from .verdicts import Judgement, does_not_apply, kept, no_evidence, not_kept, still_to_come

NOBODY = does_not_apply("nobody was involved before it, see G5")


class Involvement:
    """What the engagements of a decision's project show of parents."""

    def __init__(self, decision: Record, folder: Folder):
        self.engagements = [e for e in folder.engagements_of(decision.project) if e.counts]
        self.decided: date | None = decision.written.get("decided")
        self.fixed: date | None = decision.written.get("options_fixed")
        # What has closed had opened by then, on whatever day.
        reached = [(e.day or e.end, e.day is None) for e in self.engagements if e.reached_parents and e.has_begun]
        self.first, self.at_the_latest = min(reached) if reached else (None, False)

    def may_have_begun(self, before: date) -> bool:
        """Whether an engagement that leaves its day or its audience open may have come before that day."""
        return any(self.leaves_open(e) and (e.day is None or e.day < before) for e in self.engagements)

    def leaves_open(self, engagement: Engagement) -> bool:
        if engagement.day is None:
            return engagement.reached_parents is not False
        return engagement.has_begun and engagement.reached_parents is None


def decision_involved(clause: Clause, decision: Record, folder: Folder) -> Judgement:
    involvement = Involvement(decision, folder)
    decided, first = involvement.decided, involvement.first
    # Options are fixed no later than it is decided, so what came before that came before the decision.
    limit = decided or involvement.fixed
    if decision.project is None:
        return no_evidence("no project")
    if limit is None:
        return no_evidence("no day")
    if first and first < limit:
        return kept("involved before")
    if folder.as_of < limit:
        return still_to_come("can still be involved", limit - days(1))
    if decided is None:
        return no_evidence("no day")
    if involvement.may_have_begun(limit):
        return no_evidence("one of them may have come before")
    return not_kept("involved too late" if first else "nobody was involved")


def early_involvement(clause: Clause, decision: Record, folder: Folder) -> Judgement:
    """One fact is one breach: what came on the day of the decision or later is G5's."""
    involvement = Involvement(decision, folder)
    decided, fixed, first = involvement.decided, involvement.fixed, involvement.first
    if decision.project is None:
        return no_evidence("no project")
    if decided is None:
        return without_day(involvement, folder)
    last = folder.calendar.last_day_before(decided, *clause.standard())
    last = min(last, fixed - days(1)) if fixed else last
    if first and first <= last and involvement.at_the_latest:
        return kept("early enough, at the latest")
    if first and first <= last:
        return held_against(folder, clause, first, decided, "early enough")
    if folder.as_of < decided:
        # After the last day, only putting the decision off can help.
        return still_to_come("the decision is ahead", last if folder.as_of <= last else decided)
    if involvement.may_have_begun(last + days(1)):
        return no_evidence("one of them may have been early enough")
    if first is None or first >= decided:
        return no_evidence("one of them may have been late") if involvement.may_have_begun(decided) else NOBODY
    if fixed and first >= fixed:
        measured = (folder.calendar.lead(first, decided, clause.standard()[1]), clause.standard()[1])
        return not_kept("nothing could be changed any more", "breach", measured)
    return held_against(folder, clause, first, decided, "late")


def without_day(involvement: Involvement, folder: Folder) -> Judgement:
    """Nobody knows when it was decided; the day on which the options were fixed may settle it all the same."""
    fixed, first = involvement.fixed, involvement.first
    if fixed and first and first >= fixed and not involvement.may_have_begun(fixed):
        return not_kept("nothing could be changed any more", "breach")
    if fixed and folder.as_of < fixed:
        return still_to_come("the options are open", fixed - days(1))
    if first or any(involvement.leaves_open(engagement) for engagement in involvement.engagements):
        return no_evidence("no day")
    return NOBODY

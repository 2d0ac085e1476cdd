"""What the deadline calculator can be asked about, and which facts it then asks for."""

from collections.abc import Iterable
from dataclasses import dataclass

from sendhub.statutory import FACTS, RULES, Fact, Rule

COUNTS = {"AP-02", "AP-02a"}
"""How the tribunal counts any period: asked with the other ways of counting."""

REVERSED = "NA-15"
"""What starts its clock is rare, and asked for apart from what happens to everyone."""

JUDGE_EXCUSES = {"NA-04", "TR-05"}
"""Their facts start no clock: they are asked for as reasons for being late."""


@dataclass(frozen=True)
class Subject:
    """One thing that happens to a child, with the rules that follow from it."""

    key: str
    title: str
    families: tuple[str, ...]

    @property
    def rules(self) -> list[Rule]:
        """The rules whose ids begin with one of the families, in the book's order."""
        return [rule for rule in RULES.values() if _family(rule.id) in self.families]

    @property
    def starts(self) -> list[Fact]:
        """What may have happened: the facts that start a clock or move its dates."""
        return _facts(
            name
            for rule in self.rules
            if rule.id not in {*JUDGE_EXCUSES, REVERSED}
            for name in rule.clock.facts
        )

    @property
    def reversing(self) -> list[Fact]:
        """How a refusal was reversed, beside what starts the other clocks."""
        rules = (rule for rule in self.rules if rule.id == REVERSED)
        found = _facts(name for rule in rules for name in rule.clock.facts)
        return [fact for fact in found if fact not in self.starts]

    @property
    def done(self) -> list[Fact]:
        """What may have been done since, beside the facts that start a clock."""
        found = _facts(name for rule in self.rules for name in rule.met_by)
        return [fact for fact in found if fact not in self.starts]

    @property
    def excusing(self) -> list[Fact]:
        """What may excuse a limit, beside all others."""
        judged = (rule.excuses for rule in self.rules if rule.excuses)
        found = _facts(name for excuses in judged for name in excuses.facts)
        return [fact for fact in found if fact not in (*self.starts, *self.done)]

    @property
    def facts(self) -> list[Fact]:
        return [*self.starts, *self.done, *self.reversing, *self.excusing]


def _family(rule_id: str) -> str:
    return "C" if rule_id in COUNTS else rule_id.partition("-")[0]


def _facts(names: Iterable[str]) -> list[Fact]:
    return [FACTS[name] for name in dict.fromkeys(names)]


SUBJECTS = {
    subject.key: subject
    for subject in (
        Subject("assessment", "A request for a needs assessment", ("NA",)),
        Subject("early_years", "A referral to early years or portage", ("EY",)),
        Subject("reassessment", "Assessing again", ("RA",)),
        Subject("plan", "A final plan and what follows from it", ("PL",)),
        Subject("review", "An annual review", ("AR",)),
        Subject("phase", "Moving to the next phase of education", ("PT",)),
        Subject("move", "Moving to another council", ("TF",)),
        Subject("end", "Ending a plan", ("CE",)),
        Subject("appeal", "Mediation and appeals", ("ME", "AP")),
        Subject("order", "After a tribunal order, or an appeal not opposed", ("TR",)),
        Subject("social_care", "A social care assessment", ("SB",)),
        Subject("place", "A special place, or education out of school", ("IN",)),
        Subject("hub", "The end of a nurture hub place", ("NH",)),
        Subject("complaint", "A complaint about social care", ("CP",)),
        Subject("records", "A request for records or information", ("IR",)),
        Subject("age", "School age and who holds the rights", ("AG",)),
        Subject("period", "Any period that the law sets", ("C",)),
    )
}

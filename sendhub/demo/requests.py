"""Following a request through its steps, each on its day, by the people who would."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from sendhub.casework.models import Document
from sendhub.demo import letters, papers, returned
from sendhub.demo.diary import Diary, workday
from sendhub.demo.pace import Pace
from sendhub.demo.words import notes, plans
from sendhub.ehcps import actions as ehcps
from sendhub.ehcps.rules import (
    NAMED_BY_LAW,
    AdviceKind,
    Ground,
    Quality,
    Route,
    Section,
    at_once,
)
from sendhub.schools.models import Setting

ADVICE_DAYS = 42
HELD_EVERY = 4  # one assessment in four
SENT_BACK_EVERY = 17
ASKED_OF = {
    AdviceKind.PARENT: "{mother}",
    AdviceKind.EDUCATION: "{school}",
    AdviceKind.MEDICAL: "Community paediatrics",
    AdviceKind.PSYCHOLOGY: "Educational psychology service",
    AdviceKind.SOCIAL_CARE: "Children's social care, front door",
    AdviceKind.ADULTHOOD: "Transition team",
    AdviceKind.SENSORY: "Hearing and vision support",
}
SOURCES = ("2", "2", "2", "1", "1", "3", "4", "5")
ADULTHOOD_FROM = 13  # year 9 and above


def log(diary: Diary, *, number: int = 0) -> None:
    """Log the request on the day it came, and give the case to its officer."""
    source = diary.like.source if diary.like else SOURCES[number % len(SOURCES)]
    requester = {"1": "{mother}", "2": "{school}", "3": "Community paediatrics"}

    def act(day: date) -> None:
        diary.assessment = ehcps.request_log(
            child=diary.child,
            by=diary.worker,
            officer=diary.officer,
            received_on=day,
            source=diary.world.county.codes[f"REQUEST_SOURCE:{source}"],
            requester=diary.say(requester.get(source, "")),
            reasons=diary.say(diary.pick(notes.REASONS)),
            dates_checked=True,
        )

    diary.on(diary.starts_on, act)
    letters.write(diary, diary.starts_on, "ehc_acknowledgement")


def decide_to_assess(
    diary: Diary, told_on: date, *, assess: bool = True, reasons: str = ""
) -> None:
    """Decide whether to assess, and tell the family."""
    diary.on(
        told_on,
        lambda day: ehcps.assessment_decide(
            assessment=diary.assessment,
            assess=assess,
            told_on=day,
            reasons=diary.say(reasons),
            by=diary.manager,
        ),
    )
    letters.write(diary, told_on, "ehc_assess" if assess else "ehc_not_assess")


def reverse(
    diary: Diary, happened_on: date, route: Route, *, told_on: date, reasons: str
) -> None:
    """Have the refusal reversed, and go on."""
    diary.on(
        happened_on,
        lambda day: ehcps.refusal_reverse(
            assessment=diary.assessment,
            route=route,
            happened_on=day,
            agreed_by=None,
            told_on=None,
            reasons=diary.say(reasons),
            by=diary.manager,
        ),
    )
    diary.on(
        told_on,
        lambda day: ehcps.reversal_tell(
            reversal=diary.assessment.reversals.get(), told_on=day, by=diary.worker
        ),
    )


def excuse(diary: Diary, day: date, rule: str, why: str) -> None:
    """Record why the law excuses that this limit was missed."""

    def act(told_on: date) -> None:
        limit = diary.case.deadlines.get(rule=rule, about_id=diary.assessment.pk)
        ehcps.exemption_record(
            deadline=limit,
            ground=Ground.CIRCUMSTANCES,
            starts_on=None,
            ends_on=None,
            impractical_because=diary.say(why),
            document=None,
            told_on=told_on,
            by=diary.worker,
        )

    diary.on(day, act)


def ask_for_advice(diary: Diary, asked_on: date) -> dict[AdviceKind, str]:
    """Ask everybody whom the law names, and others whom this child needs."""
    kinds = [*NAMED_BY_LAW]
    if diary.who.age(asked_on) >= ADULTHOOD_FROM:
        kinds.append(AdviceKind.ADULTHOOD)
    if diary.who.primary in ("HI", "VI"):
        kinds.append(AdviceKind.SENSORY)
    asked_of = {kind: diary.say(ASKED_OF[kind]) for kind in kinds}
    diary.on(
        asked_on,
        lambda day: ehcps.advice_ask(
            assessment=diary.assessment,
            asked_on=day,
            asked_of=asked_of,
            by=diary.worker,
        ),
    )
    letters.write(diary, asked_on, "ehc_advice_request")
    if diary.who.born_on.toordinal() % HELD_EVERY == 0:
        diary.on(asked_on, partial(_accept_held, diary))
    return asked_of


def _accept_held(diary: Diary, day: date) -> None:
    """A report of last term that all agree is enough."""
    ehcps.advice_accept(
        assessment=diary.assessment,
        kind=AdviceKind.OTHER,
        author="Speech and language therapy",
        dated_on=workday(day - timedelta(days=100)),
        agreed_on=day,
        agreed_with=diary.say("{mother}"),
        author_agrees=True,
        family_agrees=True,
        summary=diary.say(plans.HELD),
        document=None,
        by=diary.worker,
    )


def advice_comes(
    diary: Diary, kinds: Sequence[AdviceKind], asked_on: date, *, late: float
) -> None:
    """Have advice arrive from these, some of it late; none later than yesterday."""
    chance = diary.world.chance
    for kind in kinds:
        wait = chance.randint(16, 41)
        if chance.random() < late:
            wait = ADVICE_DAYS + chance.randint(2, 12)
        received_on = workday(asked_on + timedelta(days=wait))
        received_on = min(received_on, diary.ago(1))
        diary.on(received_on, partial(_receive, diary, kind))


def _receive(diary: Diary, kind: AdviceKind, received_on: date) -> None:
    advice = diary.assessment.advices.get(kind=kind)
    document: Document | None = papers.advice_document(diary, kind, received_on)
    text = plans.ADVICE[kind]
    if kind == AdviceKind.SOCIAL_CARE and diary.who.born_on.day % 4:
        text = plans.NOT_KNOWN
    ehcps.advice_receive(
        advice=advice,
        received_on=received_on,
        summary=diary.say(text),
        document=document,
        by=diary.worker,
        **_judged(diary, kind),
    )


def _judged(diary: Diary, kind: AdviceKind) -> dict[str, str]:
    """Most advice will do; a little goes back for what is missing."""
    turn = diary.who.born_on.toordinal() + len(kind)
    if turn % SENT_BACK_EVERY == 0:
        return {"quality": Quality.SENT_BACK, "lacking": plans.LACKING}
    return {"quality": Quality.MEETS} if turn % 2 else {}


def decide_to_issue(
    diary: Diary, told_on: date, *, issue: bool = True, reasons: str = ""
) -> None:
    """Decide whether to issue a plan, and tell the family."""
    diary.on(
        told_on,
        lambda day: ehcps.issue_decide(
            assessment=diary.assessment,
            issue=issue,
            told_on=day,
            reasons=diary.say(reasons),
            by=diary.manager,
        ),
    )
    letters.write(diary, told_on, "ehc_issue" if issue else "ehc_not_issue")


def write(diary: Diary, day: date, *, whole: bool = True) -> None:
    """Write the draft; half of it where it is still being written."""

    def act(day: date) -> None:
        texts = sections(diary)
        if not whole:
            texts = {letter: texts[letter] for letter in (Section.A, Section.B)}
        ehcps.plan_write(plan=diary.plan, texts=texts, by=diary.worker)

    diary.on(day, act)


def sections(diary: Diary) -> dict[Section, str]:
    """What the plan says of this child."""
    views, needs, outcome, provision = plans.TEXTS.get(diary.who.primary, plans.GENERAL)
    healthy = diary.who.primary not in ("PD", "PMLD", "HI", "VI", "DS")
    known = diary.who.primary in ("PMLD", "SLD") or diary.who.born_on.day % 9 == 0
    texts = {
        Section.A: views,
        Section.B: needs,
        Section.C: plans.NO_HEALTH if healthy else plans.HEALTH,
        Section.D: plans.SOCIAL if known else plans.NO_SOCIAL,
        Section.E: outcome,
        Section.F: provision,
    }
    return {letter: diary.say(text) for letter, text in texts.items()}


def change_draft(diary: Diary, day: date) -> None:
    """Hear the family's comments and change the draft after them."""

    def act(day: date) -> None:
        ehcps.comments_record(
            plan=diary.plan,
            comments_on=day,
            comments="They agree with most of it and ask for more hours in section F.",
            by=diary.worker,
        )
        text = sections(diary)[Section.F] + " Hours added after the family's comments."
        ehcps.plan_write(plan=diary.plan, texts={Section.F: text}, by=diary.worker)

    diary.on(day, act)


def send_draft(diary: Diary, served_on: date) -> None:
    """Send the draft to the family."""
    diary.on(
        served_on,
        lambda day: ehcps.draft_send(plan=diary.plan, served_on=day, by=diary.worker),
    )
    letters.write(diary, served_on, "ehc_draft")


def issue(
    diary: Diary, issued_on: date, *, setting: Setting | None, arrangement: str = "OTH"
) -> None:
    """Issue the plan, naming the setting or, where there is none, an arrangement."""
    codes, who = diary.world.county.codes, diary.who
    second = codes[f"SEN_TYPE:{who.secondary}"] if who.secondary else None
    diary.on(
        issued_on,
        lambda day: ehcps.plan_issue(
            plan=diary.plan,
            by=diary.manager,
            issued_on=day,
            setting=setting,
            arrangement=None if setting else codes[f"SEN_SETTING:{arrangement}"],
            primary_need=codes[f"SEN_TYPE:{who.primary}"],
            secondary_need=second,
        ),
    )
    letters.write(diary, issued_on, "ehc_final")
    returned.say(diary, issued_on)


def assess(diary: Diary, pace: Pace) -> None:
    """From the request to all advice being there."""
    received_on = diary.starts_on
    asked_on = pace.day(received_on, "asked")
    log(diary, number=diary.who.born_on.day)
    decide_to_assess(diary, pace.day(received_on, "told"))
    asked_of = ask_for_advice(diary, asked_on)
    advice_comes(diary, list(asked_of), asked_on, late=pace.advice_late)


def draft(diary: Diary, pace: Pace) -> None:
    """From the request to the draft that the family has."""
    received_on = diary.starts_on
    assess(diary, pace)
    decide_to_issue(diary, pace.day(received_on, "decided"))
    write(diary, pace.day(received_on, "served"))
    send_draft(diary, pace.day(received_on, "served"))


def withdraw(diary: Diary, withdrawn_on: date, reason: str) -> None:
    """Record that the request was withdrawn."""
    diary.on(
        withdrawn_on,
        lambda day: ehcps.request_withdraw(
            assessment=diary.assessment,
            withdrawn_on=day,
            reason=diary.say(reason),
            by=diary.worker,
        ),
    )


def propose_to_end(diary: Diary, asked_on: date, *, reason: str, why: str) -> None:
    """Ask the family and the setting before the plan ends."""
    code = diary.world.county.codes[f"CEASE_REASON:{reason}"]
    diary.on(
        asked_on,
        lambda day: ehcps.cease_propose(
            plan=diary.plan,
            consulted_on=day,
            cease_reason=code,
            why=diary.say(why),
            by=diary.worker,
        ),
    )


def give_notice(diary: Diary, told_on: date) -> None:
    """Tell the family that the plan will end."""
    diary.on(
        told_on,
        lambda day: ehcps.cease_notify(
            ceasing=diary.plan.ceasings.get(), told_on=day, by=diary.manager
        ),
    )


def appeal_the_end(diary: Diary, appealed_on: date) -> None:
    """Have the tribunal receive an appeal, so that the plan goes on."""
    diary.on(
        appealed_on,
        lambda day: ehcps.cease_challenge(
            ceasing=diary.plan.ceasings.get(),
            certificate_on=None,
            appealed_on=day,
            appeal_decided_on=None,
            by=diary.worker,
        ),
    )


def cease(diary: Diary, ceased_on: date, *, reason: str, detail: str) -> None:
    """End the plan: at once where the law ends it, else after notice and time."""
    if at_once(reason):
        cease_at_once(diary, ceased_on, reason=reason, detail=detail)
        return
    propose_to_end(
        diary, workday(ceased_on - timedelta(days=140)), reason=reason, why=notes.END
    )
    give_notice(diary, workday(ceased_on - timedelta(days=112)))
    diary.on(
        ceased_on,
        lambda day: ehcps.cease_end(
            ceasing=diary.plan.ceasings.get(),
            ceased_on=day,
            detail=diary.say(detail),
            by=diary.manager,
        ),
    )


def cease_at_once(diary: Diary, ceased_on: date, *, reason: str, detail: str) -> None:
    """Cease the plan of a child who moved away, or is 25."""
    code = diary.world.county.codes[f"CEASE_REASON:{reason}"]

    def act(day: date) -> None:
        ehcps.plan_cease(
            plan=diary.plan,
            told_on=workday(day - timedelta(days=28)),
            ceased_on=day,
            cease_reason=code,
            detail=diary.say(detail),
            by=diary.manager,
        )

    diary.on(ceased_on, act)

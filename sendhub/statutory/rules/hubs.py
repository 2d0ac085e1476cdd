"""The end of a place in a nurture hub, and what is asked afterwards: NH-01 to NH-05.

The twelve months themselves are strict: the database holds them (seed 35).
"""

from sendhub.statutory.clocks.kinds import BackFrom, With
from sendhub.statutory.periods import hubs as periods
from sendhub.statutory.rule import Force, Limit, Rule
from sendhub.statutory.sources.hubs import HUB_PAPER
from sendhub.statutory.sources.source import Evidence

WHO = "The nurture hub coordinator"
FOUR = (
    "Of a place of twelve months, that is after ten and after eleven. Family, original"
    " school, hub school and coordinator talk about whether a child of another school"
    " goes back or stays (paragraph 35)."
)

NH_01 = Rule(
    id="NH-01",
    title="Arrange the talk about what follows a nurture hub place",
    trigger="A place in a nurture hub comes to its end",
    who=WHO,
    clock=BackFrom(
        "hub_place_ends",
        periods.ARRANGE_THE_TALK,
        "The talk is arranged {period} before {event}, {begins}: by {due}.",
    ),
    met_by=("hub_talk_arranged",),
    sources=(HUB_PAPER,),
    force=Force.PRACTICE,
    note=FOUR,
)

NH_02 = Rule(
    id="NH-02",
    title="Talk about what follows a nurture hub place",
    trigger="A place in a nurture hub comes to its end",
    who=WHO,
    clock=BackFrom(
        "hub_place_ends",
        periods.HOLD_THE_TALK,
        "The talk takes place {period} before {event}, {begins}, so that the change can"
        " be prepared: by {due}.",
    ),
    met_by=("hub_talk_held",),
    sources=(HUB_PAPER,),
    force=Force.PRACTICE,
    note=FOUR,
)

NH_03 = Rule(
    id="NH-03",
    title="Ask where the child is half a year after a nurture hub",
    trigger="A place in a nurture hub ends",
    who=WHO,
    clock=Limit(
        ("hub_place_ended",),
        periods.ASK_AFTER_SIX,
        "Where the child is {period} after {event} on {begins} is asked and recorded"
        " by {due}, for the evaluation of the hubs.",
    ),
    met_by=("hub_six_months_told",),
    sources=(HUB_PAPER,),
    force=Force.PRACTICE,
)

NH_04 = Rule(
    id="NH-04",
    title="Ask where the child is a year after a nurture hub",
    trigger="A place in a nurture hub ends",
    who=WHO,
    clock=Limit(
        ("hub_place_ended",),
        periods.ASK_AFTER_TWELVE,
        "Where the child is {period} after {event} on {begins} is asked and recorded"
        " by {due}, for the evaluation of the hubs.",
    ),
    met_by=("hub_twelve_months_told",),
    sources=(HUB_PAPER,),
    force=Force.PRACTICE,
)

NH_05 = Rule(
    id="NH-05",
    title="Take a step of the plan for what follows a nurture hub place",
    trigger="The talk about what follows a place agrees on a step",
    who="Whoever the plan names",
    clock=With(
        "hub_step_planned",
        "A step that was agreed for {event} is taken by that day, {begins}.",
        HUB_PAPER,
        Evidence.SECONDARY,
        beforehand=True,
    ),
    met_by=("hub_step_taken",),
    sources=(HUB_PAPER,),
    force=Force.PRACTICE,
)

RULES = (NH_01, NH_02, NH_03, NH_04, NH_05)

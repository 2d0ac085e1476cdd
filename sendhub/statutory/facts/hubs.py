"""The facts of a place in a nurture hub, by name."""

from sendhub.statutory.facts.fact import Fact

FACTS = (
    Fact(
        "hub_place_ends",
        "Last day of the place in a nurture hub",
        "the last day of the place",
    ),
    Fact("hub_talk_arranged", "Talk about what follows the place arranged"),
    Fact("hub_talk_held", "Talk about what follows the place held"),
    Fact(
        "hub_place_ended",
        "Place in a nurture hub ended",
        "the end of the place",
    ),
    Fact(
        "hub_step_planned",
        "By when a step of the plan is to be taken",
        "the day agreed in the talk",
    ),
    Fact("hub_step_taken", "Step of the plan taken"),
    Fact("hub_six_months_told", "Where the child is after six months recorded"),
    Fact("hub_twelve_months_told", "Where the child is after twelve months recorded"),
)

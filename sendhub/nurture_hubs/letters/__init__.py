"""The letters about nurture hubs: what each may say, when it fits, when it is due.

Each step of a referral and of a place has its letters: to whoever holds the rights, and
to the schools that have a part in it (HUB-2 to HUB-7).
"""

from sendhub.casework.rules import ServiceKey
from sendhub.letters import kinds
from sendhub.letters.kinds import Kind, Source
from sendhub.letters.rules import To
from sendhub.nurture_hubs.letters import finds
from sendhub.nurture_hubs.letters.known import load

REFERRAL = {
    "referral.received_on": "the day the referral reached us",
    "referral.from": "who referred the child",
    "referral.school": "the school that the child comes from",
}
ENDED = {
    "decision.told_on": "the day the referral ended",
    "decision.reasons": "the reasons that were recorded",
}
PLACE = {
    "hub.name": "the hub",
    "hub.schools": "the school or schools that run the hub",
    "hub.sessions": "when the hub meets",
    "place.starts_on": "the first day of the place",
    "place.ends_on": "the last day of the place",
}
EARLY = {"place.reasons": "why it ends early or is taken back"}
TALK = {
    "talk.planned_for": "the day of the talk",
    "talk.held_on": "the day on which the talk took place",
    "talk.decision": "what follows the place",
    "talk.school": "the school from then on",
    "talk.plan": "the steps of the plan: what, who, by when",
}
WAIT = {"waiting.why": "why there is no place yet"}

UNTIL_A_PLACE = ("hub_waiting", "hub_waiting_school")
"""The letters that are not so any more when a child stops waiting."""
UNTIL_AN_ANSWER = ("hub_referral", "hub_referral_school", *UNTIL_A_PLACE)
"""Those that are not so any more when a referral ends."""
OF_AN_END = (
    "hub_refused",
    "hub_refused_school",
    "hub_withdrawn",
    "hub_withdrawn_school",
)
"""Those that are not so when the referral that ended was a mistake."""
UNTIL_THE_TALK = (
    "hub_offer",
    "hub_offer_school",
    "hub_moved",
    "hub_moved_school",
    "hub_ends_early",
    "hub_ends_early_school",
)
ABOUT_THE_TALK = ("hub_talk", "hub_talk_school", "hub_decided", "hub_decided_school")
"""The letters that are not so any more when a place, or its talk, is moved."""

SCHOOL = {"referral.school": REFERRAL["referral.school"]}
OF_PLACE = {**PLACE, **SCHOOL}
OF_END = {**REFERRAL, **ENDED}
OF_WAIT = {**REFERRAL, **WAIT}
OF_EARLY = {**OF_PLACE, **EARLY}
OF_TALK = {**OF_PLACE, **TALK}
ORDER = 70
"""Where the letters of the hubs begin among those of every service."""
TO_SCHOOLS = "_school"
LETTERS = (
    ("hub_referral", "we have the referral", REFERRAL, finds.referral_received),
    ("hub_referral_school", "we have your referral", REFERRAL,
     finds.referral_of_school),
    ("hub_waiting", "on the waiting list", OF_WAIT, finds.waiting),
    ("hub_waiting_school", "on the waiting list, to the school", OF_WAIT,
     finds.waiting),
    ("hub_refused", "no place, and why", OF_END, finds.refused),
    ("hub_refused_school", "no place, to the school", OF_END, finds.refused),
    ("hub_withdrawn", "the referral is withdrawn", OF_END, finds.withdrawn),
    ("hub_withdrawn_school", "the referral is withdrawn, to the school", OF_END,
     finds.withdrawn),
    ("hub_offer", "a place", OF_PLACE, finds.offered("hub_offer")),
    ("hub_offer_school", "a place, to the schools", OF_PLACE,
     finds.offered("hub_offer_school")),
    ("hub_moved", "other days", OF_PLACE,
     finds.moved("hub_moved", told_by="hub_offer")),
    ("hub_moved_school", "other days, to the schools", OF_PLACE,
     finds.moved("hub_moved_school", told_by="hub_offer_school")),
    ("hub_ends_early", "the place ends early", OF_EARLY,
     finds.ends_early("hub_ends_early")),
    ("hub_ends_early_school", "the place ends early, to the schools", OF_EARLY,
     finds.ends_early("hub_ends_early_school")),
    ("hub_taken_back", "the place is taken back", OF_EARLY,
     finds.taken_back("hub_taken_back")),
    ("hub_taken_back_school", "the place is taken back, to the schools", OF_EARLY,
     finds.taken_back("hub_taken_back_school")),
    ("hub_talk", "invitation to the talk", OF_TALK, finds.invited("hub_talk")),
    ("hub_talk_school", "invitation to the talk, to the schools", OF_TALK,
     finds.invited("hub_talk_school")),
    ("hub_decided", "what follows the place", OF_TALK, finds.decided("hub_decided")),
    ("hub_decided_school", "what follows, to the schools", OF_TALK,
     finds.decided("hub_decided_school")),
)  # fmt: skip
KINDS = tuple(
    Kind(
        key,
        f"Nurture hubs: {label}",
        ORDER + n,
        fields,
        facts,
        to=To.SERVICE if key.endswith(TO_SCHOOLS) else To.FAMILY,
    )
    for n, (key, label, fields, facts) in enumerate(LETTERS)
)


def register() -> None:
    """Tell letters of these kinds."""
    kinds.register(Source(ServiceKey.HUB, KINDS, load))

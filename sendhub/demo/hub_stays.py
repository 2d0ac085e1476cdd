"""What happens to one child of the nurture hubs, from the referral to a year after."""

from dataclasses import dataclass, field

from sendhub.demo.diary import Diary
from sendhub.nurture_hubs.models import Hub, HubPlace, Referral, Talk
from sendhub.nurture_hubs.rules import Need, Phase

REASONS = (
    "{child} runs out of class when it is loud and hides under tables.",
    "{child} hits other children at playtime and cannot say why.",
    "{child} clings to adults and does not settle after weekends.",
    "{child} has lost a parent and will not speak in class.",
)
TRIED = (
    "A key adult, a quiet corner, a shorter day for four weeks.",
    "Play therapy for a term; advice from the Behaviour Support Team.",
    "Visual timetable and sensory breaks; the family came to three meetings.",
)
SEEN = "{child} joins in with one adult near, and leaves when the group grows."
ADVISED = "Fewer changes of adult; a calm start at the door; praise for coming back."
TARGETS = (
    "Stays in the room for a whole story",
    "Asks an adult for help instead of leaving",
    "Plays beside another child for ten minutes",
)
STEPS = (
    ("Two visits to the new class with the key adult", "Hub school", 28),
    ("Meeting of both teachers", "Both schools", 21),
    ("A letter to the class from the hub", "Hub school", 7),
)
NEEDS = (Need.USUAL, Need.HIGH, Need.USUAL, Need.URGENT)
WEEKS_BEFORE = (8, 12, 9, 15, 7, 11)
AGE = {Phase.PRIMARY: (4, 6), Phase.SECONDARY: (11, 12)}
EARLY, LATE = 3, 8
"""Which of the children in a row left early, and which was recorded somewhere new."""


@dataclass
class HubDiary(Diary):
    """The story of one child who was referred to the hubs."""

    hub: Hub = field(init=False)
    referral: Referral = field(init=False)
    place: HubPlace = field(init=False)
    talk: Talk = field(init=False)

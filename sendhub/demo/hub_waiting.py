"""Children referred to the hubs who have no place: they wait, or it ended."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from sendhub.demo.diary import World
from sendhub.demo.hub_stays import HubDiary, agree, begin, refer
from sendhub.demo.hubs import NETWORK, Stay
from sendhub.nurture_hubs import actions
from sendhub.nurture_hubs.models import Hub
from sendhub.nurture_hubs.rules import Party, Standing


@dataclass(frozen=True)
class Asked:
    """One referral: for which hub, how many weeks ago, and what has been said."""

    hub: str
    weeks: int
    from_host: bool = False
    consent: bool = True
    parties: tuple[Party, ...] = (Party.COORDINATOR, Party.SCHOOL)
    ended: Standing | None = None


ASKED = (
    Asked("Leominster", 14, from_host=True),
    Asked("Leominster", 9),
    Asked("Leominster", 6),
    Asked("Broadlands", 5),
    Asked("Leominster", 4, parties=(Party.COORDINATOR,)),
    Asked("Ashfield Park", 3, consent=False, parties=(Party.COORDINATOR,)),
    Asked("Lord Scudamore", 1, from_host=True, parties=()),
    Asked("Leominster", 26, parties=(Party.COORDINATOR,), ended=Standing.REFUSED),
    Asked("Broadlands", 31, from_host=True, ended=Standing.WITHDRAWN),
    Asked("Ashfield Park", 20, consent=False, parties=(), ended=Standing.MISTAKE),
)
FULL = "Seven children are there, and two of them need one adult each."
WHY = {
    Standing.REFUSED: "The hub school cannot keep the child safe; see its answer.",
    Standing.WITHDRAWN: "The family moved to Ludlow.",
    Standing.MISTAKE: "The school meant another child of the same class.",
}


def tell(world: World, hubs: Mapping[str, Hub], *, number: int) -> None:
    """Live through each of these referrals."""
    planned = {hub.name: hub for hub in NETWORK}
    for place, asked in enumerate(ASKED):
        stay = Stay(planned[asked.hub], asked.from_host, world.today, world.today)
        diary = begin(
            world, hubs[asked.hub], stay, number=number + place, weeks=asked.weeks
        )
        refer(
            diary, number=number + place, parties=asked.parties, consent=asked.consent
        )
        if asked.ended == Standing.REFUSED:
            after = diary.starts_on + timedelta(days=25)
            no = partial(agree, diary, Party.SCHOOL, agreed=False, says=FULL)
            diary.on(after, no)
        if asked.ended:
            after = diary.starts_on + timedelta(days=40)
            diary.on(after, partial(_end, diary, asked.ended))
        diary.live_through()


def _end(diary: HubDiary, standing: Standing, day: date) -> None:
    actions.referral_end(
        referral=diary.referral,
        standing=standing,
        ended_on=day,
        reason=WHY[standing],
        by=diary.worker,
    )

# ruff: noqa: S608  every statement is written here
"""What must hold of nurture hubs."""

from collections.abc import Iterator

from sendhub.casework.limits import Asked, Differing, differing
from sendhub.core.verifying import AT_ONCE, Check, rows
from sendhub.nurture_hubs.actions.clocks import facts_of
from sendhub.nurture_hubs.models import HubPlace
from sendhub.nurture_hubs.rules.ends import deadlines_wanted

TAKEN = """
    SELECT p.hub_id, d::date AS day, count(*) AS taken
      FROM nurture_hubs_hubplace p,
           generate_series(p.starts_on, p.ends_on, '1 day') d
     WHERE p.withdrawn_at IS NULL
     GROUP BY p.hub_id, d
"""
STANDING = "SELECT FROM nurture_hubs_hubplace p WHERE p.withdrawn_at IS NULL"
BOTH = """
    SELECT max(a.on) AS since FROM nurture_hubs_agreement a
     WHERE a.referral_id = r.id AND a.agreed AND a.withdrawn_on IS NULL
     GROUP BY a.hub_id HAVING count(DISTINCT a.party) = 2
"""
AGREED = f"(r.consent_on IS NOT NULL AND EXISTS ({BOTH}))"


def _asked() -> Iterator[Asked]:
    """Each place, with what is due at its end and after it."""
    for place in HubPlace.objects.for_clocks().order_by("pk").iterator(AT_ONCE):
        yield place.pk, deadlines_wanted(facts_of(place))


def wrong_deadlines() -> Iterator[Differing]:
    """Compare what there is with what is asked for; name what is wrong."""
    return differing("nurture_hubs.hubplace", _asked())


CHECKS = [
    Check(
        "nurture_hubs.deadlines_right",
        "every place has the dates of its end and of what is asked later: the days "
        "that the rule book says, open, met, late or void as the facts say",
        wrong_deadlines,
    ),
    Check(
        "nurture_hubs.days_counted",
        "the days of each hub say how many places are taken, counted again",
        rows(
            f"SELECT coalesce(n.hub_id, t.hub_id), coalesce(n.day, t.day)"
            f" FROM nurture_hubs_hubday n FULL JOIN ({TAKEN}) t"
            " ON t.hub_id = n.hub_id AND t.day = n.day"
            " WHERE coalesce(n.taken, 0) <> coalesce(t.taken, 0)"
        ),
    ),
    Check(
        "nurture_hubs.days_have_their_places",
        "the days of each hub say how many places there are, while it is open",
        rows(
            "SELECT n.hub_id, n.day FROM nurture_hubs_hubday n"
            " WHERE n.places <> nurture_hubs_places_on(n.hub_id, n.day)"
        ),
    ),
    Check(
        "nurture_hubs.never_overbooked",
        "no hub has more children on a day than places",
        rows(
            f"SELECT t.hub_id, t.day FROM ({TAKEN}) t"
            " WHERE t.taken > nurture_hubs_places_on(t.hub_id, t.day)"
        ),
    ),
    Check(
        "nurture_hubs.place_of_the_child_referred",
        "a place is of the child who was referred, on an open or closed hub case",
        rows(
            "SELECT p.id FROM nurture_hubs_hubplace p"
            " JOIN nurture_hubs_referral r ON r.id = p.referral_id"
            " JOIN casework_case c ON c.id = r.case_id"
            " WHERE c.child_id <> p.child_id OR c.service <> 'hub'"
        ),
    ),
    Check(
        "nurture_hubs.places_agreed",
        "the family, the coordinator and the hub school agreed to every place",
        rows(
            "SELECT p.id FROM nurture_hubs_hubplace p"
            " JOIN nurture_hubs_referral r ON r.id = p.referral_id"
            " WHERE p.withdrawn_at IS NULL AND (r.consent_on IS NULL OR 2 >"
            " (SELECT count(DISTINCT a.party) FROM nurture_hubs_agreement a"
            " WHERE a.referral_id = r.id AND a.hub_id = p.hub_id"
            " AND a.agreed AND a.withdrawn_on IS NULL))"
        ),
    ),
    Check(
        "nurture_hubs.referral_stands_as_its_place",
        "a referral has its place exactly when it says so",
        rows(
            "SELECT r.id FROM nurture_hubs_referral r"
            " WHERE (r.standing = 'placed') <>"
            f" EXISTS ({STANDING} AND p.referral_id = r.id)"
        ),
    ),
    Check(
        "nurture_hubs.who_waits_is_agreed",
        "a referral waits exactly when the family and both parties have agreed",
        rows(
            "SELECT r.id FROM nurture_hubs_referral r"
            " WHERE r.standing IN ('referred', 'waiting')"
            f" AND (r.standing = 'waiting') <> {AGREED}"
        ),
    ),
    Check(
        "nurture_hubs.waits_since_the_last_agreed",
        "who waits, waits since the last of family, coordinator and hub school agreed",
        rows(
            "SELECT r.id FROM nurture_hubs_referral r WHERE r.standing = 'waiting'"
            " AND r.waits_since <> greatest(r.received_on, r.consent_on, ("
            f" SELECT min(hub.since) FROM ({BOTH}) hub))"
        ),
    ),
    Check(
        "nurture_hubs.open_on_open_case",
        "what is asked for stands on an open hub case",
        rows(
            "SELECT r.id FROM nurture_hubs_referral r"
            " JOIN casework_case c ON c.id = r.case_id"
            " WHERE c.service <> 'hub' OR r.standing IN ('referred', 'waiting')"
            " AND c.closed_on IS NOT NULL"
        ),
    ),
    Check(
        "nurture_hubs.nothing_after_death",
        "nobody who has died has a place afterwards, or waits for one",
        rows(
            "SELECT k.id FROM people_child k WHERE k.died_on IS NOT NULL AND ("
            f" EXISTS ({STANDING} AND p.child_id = k.id"
            " AND p.ends_on > greatest(k.died_on, p.starts_on))"
            " OR EXISTS (SELECT FROM nurture_hubs_referral r"
            " JOIN casework_case c ON c.id = r.case_id WHERE c.child_id = k.id"
            " AND r.standing IN ('referred', 'waiting')))"
        ),
    ),
    Check(
        "nurture_hubs.hubs_have_a_host",
        "every hub that is open has a school that runs it",
        rows(
            "SELECT h.id FROM nurture_hubs_hub h WHERE h.opens_on <= current_date"
            " AND (h.closes_on IS NULL OR h.closes_on >= current_date)"
            " AND NOT EXISTS (SELECT FROM nurture_hubs_hubhost o"
            " WHERE o.hub_id = h.id AND o.starts_on <= current_date"
            " AND (o.ends_on IS NULL OR o.ends_on >= current_date))"
        ),
    ),
]

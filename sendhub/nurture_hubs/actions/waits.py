"""Whether a referral waits for a place, and since when: kept right by each act."""

from collections.abc import Collection

from sendhub.nurture_hubs.actions.untrue import referral_letters_stop
from sendhub.nurture_hubs.letters import UNTIL_A_PLACE
from sendhub.nurture_hubs.models import Agreement, Referral
from sendhub.nurture_hubs.rules import OPEN, Standing
from sendhub.nurture_hubs.rules.referrals import waits_since


def wait_or_not(referral: Referral, *, also: Collection[str] = ()) -> None:
    """Save whether a referral waits, and since when (`rules.referrals.waits_since`).

    Called after whatever changes what the family or one of the two parties said.
    `also` names what else was changed of it.
    """
    changed = set(also)
    hubs = Agreement.objects.in_force().filter(referral=referral).hubs_since()
    since = waits_since(
        received_on=referral.received_on,
        consent_on=referral.consent_on,
        agreed_on=hubs.values(),
    )
    standing = Standing.WAITING if since else Standing.REFERRED
    known = (referral.standing, referral.waits_since)
    if referral.standing in OPEN and known != (standing, since):
        changed |= {"standing", "waits_since"}
        referral.standing, referral.waits_since = standing, since
        if not since:
            stopped = "The child does not wait for a place any more."
            referral_letters_stop(referral, UNTIL_A_PLACE, reason=stopped)
    if changed:
        referral.save(update_fields=changed)

"""Everything that changes who signs in and how, outside Django admin's own forms."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group
from django.db import transaction

from sendhub.accounts.models import LastFilter, Notice, NoticeSeen, SavedFilter, User
from sendhub.accounts.permissions import Permission
from sendhub.accounts.roles import RoleKey
from sendhub.audit.models import SignIn
from sendhub.audit.record import note_sign_in, record
from sendhub.core.errors import RuleBroken
from sendhub.core.narrowing import NarrowedList, list_at

LONGEST_QUERY = 1000
FILTERS_AT_MOST = 20
"""How many filters one person keeps for one list: more are not found again."""


@transaction.atomic
def administrator_make(
    *, email: str, name: str, password: str, another: bool = False
) -> User:
    """Make the first administrator, who then adds everybody else in Django admin."""
    group = Group.objects.select_for_update().get(name=RoleKey.ADMINISTRATOR)
    there = User.objects.with_any_role(RoleKey.ADMINISTRATOR).first()
    if there and not another:
        raise RuleBroken(f"There is an administrator already: {there} ({there.email}).")
    if User.objects.filter(email=email.lower()).exists():
        raise RuleBroken(f"Somebody signs in as {email} already.", field="email")
    user = User.objects.create_user(email=email, password=password, name=name)
    user.groups.add(group)
    record("accounts.administrator_make", by=user, about=user, name=name)
    return user


@transaction.atomic
def second_factor_reset(*, user: User, by: User) -> bool:
    """Let somebody who lost their phone set up a second step anew."""
    removed, _ = Authenticator.objects.filter(user=user).delete()
    if not removed:
        return False
    note_sign_in(None, SignIn.Kind.FACTOR_REMOVED, email=user.email, by=by)
    record("accounts.second_factor_reset", by=by, about=user, name=str(user))
    return True


@transaction.atomic
def sign_in_address_follow(*, user: User) -> None:
    """Forget addresses that no longer sign in, after an administrator changed one."""
    EmailAddress.objects.filter(user=user).exclude(email=user.email).delete()


@transaction.atomic
def filter_save(
    *, listed: NarrowedList, query: str, name: str, by: User, shared: bool = False
) -> SavedFilter:
    """Keep what a list is narrowed to under a name, for oneself or for one's team."""
    User.objects.select_for_update().get(pk=by.pk)
    mine = SavedFilter.objects.of_list(listed.url_name).owned_by(by)
    if mine.count() >= FILTERS_AT_MOST:
        raise RuleBroken(
            f"You have {FILTERS_AT_MOST} filters for this list already. Delete one "
            "that you no longer use first."
        )
    team = by.team if shared and by.may(Permission.FILTER_SHARE) else None
    kept = SavedFilter.objects.create(
        page=listed.url_name, query=query, name=name, person=by, team=team
    )
    record(
        "accounts.filter_save",
        by=by,
        about=kept,
        name=name,
        page=listed.title,
        shared=f" and shared with {team}" if team else "",
    )
    return kept


def filter_remember(*, listed: NarrowedList, query: str, by: User) -> None:
    """Remember what a list is narrowed to; the latest takes the place of the former.

    It is nobody's act and has no history: it follows whoever uses the list.
    """
    if len(query) > LONGEST_QUERY:
        return
    LastFilter.objects.bulk_create(
        [LastFilter(person=by, page=listed.url_name, query=query)],
        update_conflicts=True,
        unique_fields=["person", "page"],
        update_fields=["query"],
    )


@transaction.atomic
def filter_drop(*, filter_id: int, by: User) -> None:
    """Delete one's own filter."""
    mine = SavedFilter.objects.owned_by(by).select_for_update(of=("self",))
    kept = mine.filter(pk=filter_id).first()
    if kept is None:
        raise RuleBroken("This filter has been deleted already.")
    listed = list_at(kept.page)
    page = listed.title if listed else kept.page
    record("accounts.filter_drop", by=by, about=kept, name=kept.name, page=page)
    kept.delete()


@transaction.atomic
def digest_choose(*, person: User, weekly_digest: bool, by: User) -> User:
    """Have the weekly digest of one's team by e-mail, or no longer."""
    person = User.objects.select_for_update(of=("self",)).get(pk=person.pk)
    person.weekly_digest = weekly_digest
    person.save(update_fields=["weekly_digest"])
    record(
        "accounts.digest_choose",
        by=by,
        about=person,
        name=str(person),
        said="wanted" if weekly_digest else "not wanted",
    )
    return person


def notice_dismiss(*, notice: Notice, by: User) -> None:
    """Take a notice from one's first page; twice is once."""
    NoticeSeen.objects.bulk_create(
        [NoticeSeen(notice=notice, person=by)], ignore_conflicts=True
    )

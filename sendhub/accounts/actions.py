"""Everything that changes who signs in and how, outside Django admin's own forms."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group
from django.db import transaction

from sendhub.accounts.models import User
from sendhub.accounts.roles import RoleKey
from sendhub.audit.models import SignIn
from sendhub.audit.record import note_sign_in, record
from sendhub.core.errors import RuleBroken


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

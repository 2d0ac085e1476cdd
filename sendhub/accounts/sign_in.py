"""allauth's pages as SENDhub uses them: what they are told, and which are closed."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views as account
from allauth.mfa.totp import views as totp
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from sendhub.core.access import public

NO_MAIL = "django.core.mail.backends.dummy.EmailBackend"


def mail_works() -> bool:
    """Whether this site can send a link for a new password."""
    return settings.EMAIL_BACKEND != NO_MAIL


def needs_mail(view: Callable[..., Any]) -> Callable[..., Any]:
    """Close a page where there is no mail to send."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not mail_works():
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


@public
def closed(request: HttpRequest) -> HttpResponse:
    """Stand in for a page of allauth's that we do not offer; links to it resolve."""
    raise Http404


class SignIn(account.LoginView):
    """Signing in."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(mail_works=mail_works(), **kwargs)


class AppSetUp(totp.ActivateTOTPView):
    """Setting up the second step."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        obligatory = settings.SECOND_FACTOR_OBLIGATORY
        return super().get_context_data(obligatory=obligatory, **kwargs)


class AppRemove(totp.DeactivateTOTPView):
    """Removing the second step."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        obligatory = settings.SECOND_FACTOR_OBLIGATORY
        return super().get_context_data(obligatory=obligatory, **kwargs)

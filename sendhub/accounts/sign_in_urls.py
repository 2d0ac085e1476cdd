"""Signing in: the pages of allauth that we use, under the names it knows them by."""

from allauth.account import views as account
from allauth.mfa.base import views as second_step
from allauth.mfa.recovery_codes import views as codes
from django.urls import path, re_path

from sendhub.accounts import sign_in
from sendhub.core.access import public, signed_in

CLOSED = (
    "account_signup",
    "account_email",
    "account_email_verification_sent",
    "account_set_password",
    "account_confirm_login_code",
)

urlpatterns = [
    path("", public(sign_in.SignIn.as_view()), name="account_login"),
    path("out/", public(account.logout), name="account_logout"),
    path("ended/", public(account.account_inactive), name="account_inactive"),
    path("again/", signed_in(account.reauthenticate), name="account_reauthenticate"),
    path(
        "password/", signed_in(account.password_change), name="account_change_password"
    ),
    path(
        "forgotten/",
        public(sign_in.needs_mail(account.password_reset)),
        name="account_reset_password",
    ),
    path(
        "forgotten/sent/",
        public(sign_in.needs_mail(account.password_reset_done)),
        name="account_reset_password_done",
    ),
    path(
        "forgotten/changed/",
        public(sign_in.needs_mail(account.password_reset_from_key_done)),
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^forgotten/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        public(sign_in.needs_mail(account.password_reset_from_key)),
        name="account_reset_password_from_key",
    ),
    path("code/", public(second_step.authenticate), name="mfa_authenticate"),
    path("security/", signed_in(second_step.index), name="mfa_index"),
    path(
        "security/again/",
        signed_in(second_step.reauthenticate),
        name="mfa_reauthenticate",
    ),
    path(
        "security/app/",
        signed_in(sign_in.AppSetUp.as_view()),
        name="mfa_activate_totp",
    ),
    path(
        "security/app/remove/",
        signed_in(sign_in.AppRemove.as_view()),
        name="mfa_deactivate_totp",
    ),
    path(
        "security/codes/",
        signed_in(codes.view_recovery_codes),
        name="mfa_view_recovery_codes",
    ),
    path(
        "security/codes/new/",
        signed_in(codes.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "security/codes/file/",
        signed_in(codes.download_recovery_codes),
        name="mfa_download_recovery_codes",
    ),
    *(path(f"closed/{name}/", sign_in.closed, name=name) for name in CLOSED),
]

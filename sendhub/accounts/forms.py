"""The forms of signing in: allauth's, in our words and drawn by our template pack."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as second_step
from allauth.mfa.recovery_codes.forms import GenerateRecoveryCodesForm
from allauth.mfa.totp.forms import ActivateTOTPForm, DeactivateTOTPForm
from crispy_forms.helper import FormHelper

ADVICE = (
    "At least 12 characters. Three words that do not belong together are easy to keep "
    "in mind and hard to guess."
)


class Drawn:
    """A form whose page has the form's tag and button; gives its fields our words."""

    fields: dict[str, Any]
    words: dict[str, dict[str, str]] = {}
    controls = {"code": {"inputmode": "numeric", "class": "govuk-input--width-10"}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            words = self.words.get(name, {})
            field.label = words.get("label", field.label)
            field.help_text = words.get("hint", "")
            field.widget.attrs.update(self.controls.get(name, {}))
            field.error_messages["required"] = words.get("required", "")
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True


EMAIL = {"label": "E-mail address", "required": "Enter your e-mail address."}
PASSWORD = {"label": "Password", "required": "Enter your password."}
NEW = {
    "password1": {
        "label": "New password",
        "hint": ADVICE,
        "required": "Enter a new password.",
    },
    "password2": {
        "label": "New password again",
        "required": "Enter the new password again.",
    },
}
CODE = {
    "label": "Code",
    "hint": "The 6 numbers that the app shows now, or one of your recovery codes.",
    "required": "Enter the code.",
}


class SignInForm(Drawn, account.LoginForm):
    """E-mail address and password."""

    words = {"login": EMAIL, "password": PASSWORD}


class PasswordAgainForm(Drawn, account.ReauthenticateForm):
    """The password once more, before something delicate."""

    words = {"password": PASSWORD}


class PasswordChangeForm(Drawn, account.ChangePasswordForm):
    """A new password, by somebody who knows the old one."""

    words = {
        "oldpassword": {
            "label": "Password you use now",
            "required": "Enter the password you use now.",
        },
        **NEW,
    }


class PasswordForgottenForm(Drawn, account.ResetPasswordForm):
    """Where to send the link for a new password."""

    words = {"email": EMAIL}


class PasswordNewForm(Drawn, account.ResetPasswordKeyForm):
    """A new password, by somebody who followed the link."""

    words = NEW


class SecondStepForm(Drawn, second_step.AuthenticateForm):
    """The code, at sign-in."""

    words = {"code": CODE}


class SecondStepAgainForm(Drawn, second_step.ReauthenticateForm):
    """The code once more, before something delicate."""

    words = {"code": CODE}


class AppSetUpForm(Drawn, ActivateTOTPForm):
    """The first code of a new authenticator app."""

    words = {
        "code": {
            "label": "Code",
            "hint": "The 6 numbers that the app shows now.",
            "required": "Enter the code that the app shows.",
        }
    }


class AppRemoveForm(Drawn, DeactivateTOTPForm):
    """Removing the authenticator app."""


class CodesMakeForm(Drawn, GenerateRecoveryCodesForm):
    """Making new recovery codes."""

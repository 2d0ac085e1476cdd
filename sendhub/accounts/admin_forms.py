"""The forms by which an administrator adds and changes users."""

from typing import Any

from django import forms
from django.contrib.auth.forms import BaseUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError

from sendhub.accounts.models import Notice, User
from sendhub.accounts.roles import ROLES, RoleKey

LAST_ONE = "Nobody else is an administrator. Make somebody else one first."


class RolesField(forms.ModelMultipleChoiceField):
    """Roles as boxes to tick, each with what it is for."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any) -> None:
        roles = Group.objects.filter(name__in=list(ROLES)).order_by("name")
        super().__init__(roles, required=False, label="Roles", **kwargs)

    def label_from_instance(self, obj: Any) -> str:
        role = ROLES[obj.name]
        return f"{role.name}: {role.purpose}"


class NoticeForm(forms.ModelForm):
    """What a notice says, when and to whom."""

    roles = RolesField()

    class Meta:
        model = Notice
        fields = ("text", "starts_on", "ends_on", "roles")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[
            "text"
        ].help_text = "Plain text of at most 500 characters. Never a child’s name."
        self.fields["ends_on"].help_text = "Both days are included."
        self.fields["roles"].help_text = "Tick none to show it to everybody."


class UserAddForm(BaseUserCreationForm):
    """Somebody new, with a first password that they then change."""

    groups = RolesField()

    class Meta:
        model = User
        fields = ("email", "name", "job_title", "team", "groups")
        field_classes: dict[str, Any] = {}

    def clean_email(self) -> str:
        return self.cleaned_data["email"].lower()


class UserEditForm(UserChangeForm):
    """Somebody's details, roles and whether they may sign in."""

    groups = RolesField()

    class Meta:
        model = User
        fields = ("email", "name", "job_title", "team", "joined_on", "is_active")
        field_classes: dict[str, Any] = {}

    def clean_email(self) -> str:
        return self.cleaned_data["email"].lower()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        stays = cleaned.get("is_active") and any(
            group.name == RoleKey.ADMINISTRATOR for group in cleaned.get("groups") or ()
        )
        others = User.objects.with_any_role(RoleKey.ADMINISTRATOR)
        is_one = RoleKey.ADMINISTRATOR in self.instance.role_keys
        if is_one and not stays and not others.exclude(pk=self.instance.pk).exists():
            raise ValidationError(LAST_ONE)
        return cleaned

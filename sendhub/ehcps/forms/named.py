"""The settings that a plan names."""

from typing import Any

from sendhub.core.lists import read_keys
from sendhub.people.forms.fields import SettingsChosen
from sendhub.people.models import Address
from sendhub.schools.models import Setting


class SettingsNamed(SettingsChosen):
    """Settings that are open, and what the plan names already.

    What a plan says cannot be taken back, and a URN is soon mistyped: the setting that
    has it is put in the list, by name, for the button to be pressed again.
    """

    data: Any  # what was sent, to be written to
    already: int
    home: Address | None

    def offer_named(self, already: int | None, *, home: Address | None) -> None:
        """Offer what may be named; `already` is the key of what the plan names."""
        self.already, self.home = already or 0, home
        sent = read_keys(self.data.get(name, "") for name in self.settings)
        there = Setting.objects.in_register().filter(pk__in=sent)
        found = there.values_list("pk", flat=True) if sent else []
        self.offer_settings(self.already, *found, home=home)

    def clean(self) -> dict[str, Any]:
        """Refuse a setting that has closed or is not open yet."""
        typed = {name for name in self.settings if self._urn_of(name)}
        cleaned = super().clean()
        for name in self.settings:
            chosen = cleaned.get(name)
            if chosen is None or chosen.pk == self.already:
                continue
            if not chosen.is_open:
                self.add_error(f"{name}_urn", chosen.not_open_words)
            elif name in typed and not self.has_error(f"{name}_urn"):
                self._show_by_name(name, chosen)
        return cleaned

    def _urn_of(self, name: str) -> str:
        return str(self.cleaned_data.get(f"{name}_urn") or "")

    def _show_by_name(self, name: str, chosen: Setting) -> None:
        self.offer_settings(self.already, chosen.pk, home=self.home)
        self.data[name], self.data[f"{name}_urn"] = str(chosen.pk), ""
        self.add_error(
            name,
            f"{chosen.told_apart} is chosen now. If you mean this one, press the "
            "button again.",
        )

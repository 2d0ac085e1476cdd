"""The settings that a plan names."""

from typing import Any

from sendhub.people.forms.fields import SettingsChosen
from sendhub.people.models import Address


class SettingsNamed(SettingsChosen):
    """Settings that are open, and what the plan names already."""

    already: int

    def offer_named(self, already: int | None, *, home: Address | None) -> None:
        """Offer what may be named; `already` is the key of what the plan names."""
        self.already = already or 0
        self.offer_settings(also=self.already, home=home)

    def clean(self) -> dict[str, Any]:
        """Refuse a setting that has closed or is not open yet."""
        cleaned = super().clean()
        for name in self.settings:
            chosen = cleaned.get(name)
            if chosen and chosen.pk != self.already and not chosen.is_open:
                self.add_error(f"{name}_urn", f"{chosen.name} is not open.")
        return cleaned

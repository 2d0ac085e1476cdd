"""Controls that Django does not have: a day in three boxes, several files."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

BOXES = ("day", "month", "year")


class DayWidget(forms.MultiWidget):
    """Three boxes for a day, a month and a year, each named after its part."""

    template_name = "widgets/day.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(dict.fromkeys(BOXES, forms.TextInput), attrs)
        self.wrong: Sequence[str] = ()

    @property
    def first_wrong(self) -> str:
        return self.wrong[0] if self.wrong else BOXES[0]

    def decompress(self, value: date | str | None) -> list[Any]:
        if isinstance(value, str):
            value = date.fromisoformat(value)
        return [value.day, value.month, value.year] if value else [None, None, None]

    def get_context(
        self, name: str, value: Any, attrs: dict[str, Any] | None
    ) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        widget = context["widget"]
        id_ = widget["attrs"].get("id")
        refused = widget["attrs"].get("aria-invalid")
        for box, part in zip(BOXES, widget["subwidgets"], strict=True):
            part["box"] = box
            part["attrs"] |= {"inputmode": "text" if box == "month" else "numeric"}
            if id_:
                part["attrs"]["id"] = f"{id_}_{box}"
            if refused and (box in self.wrong or not self.wrong):
                part["attrs"]["class"] = (
                    f"{part['attrs'].get('class', '')} govuk-input--error"
                )
            else:
                part["attrs"].pop("aria-invalid", None)
        return context


class FilesInput(forms.FileInput):
    """A box for one file or several."""

    allow_multiple_selected = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"multiple": True, **(attrs or {})})

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[Any]:
        return files.getlist(name) if hasattr(files, "getlist") else files.get(name)

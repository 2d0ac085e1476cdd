"""How a form field is drawn: which kind it is, and its control with our classes.

Only our template pack (`templates/forms/`) loads this.
"""

from typing import Any

from crispy_forms.layout import BaseInput
from django import forms, template
from django.forms.boundfield import BoundField, BoundWidget
from django.utils.safestring import SafeString
from django_filters.widgets import RangeWidget

from sendhub.core.forms.widgets import DayWidget

register = template.Library()

# The first that fits: checkboxes are a kind of radios to Django, and so on.
KINDS: list[tuple[type[forms.Widget], str]] = [
    (forms.CheckboxSelectMultiple, "checkboxes"),
    (forms.RadioSelect, "radios"),
    (forms.CheckboxInput, "checkbox"),
    (forms.Select, "select"),
    (forms.Textarea, "paragraph"),
    (forms.FileInput, "file"),
    (DayWidget, "date"),
    (RangeWidget, "range"),
    (forms.MultiWidget, "group"),
    (forms.SelectDateWidget, "group"),
]
DJANGO_ROWS = "10"
CLASSES = {
    "checkbox": "govuk-checkboxes__input",
    "select": "govuk-select",
    "paragraph": "govuk-textarea",
    "file": "govuk-file-upload",
}


@register.filter
def control_kind(field: BoundField) -> str:
    """Name the pattern a field is drawn with."""
    widget = field.field.widget
    if widget.is_hidden:
        return "hidden"
    return next((kind for cls, kind in KINDS if isinstance(widget, cls)), "line")


@register.simple_tag
def control(field: BoundField) -> SafeString:
    """Draw the box itself, by Django's widget template, with our classes."""
    kind = control_kind(field)
    widget = field.field.widget
    name = CLASSES.get(kind, "govuk-input")
    attrs: dict[str, Any] = {"class": f"{name} {widget.attrs.get('class', '')}".strip()}
    if field.errors and kind not in ("checkbox", "date"):
        attrs["class"] += f" {name}--error"
    if kind == "paragraph" and widget.attrs.get("rows") == DJANGO_ROWS:
        attrs["rows"] = 5
    return field.as_widget(attrs=attrs)


@register.simple_tag
def option_control(option: BoundWidget, kind: str) -> SafeString:
    """Draw one radio or checkbox, without the label Django would wrap round it."""
    option.data["attrs"]["class"] = f"govuk-{kind}__input"
    option.data["attrs"].pop("aria-invalid", None)
    return option.tag()


@register.filter
def first_box(field: BoundField) -> str:
    """Give the id that a line of the error summary leads to."""
    kind = control_kind(field)
    widget = field.field.widget
    if isinstance(widget, DayWidget):
        return f"{field.auto_id}_{widget.first_wrong}"
    if kind in ("radios", "checkboxes") and field.subwidgets:
        return field.subwidgets[0].id_for_label
    if kind in ("range", "group"):
        return f"{field.auto_id}_0"
    return field.id_for_label or field.auto_id


@register.filter
def button_kind(button: BaseInput) -> str:
    """Pick the class of a button from the words `secondary` or `warning` on it."""
    for kind in ("secondary", "warning"):
        if kind in button.field_classes.split():
            return f" govuk-button--{kind}"
    return ""

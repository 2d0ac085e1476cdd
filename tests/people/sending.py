"""Filling in a page's form as a browser does: everything shown goes back."""

from datetime import date
from typing import Any

from django.db.models import Model
from django.test import Client

BOXES = ("day", "month", "year")


def shown(client: Client, url: str) -> dict[str, Any]:
    """What the form on a page holds when it is opened."""
    form = client.get(url).context["form"]
    typed: dict[str, Any] = {}
    for name in form.fields:
        typed |= boxes(name, form[name].value())
    return typed


def boxes(name: str, value: Any) -> dict[str, Any]:
    """One answer as its boxes send it."""
    if value is None or value is False:
        return {}
    if isinstance(value, date):
        parts = (value.day, value.month, value.year)
        return {f"{name}_{box}": part for box, part in zip(BOXES, parts, strict=True)}
    if isinstance(value, Model):
        return {name: value.pk}
    if isinstance(value, list):
        return {name: [getattr(one, "pk", one) for one in value]}
    return {name: "on" if value is True else value}


def send(client: Client, url: str, **answers: Any) -> Any:
    """Open a page, fill in its form and send it."""
    typed = shown(client, url)
    return client.post(url, changed(typed, **answers))


def changed(typed: dict[str, Any], **answers: Any) -> dict[str, Any]:
    """Write answers over what a form held."""
    kept = dict(typed)
    for name, value in answers.items():
        for key in (name, *(f"{name}_{box}" for box in BOXES)):
            kept.pop(key, None)
        kept |= boxes(name, value)
    return kept


def errors(response: Any) -> dict[str, list[str]]:
    """What a refused form says, by field."""
    assert response.status_code == 200
    return {
        name: list(words) for name, words in response.context["form"].errors.items()
    }

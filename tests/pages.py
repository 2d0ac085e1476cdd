"""Filling in pages as a person does: open, type, press, look at what came back."""

import csv
import io
import re
from datetime import date
from typing import Any

from django.db import models
from django.test import Client

BOXES = ("", "_day", "_month", "_year")


def opened(client: Client, url: str) -> dict[str, Any]:
    """Open a form's page; give what it holds already, hidden facts included."""
    answer = client.get(url)
    assert answer.status_code == 200, (url, answer.status_code)
    return held(answer)


def held(answer: Any) -> dict[str, Any]:
    """What the form of a page would send if nobody typed anything more."""
    form = answer.context["form"]
    values = {name: form[name].value() for name in form.fields}
    if form.is_bound:
        return {**form.data.dict(), "once": values["once"], "seen": values["seen"]}
    return typed(**{name: value for name, value in values.items() if value != ""})


def typed(**answers: Any) -> dict[str, Any]:
    """What a browser would send: days in three boxes, records by key, ticks as on."""
    sent: dict[str, Any] = {}
    for name, value in answers.items():
        if isinstance(value, date):
            sent |= {
                f"{name}_day": value.day,
                f"{name}_month": value.month,
                f"{name}_year": value.year,
            }
        elif isinstance(value, models.Model):
            sent[name] = value.pk
        elif isinstance(value, list):
            sent[name] = [getattr(one, "pk", one) for one in value]
        elif value is True:
            sent[name] = "on"
        elif value is not None and value is not False:
            sent[name] = value
    return sent


def press(
    client: Client, url: str, *, hidden: dict[str, Any] | None = None, **answers: Any
) -> Any:
    """Open a page, fill it in, press its button; give the response."""
    facts = opened(client, url) if hidden is None else hidden
    return client.post(url, written_over(facts, **answers))


def written_over(facts: dict[str, Any], **answers: Any) -> dict[str, Any]:
    """Write answers over what a form held."""
    anew = {name + box for name in answers for box in BOXES}
    kept = {n: v for n, v in facts.items() if n not in anew and v is not None}
    return {**kept, **typed(**answers)}


def errors(answer: Any) -> dict[str, list[str]]:
    """The sentences beside each field of a page that came back."""
    assert answer.status_code == 200, answer.status_code
    form = answer.context["form"]
    return {name: list(said) for name, said in form.errors.items()}


def exported(client: Client, url: str, **query: Any) -> list[dict[str, str]]:
    """The rows of a list as its CSV file gives them, by heading."""
    answer: Any = client.get(url, {**query, "format": "csv"})
    assert answer["Content-Type"].startswith("text/csv")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def seen(answer: Any) -> str:
    """The text of a page, tags left out and spaces folded."""
    text = re.sub(r"<(script|style).*?</\1>", " ", answer.content.decode(), flags=re.S)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))

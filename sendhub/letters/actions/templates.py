"""Writing templates and standard paragraphs: each time a new version."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.core import clock
from sendhub.core.errors import RuleBroken
from sendhub.letters import fields, kinds, markup, merging, rules, standard
from sendhub.letters.composing import paragraphs
from sendhub.letters.models import Template, TemplateVersion
from sendhub.letters.rules import PARAGRAPH_KIND, RIGHTS


@transaction.atomic
def template_add(
    *, kind: str, name: str, subject: str, body: str, by: User
) -> Template:
    """Write a new template, or a new standard paragraph."""
    rules.check_name(name, kind=kind)
    _check_text(kind, name=name, subject=subject, body=body)
    template = Template.objects.create(kind=kind, name=name)
    _version_keep(template, subject=subject, body=body, in_use=True, by=by)
    record("letters.template_add", by=by, about=template, name=name)
    return template


@transaction.atomic
def template_write(
    *, template: Template, subject: str, body: str, in_use: bool, by: User
) -> Template:
    """Write a template anew: letters made before keep what they said."""
    template = Template.objects.select_for_update().get(pk=template.pk)
    _check_text(template.kind, name=template.name, subject=subject, body=body)
    if template.is_paragraph:
        _check_wanted(template, body=body, in_use=in_use)
    _version_keep(template, subject=subject, body=body, in_use=in_use, by=by)
    record(
        "letters.template_write",
        by=by,
        about=template,
        name=template.name,
        number=template.now.number,
        use="" if in_use else "; no longer offered",
    )
    return template


@transaction.atomic
def standard_load(**kwargs: Any) -> None:
    """Put in the templates that come with SENDhub, or their new words.

    What an administrator has ever written is theirs and stays.
    """
    there = {one.name: one for one in Template.objects.for_list()}
    for text in standard.texts():
        template = there.get(text.name)
        if template is None:
            template = Template.objects.create(kind=text.kind, name=text.name)
        elif template.now.written_by or template.now.says == (text.subject, text.body):
            continue
        _version_keep(
            template, subject=text.subject, body=text.body, in_use=True, by=None
        )


def _version_keep(
    template: Template, *, subject: str, body: str, in_use: bool, by: User | None
) -> None:
    last = template.versions.order_by("-number").first()
    template.current = TemplateVersion.objects.create(
        template=template,
        number=last.number + 1 if last else 1,
        subject=subject,
        body=body,
        in_use=in_use,
        written_by=by,
        written_at=clock.now(),
    )
    template.save(update_fields=["current"])


def _check_text(kind: str, *, name: str, subject: str, body: str) -> None:
    """Refuse what could not be filled in or printed, each fault in its sentence."""
    rules.check_subject(subject, kind=kind)
    if kind == PARAGRAPH_KIND:
        known, bodies = fields.fields_of_all(), {}
    else:
        of = kinds.of_key(kind)
        known, bodies = fields.fields_of(of), paragraphs(of)
    _refuse(merging.faults(subject, fields=known), "subject")
    faults = merging.faults(body, fields=known, paragraphs=bodies)
    _refuse([*markup.faults(body), *faults, *_unfit(body, known, bodies)], "body")


def _unfit(
    body: str, known: Mapping[str, str], bodies: Mapping[str, str]
) -> Iterable[str]:
    """Standard paragraphs that name what this kind of letter does not have."""
    for name in merging.ALONE.findall(body):
        for field in merging.names_in(bodies.get(name, "")):
            if field not in known:
                yield (
                    f"The paragraph “{name}” names {{{{ {field} }}}}, which this kind "
                    "of letter does not have."
                )


def _check_wanted(paragraph: Template, *, body: str, in_use: bool) -> None:
    """Keep a paragraph fit for the letters that have it, and there while they do."""
    for template in Template.objects.letters().offered():
        kind = kinds.of_key(template.kind)
        named = set(merging.ALONE.findall(template.now.body))
        if RIGHTS in named:
            named.add(kind.rights)
        if paragraph.name not in named:
            continue
        if not in_use:
            raise RuleBroken(f"The letter “{template}” has this paragraph.", "in_use")
        known = fields.fields_of(kind)
        wrong = [name for name in merging.names_in(body) if name not in known]
        _refuse(
            [
                f"The letter “{template}” has this paragraph and no field “{name}”."
                for name in wrong
            ],
            "body",
        )


def _refuse(faults: Iterable[str], field: str) -> None:
    said = " ".join(faults)
    if said:
        raise RuleBroken(said, field)

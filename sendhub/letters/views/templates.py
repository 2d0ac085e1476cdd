"""Pages on which the templates of letters are written."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from sendhub.accounts.access import Request, requires
from sendhub.accounts.permissions import Permission
from sendhub.audit.models import Look
from sendhub.audit.record import note_look_again
from sendhub.casework.models import Case
from sendhub.core import clock
from sendhub.core.models import Partnership
from sendhub.letters import actions, fields, kinds, markup
from sendhub.letters.composing import BESIDE, compose, merged, paragraphs
from sendhub.letters.forms import TemplateAddForm, TemplateWriteForm
from sendhub.letters.models import Template

HERE = "Letter templates"


@requires(Permission.TEMPLATE_WRITE)
@require_safe
def template_list(request: Request) -> HttpResponse:
    """List the templates of letters and the standard paragraphs."""
    found = Template.objects.for_list()
    order = {kind.key: number for number, kind in enumerate(kinds.every())}
    letters = sorted(found.letters(), key=lambda t: (order.get(t.kind, 99), t.name))
    context = {
        "letters": letters,
        "paragraphs": found.paragraphs(),
        "not_entered": fields.not_entered(fields.OURS, Partnership.objects.get(pk=1)),
    }
    return render(request, "letters/template_list.html", context)


@requires(Permission.TEMPLATE_WRITE)
def template_add(request: Request) -> HttpResponse:
    """Write a new template."""
    form = TemplateAddForm(request)
    if form.performs(actions.template_add, by=request.user):
        messages.success(request, "Template saved. Look at its preview.")
        return redirect("letters:template-preview", form.result.pk)
    context = {
        "form": form,
        "title": "New template",
        "fields": fields.fields_of_all(),
        "paragraphs": Template.objects.paragraphs().offered(),
        "breadcrumbs": _crumbs("New template"),
    }
    return render(request, "letters/template_add.html", context)


@requires(Permission.TEMPLATE_WRITE)
def template_write(request: Request, template_id: int) -> HttpResponse:
    """Write the next version of a template."""
    template = _template(template_id)
    form = TemplateWriteForm(request, record=template)
    if form.performs(actions.template_write, template=template, by=request.user):
        messages.success(request, "Saved as a new version. Look at its preview.")
        return redirect("letters:template-preview", template.pk)
    kind = kinds.of_key(template.kind)
    known = fields.fields_of_all() if template.is_paragraph else fields.fields_of(kind)
    context = {
        "form": form,
        "template": template,
        "title": template.name,
        "fields": known,
        "rights": kind.rights and not template.is_paragraph,
        "paragraphs": []
        if template.is_paragraph
        else Template.objects.paragraphs().offered(),
        "breadcrumbs": _crumbs(template.name),
    }
    return render(request, "letters/template_write.html", context)


@requires(Permission.TEMPLATE_WRITE)
@require_safe
def template_versions(request: Request, template_id: int) -> HttpResponse:
    """Show every version of a template, the newest on top."""
    template = _template(template_id)
    found = template.versions.select_related("written_by").order_by("-number")
    context = {
        "template": template,
        "versions": found,
        "title": f"{template.name}: versions",
        "breadcrumbs": _crumbs("Versions", template),
    }
    return render(request, "letters/template_versions.html", context)


@requires(Permission.TEMPLATE_WRITE)
@require_safe
def template_preview(request: Request, template_id: int) -> HttpResponse:
    """Show a template filled in: for an invented child, or for a case in sight."""
    template = _template(template_id)
    asked = request.GET.get("case", "").strip()
    case = _case(request, asked) if asked else None
    context: dict[str, Any] = {
        "template": template,
        "asked": asked,
        "case": case,
        "child": case.child if case else None,
        "title": f"{template.name}: preview",
        "breadcrumbs": _crumbs("Preview", template),
        "sees_cases": request.user.may(Permission.CHILD_VIEW),
    }
    return render(
        request, "letters/template_preview.html", context | _filled(template, case)
    )


def _filled(template: Template, case: Case | None) -> dict[str, Any]:
    """The text of a preview, and what a real letter would lack."""
    if case is not None:
        [made] = compose([case], template.now, on=clock.today())
        recipients = [one.says for one in made.to.recipients]
        return {
            "subject": made.subject,
            "blocks": markup.parse(made.body),
            "obstacle": made.obstacle,
            "recipients": recipients,
        }
    kind = kinds.of_key(template.kind)
    values = fields.example_values(kind)
    if template.is_paragraph:
        values = {**fields.fields_of_all(), **values}
    subject, body = merged(template.now, values, paragraphs(kind))
    return {"subject": subject, "blocks": markup.parse(body)}


def _case(request: Request, typed: str) -> Case | None:
    seen = Case.objects.visible_to(request.user).open_to(request.user)
    found = seen.with_reference(typed).select_related(*BESIDE)
    case = found.with_badges(on=clock.today()).first()
    if case is not None:
        note_look_again(request, Look.Kind.CASE, child_id=case.child_id, about=case)
    return case


def _template(template_id: int) -> Template:
    return get_object_or_404(Template.objects.for_list(), pk=template_id)


def _crumbs(title: str, template: Template | None = None) -> list[dict[str, str]]:
    way = [{"title": HERE, "url": reverse("letters:template-list")}]
    if template is not None:
        way.append({"title": template.name, "url": template.get_absolute_url()})
    return [*way, {"title": title}]

"""The form that is the whole task of one page, and how it performs its act.

A page's form carries two hidden facts: which version of which record
the page showed, and a token that may be used once. `performs` checks both, runs the one
action and puts every refusal beside its field, with nothing lost that was typed.
"""

import uuid
from collections.abc import Callable
from hashlib import sha256
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Layout, Submit
from django import forms
from django.apps import apps
from django.core.files.uploadedfile import UploadedFile
from django.db import Error, models, transaction
from django.http import HttpRequest, QueryDict
from django.utils.functional import cached_property

from sendhub.core import refusals
from sendhub.core.errors import RuleBroken
from sendhub.core.forms import unsaved
from sendhub.core.forms.codes import CodeField
from sendhub.core.forms.fields import name_required
from sendhub.core.models import Code, FormToken
from sendhub.core.staleness import (
    changed_meanwhile,
    changes_since,
    seen_of,
    who_changed,
)

HIDDEN = ("once", "seen")
OPTIONAL = '<p class="quiet">What is marked (optional) may be left empty.</p>'
NOT_TOUCHED = "What you had not changed shows what is recorded now."
UNMARKED = {"csrfmiddlewaretoken", "once", "seen"}


class PageForm(forms.Form):
    """A form that is the whole task of one page."""

    fields: dict[str, Any]  # of many kinds, each with options of its own
    data: Any  # what was sent, to be written to
    submit_label = "Save and continue"

    once = forms.UUIDField(
        widget=forms.HiddenInput,
        error_messages={
            "required": "This form has expired. Check it and press the button again.",
            "invalid": "This form has expired. Check it and press the button again.",
        },
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)

    def __init__(
        self,
        request: HttpRequest,
        *,
        record: models.Model | None = None,
        initial: dict[str, Any] | None = None,
    ) -> None:
        self.sent = request.method == "POST"
        brought_back = unsaved.bring_back(request)
        self.request = request
        self.record = record
        self.result: Any = None
        super().__init__(
            data=request.POST.copy() if self.sent else brought_back,
            files=request.FILES if self.sent else None,
            initial={
                **(initial or {}),
                "once": uuid.uuid4(),
                "seen": seen_of(record),
            },
        )
        if brought_back is not None:
            self._renew_token(brought_back)
        for name, field in self.fields.items():
            held = self.initial.get(name)
            if isinstance(field, CodeField) and isinstance(held, Code):
                field.offer(held)
        name_required(self)
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": ""}
        self.helper.form_tag = True

    def lay_out(self) -> None:
        """Put the fields in order; called when the form is about to be drawn."""
        asked = self.layout_fields()
        names = {pointer.name for pointer in Layout(*asked).get_field_names()}
        said = [HTML(OPTIONAL)] if self._mostly_required(names) else []
        button = Submit("submit", self.submit_label)
        self.helper.layout = Layout(*HIDDEN, *said, *asked, button)

    def _mostly_required(self, names: set[str]) -> bool:
        """Whether a few fields are marked as optional among more that are not."""
        shown = [self.fields[name] for name in names if name in self.fields]
        needed = [field for field in shown if field.required]
        marked = [field for field in shown if _marked_optional(field)]
        return 0 < len(marked) < len(needed)

    def layout_fields(self) -> list[Any]:
        """Say which fields appear, in which order and groups."""
        return [name for name in self.fields if name not in HIDDEN]

    @property
    def answers(self) -> dict[str, Any]:
        """What was typed, ready to be the action's arguments."""
        return {k: v for k, v in self.cleaned_data.items() if k not in HIDDEN}

    def performs(self, action: Callable[..., Any], **subject: Any) -> bool:
        """Run the action once with what was typed; say whether it is done.

        False: nothing was saved, and the reasons stand beside the fields.
        """
        done = False
        if self.sent and not self.is_valid():
            done = self._was_done()
        elif self.sent:
            try:
                with transaction.atomic():
                    if self._claim_token():
                        self._refuse_stale()
                        self.result = action(**subject, **self.answers)
                        self._remember_result()
                done = True
            except RuleBroken as broken:
                self._say(broken.field, broken.message)
            except Error as error:
                refusal = refusals.words_for(error)
                if refusal is None:
                    raise
                self._say(refusal.field, refusal.message)
        if not done:
            self.lay_out()
        return done

    def _renew_token(self, typed: QueryDict) -> None:
        """Give what was brought back a token that can be used."""
        try:
            token = uuid.UUID(typed.get("once", ""))
            used = FormToken.objects.filter(token=token).exists()
        except ValueError:
            used = True
        if used:
            typed["once"] = str(uuid.uuid4())

    def _say(self, field: str | None, message: str) -> None:
        self.add_error(field if field in self.fields else None, message)

    def _was_done(self) -> bool:
        """Say whether this very form was sent before; its result is then at hand.

        What the first click made may be what makes the second one invalid.
        """
        try:
            token = uuid.UUID(self.data.get("once", ""))
        except ValueError:
            return False
        mine = FormToken.objects.filter(token=token, by_id=self.request.user.pk)
        used = mine.filter(sent=self.mark).exclude(result_type="").first()
        if used is not None:
            self._take_result(used)
        return used is not None

    def _take_result(self, used: FormToken) -> None:
        model = apps.get_model(used.result_type)
        self.result = model._base_manager.filter(pk=used.result_id).first()

    def _claim_token(self) -> bool:
        """Take the token; a second click waits here and then finds it taken."""
        token = self.cleaned_data["once"]
        person: Any = self.request.user.pk
        FormToken.objects.bulk_create(
            [FormToken(token=token, by_id=person, sent=self.mark)],
            ignore_conflicts=True,
        )
        used = FormToken.objects.select_for_update().get(token=token)
        if used.by_id != person:
            raise RuleBroken("This form has expired. Open the page again.")
        if used.sent != self.mark:
            self.data["once"] = str(uuid.uuid4())
            raise RuleBroken(
                "This page was sent before with something else in it, and that was "
                "saved. What you typed now is kept below: press the button again to "
                "save it too."
            )
        if not used.result_type:
            return True
        self._take_result(used)
        return False

    @cached_property
    def mark(self) -> str:
        """A mark of the page and all that was sent: two clicks have the same."""
        request: Any = self.request
        sent = sorted(item for item in request.POST.lists() if item[0] not in UNMARKED)
        files = [
            (name, file.name, _digest(file))
            for name, several in sorted(request.FILES.lists())
            for file in several
        ]
        return sha256(repr((request.path, sent, files)).encode()).hexdigest()

    def _remember_result(self) -> None:
        kept = isinstance(self.result, models.Model)
        FormToken.objects.filter(token=self.cleaned_data["once"]).update(
            result_type=self.result._meta.label if kept else "core.FormToken",
            result_id=str(self.result.pk if kept else self.cleaned_data["once"]),
        )

    def _refuse_stale(self) -> None:
        """Refuse to write over a change that the page had not shown."""
        if self.record is None:
            return
        model = type(self.record)
        now = model._base_manager.select_for_update().get(pk=self.record.pk)
        seen = self.cleaned_data["seen"]
        if seen == seen_of(now):
            return
        self.data["seen"] = seen_of(now)
        theirs = self._keep_theirs(now, seen)
        words = changes_since(now, seen, fields=self.fields)
        raise RuleBroken(f"{words} {NOT_TOUCHED}" if theirs else words)

    def _keep_theirs(self, now: models.Model, seen: str) -> bool:
        """Show what somebody else wrote where this person changed nothing.

        Pressing the button again so writes only what this person meant to change.
        Where both changed a field, what was typed stays and theirs stands beside it.
        Says whether anything was filled in.
        """
        filled = False
        asked = [name for name in self.fields if name in self.initial]
        for change in changed_meanwhile(now, seen, fields=asked):
            mine = self.cleaned_data.get(change.name)
            mine = mine.pk if isinstance(mine, models.Model) else mine
            if mine == change.was:
                self._fill(change.name, getattr(now, change.name))
                filled = True
            elif mine != change.now:
                self.add_error(
                    change.name,
                    f"{who_changed(now)} changed this meanwhile to {change.words}. "
                    "What you typed is kept here.",
                )
        return filled

    def _fill(self, name: str, value: Any) -> None:
        """Put a value in a field as if it had been typed there."""
        field = self.fields[name]
        if isinstance(field, CodeField) and isinstance(value, Code):
            field.offer(value)
        held = field.prepare_value(value)
        parts = {"": held}
        if isinstance(field.widget, forms.MultiWidget):
            widget: Any = field.widget
            held = widget.decompress(held)
            parts = dict(zip(widget.widgets_names, held, strict=True))
        for box, part in parts.items():
            # An unticked box sends nothing; an empty one an empty text.
            self.data[f"{name}{box}"] = (
                "" if part is None or part is False else str(part)
            )


def _marked_optional(field: forms.Field) -> bool:
    ticked = isinstance(field.widget, forms.CheckboxInput)
    hidden = field.widget.is_hidden or hasattr(field, "needed_at_times")
    return not (field.required or ticked or hidden)


def _digest(file: UploadedFile) -> str:
    content = sha256()
    for chunk in file.chunks():
        content.update(chunk)
    file.seek(0)
    return content.hexdigest()

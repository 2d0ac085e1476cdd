"""Cases and the work on them in Django admin: to read only."""

from operator import attrgetter

from django.contrib import admin

from sendhub.audit.admin import CaseRecordAdmin
from sendhub.casework.models import Case, Deadline, Document, Note


@admin.register(Case)
class CaseAdmin(CaseRecordAdmin):
    """Cases of children in sight."""

    child_id = staticmethod(attrgetter("child_id"))
    list_display = ("reference", "child", "officer", "opened_on", "closed_on")
    list_select_related = ("child", "officer")
    search_fields = ("=id", "=child__id")


@admin.register(Deadline)
class DeadlineAdmin(CaseRecordAdmin):
    """Deadlines of children in sight."""

    child_id = staticmethod(attrgetter("child_id"))
    list_display = ("title", "case", "due_on", "met_on")
    list_select_related = ("case",)
    search_fields = ("=case__id",)


@admin.register(Note)
class NoteAdmin(CaseRecordAdmin):
    """Notes of children in sight, of the categories that one's roles read."""

    list_display = ("id", "case", "kind", "happened_on", "written_by")
    list_select_related = ("case", "written_by")
    search_fields = ("=case__id",)


@admin.register(Document)
class DocumentAdmin(CaseRecordAdmin):
    """What is known of documents; the files open from the case only."""

    list_display = ("id", "case", "title", "happened_on", "added_by")
    list_select_related = ("case", "added_by")
    search_fields = ("=case__id",)
    exclude = ("file",)

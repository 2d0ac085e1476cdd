"""Needs assessments and plans in Django admin: to read only."""

from django.contrib import admin

from sendhub.audit.admin import CaseRecordAdmin
from sendhub.ehcps.models import NeedsAssessment, Plan


@admin.register(NeedsAssessment)
class NeedsAssessmentAdmin(CaseRecordAdmin):
    """Requests and assessments of children in sight."""

    list_display = ("id", "case", "stage", "received_on")
    list_select_related = ("case",)
    search_fields = ("=case__id",)


@admin.register(Plan)
class PlanAdmin(CaseRecordAdmin):
    """Plans of children in sight."""

    list_display = ("id", "case", "standing", "issued_on")
    list_select_related = ("case",)
    search_fields = ("=case__id",)

"""Nurture hubs, referrals and places in Django admin: to read only."""

from operator import attrgetter

from django.contrib import admin

from sendhub.audit.admin import CaseRecordAdmin
from sendhub.core.admin import ReadOnlyAdmin
from sendhub.nurture_hubs.models import Hub, HubPlace, Referral


@admin.register(Hub)
class HubAdmin(ReadOnlyAdmin):
    """The hubs; no child is named here."""

    list_display = ("name", "phase", "opens_on", "closes_on")
    search_fields = ("name",)


@admin.register(Referral)
class ReferralAdmin(CaseRecordAdmin):
    """Referrals of children in sight."""

    list_display = ("id", "case", "standing", "received_on")
    list_select_related = ("case",)
    search_fields = ("=case__id",)


@admin.register(HubPlace)
class HubPlaceAdmin(CaseRecordAdmin):
    """Places of children in sight."""

    child_id = staticmethod(attrgetter("child_id"))
    list_display = ("id", "hub", "child", "starts_on", "ends_on")
    list_select_related = ("hub", "child")
    search_fields = ("=child__id", "=referral__case__id")

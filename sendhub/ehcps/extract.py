"""The nightly file of plans for social care's system: its columns, row by row.

docs/social-care-extract.md tells the receiver what each column holds; a test holds the
two together.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import CharField, F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from sendhub.casework.querysets import reference_in_sql
from sendhub.ehcps.models import Plan
from sendhub.people.identifiers import Elsewhere
from sendhub.people.models import ExternalNumber

MOSAIC = ExternalNumber.objects.filter(
    system=Elsewhere.MOSAIC, child=OuterRef("case__child")
)


def file_folder() -> Path | None:
    """The folder that the settings name; none where they name none."""
    return Path(settings.EXTRACT_DIR) if settings.EXTRACT_DIR else None


def plans_told() -> tuple[QuerySet, int]:
    """Plans that were issued, of children not restricted; and how many are left out.

    A file has no reader whom we could check: of a restricted child it says nothing.
    """
    issued = Plan.objects.issued()
    told = issued.filter(case__child__restricted_at__isnull=True)
    return told.order_by("pk"), issued.count() - told.count()


def columns() -> Mapping[str, Any]:
    """Each column's name and where its value stands."""
    return {
        "mosaic_id": _mosaic(),
        "upn": F("case__child__upn"),
        "nhs_number": F("case__child__nhs_number"),
        "given_names": F("case__child__given_names"),
        "family_name": F("case__child__family_name"),
        "date_of_birth": F("case__child__born_on"),
        "date_of_death": F("case__child__died_on"),
        "case_reference": reference_in_sql(),
        "plan_standing": F("standing"),
        "plan_issued_on": F("issued_on"),
        "plan_ceased_on": F("ceased_on"),
        "cease_reason_code": F("cease_reason__code"),
        "primary_need_code": F("primary_need__code"),
        "setting_name": F("setting__name"),
        "setting_urn": F("setting__urn"),
        "arrangement_code": F("arrangement__code"),
        "officer_name": F("case__officer__name"),
        "officer_email": F("case__officer__email"),
        "team_name": F("case__team__name"),
    }


def _mosaic() -> Coalesce:
    number = Subquery(
        MOSAIC.order_by("-pk").values("number")[:1], output_field=CharField()
    )
    return Coalesce(number, Value(""))

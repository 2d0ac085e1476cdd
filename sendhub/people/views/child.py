"""The pages that show one child: overview, contacts, chronology, who looked."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from sendhub.accounts.access import Request, requires
from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.audit.models import Look
from sendhub.core import clock
from sendhub.core.lists import Sort, list_page
from sendhub.people import casefile, chronology, merging
from sendhub.people.access import open_case_file
from sendhub.people.addressees import written_to
from sendhub.people.distances import miles_to
from sendhub.people.filters import ChronologyFilter
from sendhub.people.models import Address, Child
from sendhub.people.views.alike import likely_same
from sendhub.people.views.heads import acts_open_to, details, head
from sendhub.schools.rules import miles_words

NEWEST = 8
BY_DAY = {"day": Sort("Date", ("happened_on", "id"), backwards=True)}
BY_MOMENT = {"at": Sort("When", ("at", "id"), backwards=True)}


def _open(request: Request, child_id: int, today: date) -> Child:
    return open_case_file(request, child_id, children=Child.objects.for_page(on=today))


@requires(Permission.CHILD_VIEW)
def child_page(request: Request, child_id: int) -> HttpResponse:
    """Show a child: what is open and due, each service, who is around them."""
    today = clock.today()
    child = _open(request, child_id, today)
    user = request.user
    steps = casefile.next_steps_for(child, user)
    context = {
        **head(child, user, here="child-page", on=today),
        "details": details(child, user),
        "next_step": steps[0] if steps else None,
        "acts": [*steps[1:], *acts_open_to(child, user)],
        "panels": [
            (panel, render_to_string(panel.template, panel.context, request))
            for panel in casefile.panels_for(child, user)
        ],
        "statuses": child.statuses.select_related("authority").latest_first(),
        "attendances": child.attendances.select_related(
            "setting", "residential", "work_based"
        ).latest_first(),
        "numbers": child.external_numbers.in_order(),
        "sees_detail": _sees_detail(user),
        "involvements": child.involvements.not_over(on=today)
        .open_to(user)
        .select_related("professional")
        .latest_first(),
        "alike": likely_same(child, user),
        "may_merge": user.may(Permission.CHILDREN_MERGE),
        "merges": merging.to_undo(child, user),
        "entries": [
            chronology.entry(act) for act in chronology.acts_of(child, user)[:NEWEST]
        ],
        **_contacts(child, request, today),
    }
    return render(request, "people/child_page.html", context)


@requires(Permission.CONTACT_VIEW)
def child_contacts(request: Request, child_id: int) -> HttpResponse:
    """Show who is around a child, where everybody lives, and what is withheld."""
    today = clock.today()
    child = _open(request, child_id, today)
    addresses = child.addresses.latest_first()
    context = {
        **head(child, request.user, here="child-contacts", on=today),
        "addresses": addresses,
        "former": child.contacts.over(on=today).for_page(),
        "involvements": child.involvements.open_to(request.user)
        .select_related("professional")
        .latest_first(),
        "acts": acts_open_to(child, request.user),
        **_contacts(child, request, today),
    }
    return render(request, "people/child_contacts.html", context)


@requires(Permission.CHILD_VIEW)
def child_chronology(request: Request, child_id: int) -> HttpResponse:
    """Show everything that happened, from every service, newest first (PPL-6)."""
    today = clock.today()
    child = _open(request, child_id, today)
    found = ChronologyFilter(
        request.GET,
        queryset=chronology.acts_of(child, request.user),
        services=chronology.services_for(request.user),
    )
    page = list_page(request, found.qs, sorts=BY_DAY)
    context = {
        **head(child, request.user, here="child-chronology", on=today),
        "page": page,
        "filter": found,
        "entries": [chronology.entry(act) for act in page.rows],
    }
    return render(request, "people/child_chronology.html", context)


@requires(Permission.LOOKS_VIEW)
def child_looks(request: Request, child_id: int) -> HttpResponse:
    """Show who opened anything about a child, newest first."""
    today = clock.today()
    child = _open(request, child_id, today)
    page = list_page(
        request, Look.objects.at_child(*chronology.records_of(child)), sorts=BY_MOMENT
    )
    context = {
        **head(child, request.user, here="child-looks", on=today),
        "page": page,
    }
    return render(request, "people/child_looks.html", context)


def _sees_detail(user: User) -> bool:
    """Whether somebody reads what stands beside a status, such as its cause."""
    return user.may(Permission.SOCIAL_CARE_VIEW) or user.may(Permission.CHILD_EDIT)


def _miles(child: Child, home: Address | None) -> dict[str, Any]:
    """How far the school is from home, where both are known."""
    school = child.setting_now
    by = miles_to(home, [school] if school else [])
    if not school or not by:
        return {}
    return {"to": school, "by": miles_words(by[school.pk])}


def _contacts(child: Child, request: Request, today: date) -> dict[str, Any]:
    """Who is around the child and written to, for those who may see contacts."""
    if not request.user.may(Permission.CONTACT_VIEW):
        return {"sees_contacts": False}
    contacts = list(child.contacts.not_over(on=today).for_page())
    adults = {contact.adult_id for contact in contacts}
    homes = Address.objects.in_force(on=today).filter(adult__in=adults)
    home_of = {home.adult_id: home for home in homes}
    home = child.addresses.in_force(on=today).first()
    return {
        "sees_contacts": True,
        "home": home,
        "miles": _miles(child, home),
        "contacts": [(contact, home_of.get(contact.adult_id)) for contact in contacts],
        "written_to": written_to(child, contacts, on=today),
        "withheld": child.withholdings.in_force().for_page(),
    }

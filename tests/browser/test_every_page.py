"""Every page passes axe, wide and narrow, within our content policy and the screen."""

from collections import defaultdict
from typing import Any

import pytest
from django.urls import reverse

from sendhub.accounts.models import User
from sendhub.audit.models import SignIn
from sendhub.audit.record import note_sign_in
from sendhub.ehcps.rules import Stage
from sendhub.schools.rules import Outcome
from sendhub.schools.rules import Stage as LoadStage
from tests import build
from tests.architecture import subjects
from tests.architecture.test_access import PAGES
from tests.browser.conftest import NARROW, WIDE, Visit, complaints, look_at

pytestmark = pytest.mark.django_db(transaction=True)

# Files and redirections are not pages.
NOT_PAGES = {
    "accounts:notice-dismiss",
    "background:job-cancel",
    "background:job-file",
    "casework:document-open",
    "casework:home",
    "ehcps:extract-open",
    "letters:batch-print",
    "letters:letter-open",
    "letters:post-print",
    "schools:register-mend",
}
# What a page needs in its address to show itself.
ASKING = {"accounts:filter-save": "?_list=casework:work-list&late=overdue"}
OF_REGISTER = ("upload", "list", "page", "rows", "confirm", "drop")
OF_ADMINISTRATORS = {
    "accounts:role-list",
    *(f"schools:register-{page}" for page in OF_REGISTER),
}
BY_APP: dict[str, list[str]] = defaultdict(list)
for _name in PAGES:
    if _name not in NOT_PAGES | OF_ADMINISTRATORS | subjects.OF_HUB_SCHOOLS:
        BY_APP[_name.partition(":")[0]].append(_name)


@pytest.mark.parametrize("app", sorted(BY_APP))
def test_every_page_of_an_app(visit: Visit, manager: User, app: str) -> None:
    urls = [
        reverse(name, args=subjects.address(name, build.child(), [manager]))
        + ASKING.get(name, "")
        for name in BY_APP[app]
    ]
    assert look_at(visit, manager, urls) == {}


SORTED = {
    "casework:work-list": ["What is due", "Child", "Due"],
    "ehcps:request-list": ["Child", "Received", "Next limit"],
    "ehcps:plan-list": ["Child", "Issued"],
    "schools:setting-list": ["Name", "Town", "URN"],
}


@pytest.mark.parametrize("name", SORTED)
def test_a_folded_list_is_still_sorted(visit: Visit, manager: User, name: str) -> None:
    build.plan(officer=manager)
    build.assessment(officer=manager)
    window = visit(manager, viewport={"width": NARROW, "height": 800})
    page = window.new_page()
    page.goto(f"{reverse(name)}?where=any&whose=everyone")
    links = page.locator("thead a.sort")
    assert links.all_inner_texts() == SORTED[name]
    for link in links.all():
        link.click(trial=True)  # nothing lies over it, and nothing cuts it off
    links.last.click()
    assert "sort=" in page.url


def test_lists_with_much_to_show(visit: Visit, manager: User) -> None:
    officer = build.user("caseworker", name="Nia Prosser", team=build.team("North"))
    for number in range(12):
        family_name = "Rees" if number % 2 else "Lloyd-Pritchard"
        child = build.child(family_name=family_name)
        stages = [Stage.REQUESTED, Stage.ASSESSING, Stage.ISSUED]
        stage = stages[number % 3]
        build.assessment(child_=child, stage=stage, officer=officer)
        if number % 4 == 0:
            build.status(child, "protection_plan")
            build.status(child, "looked_after")
    names = {
        "casework:work-list": "?whose=everyone",
        "ehcps:request-list": "",
        "ehcps:plan-list": "",
    }
    urls = [reverse(name) + query for name, query in names.items()]
    assert look_at(visit, manager, urls) == {}
    mine = [reverse("casework:work-list")]
    assert look_at(visit, officer, mine) == {}


def test_a_long_file_name_stays_in_its_column(visit: Visit, manager: User) -> None:
    case = build.case()
    build.document(case_=case, filename=f"{'Report_of_the_school_' * 9}.pdf")
    assert look_at(visit, manager, [case.get_absolute_url()]) == {}
    page = visit(manager, viewport={"width": WIDE, "height": 800}).new_page()
    page.goto(case.get_absolute_url())
    widths = page.evaluate(
        "() => { const t = document.querySelector('.table--folds');"
        " return [t.scrollWidth, t.parentElement.clientWidth]; }"
    )
    assert widths[0] <= widths[1]


def test_what_an_administrator_sees(visit: Visit, transactional_db: None) -> None:
    administrator = build.user("administrator")
    counts = dict.fromkeys(Outcome.values, 1200) | {"missing": 3}
    load = build.load(stage=LoadStage.READ, found=counts)
    changes = [["town", "", "Leominster"], ["pupils", "90", "95"]]
    load.rows.create(line=2, outcome="changed", name="Oak", urn="1", changes=changes)
    load.rows.create(line=3, outcome="wrong", fault="the name is missing")
    pages = sorted(OF_ADMINISTRATORS)
    urls = [
        reverse(name, args=[load.pk] if subjects.numbers_in(name) else [])
        for name in pages
    ]
    urls += [f"{reverse('schools:register-rows', args=[load.pk])}?outcome=wrong"]
    urls += [build.load(stage=LoadStage.LOADING).get_absolute_url()]
    assert look_at(visit, administrator, urls) == {}


def test_history_in_django_admin(visit: Visit, transactional_db: None) -> None:
    for number in range(60):
        note_sign_in(None, SignIn.Kind.REFUSED, email=f"person{number}@example.org")
        build.child()
    administrator = build.user("administrator")
    names = ("audit_signin", "audit_act")
    urls = [reverse(f"admin:{name}_changelist") for name in names]
    assert look_at(visit, administrator, urls) == {}


def test_what_a_stranger_sees(visit: Visit, transactional_db: None) -> None:
    assert look_at(visit, None, [reverse("account_login")]) == {}


def test_the_gallery(visit: Visit, transactional_db: None, settings: Any) -> None:
    settings.DEMO = True
    assert look_at(visit, None, [reverse("core:style")]) == {}


def test_pages_about_oneself(visit: Visit, transactional_db: None) -> None:
    manager = build.user("service_manager", password="a quiet river in spring")
    urls = [reverse(name) for name in ("mfa_index", "account_change_password")]
    assert look_at(visit, manager, urls) == {}


def test_forms_that_come_back_with_errors(visit: Visit, manager: User) -> None:
    assessment = build.assessment()
    urls = [
        reverse("people:child-record"),
        reverse("ehcps:assessment-decide", args=[assessment.pk]),
        reverse("casework:note-add", args=[assessment.case_id]),
    ]
    for width in (WIDE, NARROW):
        page = visit(manager, viewport={"width": width, "height": 800}).new_page()
        for url in urls:
            page.goto(url)
            with page.expect_navigation():
                page.click("main form button[type=submit]")
            assert page.title().startswith("Error:")
            assert page.locator(".govuk-error-summary").is_visible()
            assert complaints(page) == [], (url, width)

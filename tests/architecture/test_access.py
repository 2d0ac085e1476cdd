"""Who may open what: every page by every role. This table is the answer, for the
data-protection officer as for us.

    y  opens (200)
    .  the role does not include it (403)
    o  opens to one's own; this one is somebody else's (403)
    -  the role includes such pages, but not this child: out of sight (404)
    >  sends everybody on to a page of their own (302)

**A new page** needs a row: run the test, and it prints the row as the page answers
now. Read it; if it is what you meant, paste it under its app. A number in the address
with a new name needs a builder in `subjects.py`.

Every page about a child is tried again with a restricted child, on whom nobody is
named: whoever could open it finds nothing (404). The few in `subjects.OPEN_STILL` say
who was let in, but not whose record it is.
"""

from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from sendhub.accounts.roles import RoleKey
from sendhub.people.models import Child
from tests import build
from tests.architecture import subjects
from tests.architecture.sessions import Session, open_as, signed_in_as

pytestmark = pytest.mark.django_db

COLUMNS = {
    "cw": RoleKey.CASEWORKER,
    "hc": RoleKey.HUB_COORDINATOR,
    "hs": RoleKey.HUB_SCHOOL,
    "sb": RoleKey.SHORT_BREAKS_OFFICER,
    "po": RoleKey.PLACEMENTS_OFFICER,
    "pm": RoleKey.PANEL_MEMBER,
    "tm": RoleKey.TEAM_MANAGER,
    "sm": RoleKey.SERVICE_MANAGER,
    "fo": RoleKey.FINANCE_OFFICER,
    "do": RoleKey.DATA_OFFICER,
    "au": RoleKey.AUDITOR,
    "ad": RoleKey.ADMINISTRATOR,
}
MEANS = {
    "y": HTTPStatus.OK,
    ".": HTTPStatus.FORBIDDEN,
    "-": HTTPStatus.NOT_FOUND,
    ">": HTTPStatus.FOUND,
}
TABLE = """
                                 cw hc hs sb po pm tm sm fo do au ad

people:access-ask                y  y  .  y  y  .  y  y  y  y  y  .
people:access-decide             .  .  .  .  .  .  .  y  .  .  .  .
people:access-give-back          y  -  .  -  -  .  -  -  -  -  -  .
people:access-revoke             .  .  .  .  .  .  .  y  .  .  .  .
people:address-change            y  y  .  y  y  .  y  y  .  y  .  .
people:address-correct           y  y  .  y  y  .  y  y  .  y  .  .
people:adult-address-change      y  y  .  y  y  .  y  y  .  y  .  .
people:adult-edit                y  y  .  y  y  .  y  y  .  y  .  .
people:attendance-correct        y  y  .  y  y  .  y  y  .  y  .  .
people:attendance-end            y  y  .  y  y  .  y  y  .  y  .  .
people:attendance-start          y  y  .  y  y  .  y  y  .  y  .  .
people:attendance-list           .  .  .  .  .  .  y  y  .  y  .  .
people:attendances-move          .  .  .  .  .  .  y  y  .  y  .  .
people:child-access              .  .  .  .  .  .  .  y  .  .  .  .
people:child-chronology          y  y  -  y  y  -  y  y  y  y  y  .
people:child-contacts            y  y  .  y  y  .  y  y  .  y  y  .
people:child-died                y  y  .  y  y  .  y  y  .  y  .  .
people:child-edit                y  y  .  y  y  .  y  y  .  y  .  .
people:child-looks               .  .  .  .  .  .  y  y  .  .  y  .
people:child-page                y  y  -  y  y  -  y  y  y  y  y  .
people:child-record              y  y  .  y  y  .  y  y  .  y  .  .
people:child-restrict            .  .  .  .  .  .  .  y  .  .  .  .
people:child-search              y  y  y  y  y  y  y  y  y  y  y  .
people:children-merge            .  .  .  .  .  .  .  y  .  y  .  .
people:children-not-same         y  y  .  y  y  .  y  y  .  y  .  .
people:contact-add               y  y  .  y  y  .  y  y  .  y  .  .
people:contact-edit              y  y  .  y  y  .  y  y  .  y  .  .
people:contact-end               y  y  .  y  y  .  y  y  .  y  .  .
people:glass-break               y  .  .  .  .  .  y  y  .  .  .  .
people:glass-list                .  .  .  .  .  .  .  y  .  .  .  .
people:glass-review              .  .  .  .  .  .  .  y  .  .  .  .
people:involvement-end           y  y  .  y  y  .  y  y  .  y  .  .
people:involvement-start         y  y  .  y  y  .  y  y  .  y  .  .
people:merge-choose              .  .  .  .  .  .  .  y  .  y  .  .
people:merge-undo                .  .  .  .  .  .  .  y  .  y  .  .
people:number-add                y  y  .  y  y  .  y  y  .  y  .  .
people:number-remove             y  y  .  y  y  .  y  y  .  y  .  .
people:professional-edit         y  y  .  y  y  .  y  y  .  y  .  .
people:restricted-list           y  y  .  y  y  .  y  y  y  y  y  .
people:restriction-lift          .  .  .  .  .  .  .  y  .  .  .  .
people:restriction-review        .  .  .  .  .  .  .  y  .  .  .  .
people:staff-name                .  .  .  .  .  .  .  y  .  .  .  .
people:staff-unname              .  .  .  .  .  .  .  y  .  .  .  .
people:status-end                y  y  .  y  y  .  y  y  .  y  .  .
people:status-start              y  y  .  y  y  .  y  y  .  y  .  .
people:withholding-lift          y  y  .  y  y  .  y  y  .  y  .  .
people:withholding-set           y  y  .  y  y  .  y  y  .  y  .  .

calculator:timetable             y  y  y  y  y  y  y  y  y  y  y  y

casework:case-assign             .  .  .  .  .  .  y  y  .  .  .  .
casework:case-list               y  y  .  y  y  .  y  y  .  y  y  .
casework:case-page               y  y  -  y  y  -  y  y  y  y  y  .
casework:cases-assign            .  .  .  .  .  .  y  y  .  .  .  .
casework:cover-end               o  o  .  o  o  .  y  y  .  o  .  .
casework:cover-list              y  y  .  y  y  .  y  y  .  y  y  .
casework:cover-set               y  y  .  y  y  .  y  y  .  y  .  .
casework:deadline-list           .  .  .  .  .  .  y  y  .  .  y  .
casework:digest-page             .  .  .  .  .  .  y  y  .  .  y  .
casework:document-add            y  y  .  y  y  .  y  y  .  y  .  .
casework:document-list           y  y  -  y  y  -  y  y  y  y  y  .
casework:document-open           y  y  -  y  y  -  y  y  -  y  y  .
casework:document-read           y  y  -  y  y  -  y  y  -  y  y  .
casework:document-withdraw       o  o  .  o  o  .  y  y  .  o  .  .
casework:handover-list           .  .  .  .  .  .  y  y  .  .  y  .
casework:handover-read           y  y  .  y  y  .  y  y  .  y  .  .
casework:home                    >  >  >  >  >  >  >  >  >  >  >  >
casework:note-add                y  y  .  y  y  .  y  y  .  y  .  .
casework:note-list               y  y  -  y  y  -  y  y  y  y  y  .
casework:note-withdraw           o  o  .  o  o  .  y  y  .  o  .  .
casework:reassignment-page       .  .  .  .  .  .  y  y  .  .  .  .
casework:target-set              .  .  .  .  .  .  y  y  .  .  .  .
casework:task-add                y  y  .  y  y  .  y  y  .  y  .  .
casework:task-do                 y  y  .  y  y  .  y  y  .  y  .  .
casework:task-drop               y  y  .  y  y  .  y  y  .  y  .  .
casework:team-board              .  .  .  .  .  .  y  y  .  .  y  .
casework:work-list               y  y  .  y  y  .  y  y  .  y  y  .

ehcps:advice-accept              y  .  .  .  .  .  y  y  .  .  .  .
ehcps:advice-ask                 y  .  .  .  .  .  y  y  .  .  .  .
ehcps:advice-attach              y  .  .  .  .  .  y  y  .  .  .  .
ehcps:advice-judge               y  .  .  .  .  .  y  y  .  .  .  .
ehcps:advice-list                y  y  .  y  y  .  y  y  y  y  y  .
ehcps:advice-receive             y  .  .  .  .  .  y  y  .  .  .  .
ehcps:advice-timeliness          y  y  .  y  y  .  y  y  y  y  y  .
ehcps:assessment-decide          .  .  .  .  .  .  y  y  .  .  .  .
ehcps:case-return                y  y  .  y  y  .  y  y  y  y  y  .
ehcps:cease-challenge            y  .  .  .  .  .  y  y  .  .  .  .
ehcps:cease-drop                 .  .  .  .  .  .  y  y  .  .  .  .
ehcps:cease-end                  .  .  .  .  .  .  y  y  .  .  .  .
ehcps:cease-notify               .  .  .  .  .  .  y  y  .  .  .  .
ehcps:cease-propose              y  .  .  .  .  .  y  y  .  .  .  .
ehcps:comments-record            y  .  .  .  .  .  y  y  .  .  .  .
ehcps:correction-ask             y  .  .  .  .  .  y  y  .  .  .  .
ehcps:correction-decide          .  .  .  .  .  .  y  y  .  .  .  .
ehcps:correction-list            .  .  .  .  .  .  y  y  .  .  .  .
ehcps:draft-send                 y  .  .  .  .  .  y  y  .  .  .  .
ehcps:dispute-record             y  .  .  .  .  .  y  y  .  .  .  .
ehcps:dispute-withdraw           .  .  .  .  .  .  y  y  .  .  .  .
ehcps:exemption-record           y  .  .  .  .  .  y  y  .  .  .  .
ehcps:exemption-withdraw         .  .  .  .  .  .  y  y  .  .  .  .
ehcps:issue-decide               .  .  .  .  .  .  y  y  .  .  .  .
ehcps:closed-setting-list        .  .  .  .  .  .  y  y  .  y  .  .
ehcps:commissioner-ask           y  .  .  .  .  .  y  y  .  .  .  .
ehcps:commissioner-change        y  .  .  .  .  .  y  y  .  .  .  .
ehcps:commissioner-close         y  .  .  .  .  .  y  y  .  .  .  .
ehcps:commissioner-tell          y  .  .  .  .  .  y  y  .  .  .  .
ehcps:destination-correct        .  .  .  .  .  .  y  y  .  .  .  .
ehcps:move-in-correct            y  .  .  .  .  .  y  y  .  .  .  .
ehcps:move-out-correct           y  .  .  .  .  .  y  y  .  .  .  .
ehcps:plan-attach                y  .  .  .  .  .  y  y  .  .  .  .
ehcps:plan-await                 y  .  .  .  .  .  y  y  .  .  .  .
ehcps:plan-chase                 y  .  .  .  .  .  y  y  .  .  .  .
ehcps:plan-forgo                 y  .  .  .  .  .  y  y  .  .  .  .
ehcps:transfer-correct           .  .  .  .  .  .  y  y  .  .  .  .
ehcps:move-in-log                y  .  .  .  .  .  y  y  .  .  .  .
ehcps:move-in-review             y  .  .  .  .  .  y  y  .  .  .  .
ehcps:move-in-tell               y  .  .  .  .  .  y  y  .  .  .  .
ehcps:move-out-drop              y  .  .  .  .  .  y  y  .  .  .  .
ehcps:move-out-finish            .  .  .  .  .  .  y  y  .  .  .  .
ehcps:move-out-record            y  .  .  .  .  .  y  y  .  .  .  .
ehcps:plan-cease                 .  .  .  .  .  .  y  y  .  .  .  .
ehcps:plan-issue                 .  .  .  .  .  .  y  y  .  .  .  .
ehcps:plan-list                  y  y  .  y  y  .  y  y  y  y  y  .
ehcps:plan-page                  y  y  .  y  y  .  y  y  y  y  y  .
ehcps:plan-return-record         y  .  .  .  .  .  y  y  .  y  .  .
ehcps:plan-write                 y  .  .  .  .  .  y  y  .  .  .  .
ehcps:extract-list               .  .  .  .  .  .  .  y  .  y  .  y
ehcps:extract-open               .  .  .  .  .  .  .  -  .  -  .  .
ehcps:quality-list               .  .  .  .  .  .  y  y  .  y  y  .
ehcps:quality-page               .  .  .  .  .  .  y  y  .  y  y  .
ehcps:reassessment-begin         .  .  .  .  .  .  y  y  .  .  .  .
ehcps:reassessment-log           y  .  .  .  .  .  y  y  .  .  .  .
ehcps:refusal-reverse            .  .  .  .  .  .  y  y  .  .  .  .
ehcps:request-list               y  y  .  y  y  .  y  y  y  y  y  .
ehcps:request-log                y  .  .  .  .  .  y  y  .  .  .  .
ehcps:request-take-over          y  .  .  .  .  .  y  y  .  .  .  .
ehcps:request-void               y  .  .  .  .  .  y  y  .  .  .  .
ehcps:request-withdraw           y  .  .  .  .  .  y  y  .  .  .  .
ehcps:reversal-tell              y  .  .  .  .  .  y  y  .  .  .  .

intakes:intake-answer            y  .  .  .  .  .  y  y  .  .  .  .
intakes:intake-assess            y  .  .  .  .  .  y  y  .  .  .  .
intakes:intake-close             y  .  .  .  .  .  y  y  .  .  .  .
intakes:intake-list              y  y  .  y  y  .  y  y  y  y  y  .
intakes:intake-log               y  .  .  .  .  .  y  y  .  .  .  .
intakes:intake-start             y  .  .  .  .  .  y  y  .  .  .  .

letters:batch-list               y  y  .  .  .  .  y  y  .  .  .  .
letters:batch-make               y  y  .  .  .  .  y  y  .  .  .  .
letters:batch-page               y  y  .  .  .  .  y  y  .  .  .  .
letters:batch-print              -  -  .  .  .  .  -  -  .  .  .  .
letters:delivery-settle          y  -  .  .  .  .  y  y  .  .  .  .
letters:letter-list              y  y  .  y  y  .  y  y  .  y  y  .
letters:letter-make              y  o  .  .  .  .  y  y  .  .  .  .
letters:letter-open              y  y  .  y  y  .  y  y  .  y  y  .
letters:letter-page              y  y  .  y  y  .  y  y  .  y  y  .
letters:letter-withdraw          y  o  .  .  .  .  y  y  .  .  .  .
letters:outbox                   y  y  .  .  .  .  y  y  .  .  .  .
letters:post-print               -  -  .  .  .  .  -  -  .  .  .  .
letters:post-record              y  y  .  .  .  .  y  y  .  .  .  .
letters:template-add             .  .  .  .  .  .  .  y  .  .  .  y
letters:template-list            .  .  .  .  .  .  .  y  .  .  .  y
letters:template-preview         .  .  .  .  .  .  .  y  .  .  .  y
letters:template-versions        .  .  .  .  .  .  .  y  .  .  .  y
letters:template-write           .  .  .  .  .  .  .  y  .  .  .  y
nurture_hubs:agreement-answer    .  .  -  .  .  .  .  .  .  .  .  .
nurture_hubs:agreement-record    .  y  .  .  .  .  .  y  .  .  .  .
nurture_hubs:agreement-withdraw  .  y  .  .  .  .  .  y  .  .  .  .
nurture_hubs:board               y  y  y  .  .  .  y  y  y  y  y  .
nurture_hubs:budget-set          .  .  .  .  .  .  .  y  .  .  .  .
nurture_hubs:capacity-set        .  y  .  .  .  .  .  y  .  .  .  .
nurture_hubs:destination-record  .  y  .  .  .  .  .  y  .  .  .  .
nurture_hubs:destination-withdraw .  y  .  .  .  .  .  y  .  .  .  .
nurture_hubs:evaluation          .  y  .  .  .  .  y  y  y  y  y  .
nurture_hubs:evaluation-list     .  y  .  .  .  .  y  y  y  y  y  .
nurture_hubs:host-add            .  y  .  .  .  .  .  y  .  .  .  .
nurture_hubs:host-end            .  y  .  .  .  .  .  y  .  .  .  .
nurture_hubs:hub-change          .  y  .  .  .  .  .  y  .  .  .  .
nurture_hubs:hub-close           .  .  .  .  .  .  .  y  .  .  .  .
nurture_hubs:hub-list            y  y  y  .  .  .  y  y  y  y  y  .
nurture_hubs:hub-open            .  .  .  .  .  .  .  y  .  .  .  .
nurture_hubs:hub-page            y  y  -  .  .  .  y  y  y  y  y  .
nurture_hubs:measure-record      .  y  -  .  .  .  .  y  .  .  .  .
nurture_hubs:measure-withdraw    .  y  .  .  .  .  .  y  .  .  .  .
nurture_hubs:member-add          .  y  .  .  .  .  .  y  .  .  .  .
nurture_hubs:member-end          .  y  .  .  .  .  .  y  .  .  .  .
nurture_hubs:onward-request      .  y  .  .  .  .  .  y  .  .  .  .
nurture_hubs:pause-end           .  y  .  .  .  .  .  y  .  .  .  .
nurture_hubs:pause-set           .  y  .  .  .  .  .  y  .  .  .  .
nurture_hubs:place-allocate      .  y  .  .  .  .  .  y  .  .  .  .
nurture_hubs:place-end           .  y  .  .  .  .  .  y  .  .  .  .
nurture_hubs:place-list          y  y  y  .  .  .  y  y  y  y  y  .
nurture_hubs:place-move          .  y  .  .  .  .  .  y  .  .  .  .
nurture_hubs:place-withdraw      .  y  .  .  .  .  .  y  .  .  .  .
nurture_hubs:referral-change     .  y  .  .  .  .  .  y  .  .  .  .
nurture_hubs:referral-end        .  y  .  .  .  .  .  y  .  .  .  .
nurture_hubs:referral-list       y  y  y  .  .  .  y  y  y  y  y  .
nurture_hubs:referral-log        .  y  .  .  .  .  .  y  .  .  .  .
nurture_hubs:step-add            .  y  .  .  .  .  .  y  .  .  .  .
nurture_hubs:step-do             .  y  -  .  .  .  .  y  .  .  .  .
nurture_hubs:step-drop           .  y  .  .  .  .  .  y  .  .  .  .
nurture_hubs:talk-arrange        .  y  .  .  .  .  .  y  .  .  .  .
nurture_hubs:talk-hold           .  y  .  .  .  .  .  y  .  .  .  .
nurture_hubs:talk-withdraw       .  y  .  .  .  .  .  y  .  .  .  .
nurture_hubs:target-add          .  y  -  .  .  .  .  y  .  .  .  .
nurture_hubs:target-drop         .  y  .  .  .  .  .  y  .  .  .  .
nurture_hubs:target-rate         .  y  -  .  .  .  .  y  .  .  .  .
nurture_hubs:visit-log           .  y  .  .  .  .  .  y  .  .  .  .
nurture_hubs:visit-withdraw      .  y  .  .  .  .  .  y  .  .  .  .
nurture_hubs:waiting-list        y  y  -  .  .  .  y  y  y  y  y  .
nurture_hubs:year                y  y  y  .  .  .  y  y  y  y  y  .

schools:register-confirm         .  .  .  .  .  .  .  .  .  .  .  y
schools:register-drop            .  .  .  .  .  .  .  .  .  .  .  y
schools:register-list            .  .  .  .  .  .  .  .  .  .  .  y
schools:register-mend            .  .  .  .  .  .  .  .  .  .  .  y
schools:register-page            .  .  .  .  .  .  .  .  .  .  .  y
schools:register-rows            .  .  .  .  .  .  .  .  .  .  .  y
schools:register-upload          .  .  .  .  .  .  .  .  .  .  .  y
schools:setting-edit             .  .  .  .  y  .  y  y  .  y  .  .
schools:setting-list             y  y  y  y  y  y  y  y  y  y  y  y
schools:setting-page             y  y  y  y  y  y  y  y  y  y  y  y

background:job-cancel            >  -  .  -  -  .  -  -  -  -  -  -
background:job-file              y  -  .  -  -  .  -  -  -  -  -  -
background:job-list              y  y  .  y  y  .  y  y  y  y  y  y
background:job-page              y  -  .  -  -  .  -  -  -  -  -  -

accounts:digest-choose           .  .  .  .  .  .  y  y  .  .  .  .
accounts:filter-drop             y  -  .  -  -  .  -  -  -  -  .  .
accounts:filter-open             >  -  .  -  -  .  -  -  -  -  .  .
accounts:filter-save             >  >  .  >  >  .  >  >  >  >  .  .
accounts:notice-dismiss          >  >  >  >  >  >  >  >  >  >  >  >
accounts:role-list               .  .  .  .  .  .  .  .  .  .  .  y
"""
# Pages for everybody, signed in or not, and the demonstration's own.
PUBLIC = {"core:health", "core:style"}

PAGES = {
    row.split()[0]: row.split()[1:]
    for row in TABLE.strip().splitlines()[1:]
    if row.strip()
}


@pytest.fixture
def everybody(sessions: dict[RoleKey, Session], settings: Any) -> list[Session]:
    """Give one person of each role; they may have signed in long ago."""
    settings.IDLE_LIMIT = settings.SESSION_LIMIT
    return [sessions[role] for role in COLUMNS.values()]


def address(page: str, child: Child, everybody: list[Session]) -> list[int | str]:
    return subjects.address(page, child, [user for user, _ in everybody])


def answers(page: str, args: list[Any], everybody: list[Session]) -> list[str]:
    """How a page answers each role, in the signs of the table."""
    signs = {status: sign for sign, status in MEANS.items()}
    url = reverse(page, args=args)
    statuses = [open_as(session, url).status_code for _, session in everybody]
    return [signs.get(status, str(status)) for status in statuses]


def row_of(page: str, signs: list[str]) -> str:
    """A row as it stands in the table."""
    return f"{page:<33}" + "  ".join(signs)


def test_the_table_has_every_page_and_no_other(everybody: list[Session]) -> None:
    missing = sorted(set(subjects.PATTERNS) - set(PAGES) - PUBLIC)
    rows = [
        row_of(
            page,
            answers(page, address(page, build.child(), everybody), everybody),
        )
        for page in missing
    ]
    assert not missing, "\n".join(["these pages have no row:", *rows])
    assert set(PAGES) <= set(subjects.PATTERNS)


def test_the_table_has_every_role() -> None:
    assert TABLE.split()[: len(COLUMNS)] == list(COLUMNS)
    assert set(COLUMNS.values()) == set(RoleKey)
    assert {len(signs) for signs in PAGES.values()} == {len(COLUMNS)}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_for_its_roles_only(name: str, everybody: list[Session]) -> None:
    args = address(name, build.child(), everybody)

    found = answers(name, args, everybody)

    shut = [sign.replace("o", ".") for sign in PAGES[name]]
    assert row_of(name, found) == row_of(name, shut)


@pytest.mark.parametrize("name", [p for p in PAGES if subjects.about_a_child(p)])
def test_a_restricted_child_is_out_of_everybodys_sight(
    name: str, everybody: list[Session]
) -> None:
    child = build.child()
    args = address(name, child, everybody)
    subjects.restricted(child, [])

    found = answers(name, args, everybody)

    hidden = [sign.replace("y", "-").replace("o", "-") for sign in PAGES[name]]
    hidden = PAGES[name] if name in subjects.OPEN_STILL else hidden
    assert row_of(name, found) == row_of(name, hidden)


@pytest.mark.parametrize("name", sorted(set(subjects.PATTERNS) - PUBLIC))
def test_a_stranger_is_sent_to_sign_in(name: str, client: Client) -> None:
    url = reverse(name, args=[1 for _ in subjects.numbers_in(name)])

    for answer in (client.get(url), client.post(url)):
        assert answer.status_code == 302
        assert answer["Location"].startswith(reverse("account_login"))


WITHOUT_ROLE = {"calculator:timetable"}  # the law is open to everybody


@pytest.mark.parametrize("name", PAGES)
def test_somebody_without_any_role_opens_nothing(name: str) -> None:
    url = reverse(name, args=[1 for _ in subjects.numbers_in(name)])

    _, session = signed_in_as(build.user())
    status = open_as(session, url).status_code

    if name in WITHOUT_ROLE:
        assert status == 200
    else:
        assert status in ((200, 302) if set(PAGES[name]) == {">"} else (403,))

"""The roles: frozen data, each a set of permissions with a sentence for administrators.

`groups.py` keeps Django's groups in step, so that Django admin obeys them too.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from sendhub.accounts.permissions import Permission as P


class RoleKey(StrEnum):
    """The stored name of each role (a Django group)."""

    CASEWORKER = "caseworker"
    HUB_COORDINATOR = "hub_coordinator"
    HUB_SCHOOL = "hub_school"
    SHORT_BREAKS_OFFICER = "short_breaks_officer"
    PLACEMENTS_OFFICER = "placements_officer"
    PANEL_MEMBER = "panel_member"
    TEAM_MANAGER = "team_manager"
    SERVICE_MANAGER = "service_manager"
    FINANCE_OFFICER = "finance_officer"
    DATA_OFFICER = "data_officer"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True)
class Role:
    """What one role is for, what it may do, and what it may do in Django admin."""

    key: RoleKey
    name: str
    purpose: str
    may: frozenset[P]
    admin: frozenset[str] = field(default_factory=frozenset)


READ_CHILD = frozenset(
    {P.CHILDREN_ALL, P.CHILD_VIEW, P.CONTACT_VIEW, P.SETTING_VIEW, P.ACCESS_ASK}
)
READ_EHC = frozenset({P.EHC_VIEW, P.WORK_VIEW, P.PLAN_TEXT_VIEW})
KEEP_CHILD = frozenset(
    {P.CHILD_RECORD, P.CHILD_EDIT, P.NOTE_ADD, P.DOCUMENT_ADD}
    | {P.NOTE_WITHDRAW, P.DOCUMENT_WITHDRAW}
)
READ_WORK = frozenset({P.WORK_VIEW, P.EHC_VIEW, P.NOTE_VIEW})
TASKS = frozenset(
    {P.TASK_ADD, P.TASK_DO, P.TASK_DROP, P.COVER_SET, P.COVER_END} | {P.HANDOVER_READ}
)
FILTERS = frozenset({P.FILTER_SAVE, P.FILTER_DROP})
EXPORTS = frozenset({P.EXPORT, P.JOB_VIEW})
OFFICER = (
    READ_CHILD | KEEP_CHILD | READ_WORK | TASKS | FILTERS | EXPORTS | {P.CHILD_DEATH}
)
CASEWORK = frozenset(
    {
        P.REQUEST_LOG,
        P.REQUEST_WITHDRAW,
        P.REQUEST_VOID,
        P.ADVICE_ASK,
        P.ADVICE_RECEIVE,
        P.ADVICE_ACCEPT,
        P.ADVICE_JUDGE,
        P.ADVICE_ATTACH,
        P.PLAN_WRITE,
        P.DRAFT_SEND,
        P.COMMENTS_RECORD,
        P.REVERSAL_TELL,
        P.GLASS_BREAK,
        P.LETTER_MAKE,
        P.EXEMPTION_RECORD,
        P.PLAN_RETURN_RECORD,
        P.DISPUTE_RECORD,
        P.CORRECTION_ASK,
        P.CEASE_PROPOSE,
        P.CEASE_CHALLENGE,
        P.REASSESSMENT_LOG,
        P.MOVE_IN_LOG,
        P.PLAN_AWAIT,
        P.PLAN_CHASE,
        P.PLAN_FORGO,
        P.PLAN_ATTACH,
        P.COMMISSIONER_CHANGE,
        P.COMMISSIONER_TELL,
        P.COMMISSIONER_ASK,
        P.COMMISSIONER_CLOSE,
        P.MOVE_IN_TELL,
        P.MOVE_IN_REVIEW,
        P.MOVE_IN_CORRECT,
        P.REQUEST_TAKE_OVER,
        P.MOVE_OUT_RECORD,
        P.MOVE_OUT_DROP,
        P.MOVE_OUT_CORRECT,
        P.INTAKE_LOG,
        P.INTAKE_ANSWER,
        P.INTAKE_START,
        P.INTAKE_ASSESS,
        P.INTAKE_CLOSE,
    }
)
DECISIONS = frozenset(
    {P.ASSESSMENT_DECIDE, P.ISSUE_DECIDE, P.REFUSAL_REVERSE}
    | {P.PLAN_ISSUE, P.PLAN_CEASE, P.EXEMPTION_WITHDRAW, P.DISPUTE_WITHDRAW}
    | {P.CORRECTION_DECIDE, P.MOVE_OUT_FINISH, P.REASSESSMENT_BEGIN}
    | {P.TRANSFER_CORRECT, P.DESTINATION_CORRECT}
    | {P.CEASE_NOTIFY, P.CEASE_END, P.CEASE_DROP}
)
HUB_PLACES = frozenset(
    {
        P.HUB_VIEW,
        P.HUB_EVALUATE,
        P.HUB_CHANGE,
        P.PAUSE_SET,
        P.PAUSE_END,
        P.HOST_ADD,
        P.HOST_END,
        P.CAPACITY_SET,
        P.MEMBER_ADD,
        P.MEMBER_END,
        P.REFERRAL_LOG,
        P.REFERRAL_CHANGE,
        P.VISIT_LOG,
        P.VISIT_WITHDRAW,
        P.AGREEMENT_RECORD,
        P.AGREEMENT_WITHDRAW,
        P.REFERRAL_END,
        P.PLACE_ALLOCATE,
        P.PLACE_MOVE,
        P.PLACE_END,
        P.PLACE_WITHDRAW,
        P.TALK_ARRANGE,
        P.TALK_HOLD,
        P.TALK_WITHDRAW,
        P.STEP_ADD,
        P.STEP_DO,
        P.STEP_DROP,
        P.MEASURE_RECORD,
        P.MEASURE_WITHDRAW,
        P.TARGET_ADD,
        P.TARGET_RATE,
        P.TARGET_DROP,
        P.DESTINATION_RECORD,
        P.DESTINATION_WITHDRAW,
        P.ONWARD_REQUEST,
        P.LETTER_MAKE,
    }
)
HUB_NETWORK = frozenset({P.HUB_OPEN, P.HUB_CLOSE, P.BUDGET_SET, P.HUB_STAY_AGAIN})
IN_OWN_HUB = frozenset(
    {P.HUB_VIEW, P.AGREEMENT_ANSWER, P.STEP_DO}
    | {P.MEASURE_RECORD, P.TARGET_ADD, P.TARGET_RATE}
)
MANAGER = (
    OFFICER
    | READ_EHC
    | CASEWORK
    | DECISIONS
    | {P.HEALTH_VIEW, P.SOCIAL_CARE_VIEW, P.LOOKS_VIEW}
    | {P.SETTING_EDIT, P.ATTENDANCES_MOVE}
    | {P.CASE_ASSIGN, P.CASES_ASSIGN, P.TARGET_SET, P.BOARD_VIEW}
    | {P.DIGEST_CHOOSE, P.FILTER_SHARE, P.QUALITY_VIEW}
    | {P.HUB_VIEW, P.HUB_EVALUATE}
)


def _admin(*models: str, acts: str = "view add change") -> frozenset[str]:
    return frozenset(
        f"{model.partition('.')[0]}.{act}_{model.partition('.')[2]}"
        for model in models
        for act in acts.split()
    )


REFERENCE = _admin("core.code", "schools.setting")
NOTICES = _admin("accounts.notice", acts="view add change delete")
HISTORY = _admin("audit.act", "audit.look", "audit.signin", acts="view")
CASE_RECORDS = _admin(
    "people.child",
    "casework.case",
    "casework.deadline",
    "casework.note",
    "casework.document",
    "ehcps.needsassessment",
    "ehcps.plan",
    "nurture_hubs.hub",
    "nurture_hubs.referral",
    "nurture_hubs.hubplace",
    acts="view",
)

_ROLES = (
    Role(
        RoleKey.CASEWORKER,
        "Caseworker",
        "Logs requests, asks for advice, writes and sends plans; decisions are a "
        "manager's.",
        OFFICER | READ_EHC | CASEWORK | {P.HEALTH_VIEW, P.SOCIAL_CARE_VIEW, P.HUB_VIEW},
    ),
    Role(
        RoleKey.HUB_COORDINATOR,
        "Hub coordinator",
        "Leads the Behaviour Support Team: agrees to referrals and allocates nurture "
        "hub places.",
        OFFICER | HUB_PLACES,
    ),
    Role(
        RoleKey.HUB_SCHOOL,
        "Hub school",
        "Staff of a school that hosts a nurture hub; sees the children of its hub.",
        frozenset({P.CHILD_VIEW, P.SETTING_VIEW}) | IN_OWN_HUB,
    ),
    Role(
        RoleKey.SHORT_BREAKS_OFFICER,
        "Short breaks officer",
        "Handles short breaks from referral to review.",
        OFFICER | {P.SOCIAL_CARE_VIEW, P.HEALTH_VIEW},
    ),
    Role(
        RoleKey.PLACEMENTS_OFFICER,
        "Placements officer",
        "Finds and reviews specialist and independent placements.",
        OFFICER | {P.PLAN_TEXT_VIEW, P.MONEY_VIEW, P.SETTING_EDIT},
    ),
    Role(
        RoleKey.PANEL_MEMBER,
        "Panel member",
        "Reads the papers of the meetings they sit on.",
        frozenset({P.CHILD_VIEW, P.PLAN_TEXT_VIEW, P.SETTING_VIEW}),
    ),
    Role(
        RoleKey.TEAM_MANAGER,
        "Team manager",
        "Leads a locality team: decides, assigns and sees the team's work.",
        MANAGER,
    ),
    Role(
        RoleKey.SERVICE_MANAGER,
        "Service manager",
        "Answers for the whole service; restricts records to named staff and reviews "
        "who broke the glass.",
        MANAGER
        | HUB_PLACES
        | HUB_NETWORK
        | {P.CHILD_RESTRICT, P.ACCESS_DECIDE, P.GLASS_REVIEW, P.MONEY_VIEW}
        | {P.CHILDREN_MERGE, P.ADMIN_OPEN, P.TEMPLATE_WRITE}
        | {P.EXTRACT_VIEW, P.EXTRACT_OPEN},
        HISTORY | NOTICES,
    ),
    Role(
        RoleKey.FINANCE_OFFICER,
        "Finance officer",
        "Follows what places and packages cost.",
        READ_CHILD - {P.CONTACT_VIEW}
        | EXPORTS
        | {P.MONEY_VIEW, P.EHC_VIEW}
        | {P.HUB_VIEW, P.HUB_EVALUATE}
        | FILTERS,
    ),
    Role(
        RoleKey.DATA_OFFICER,
        "Data officer",
        "Keeps the records right and makes the statutory returns.",
        OFFICER
        | READ_EHC
        | {P.QUALITY_VIEW, P.CHILDREN_MERGE, P.PLAN_RETURN_RECORD}
        | {P.SETTING_EDIT, P.ATTENDANCES_MOVE}
        | {P.ADMIN_OPEN, P.EXTRACT_VIEW, P.EXTRACT_OPEN}
        | {P.HUB_VIEW, P.HUB_EVALUATE},
        REFERENCE | HISTORY,
    ),
    Role(
        RoleKey.AUDITOR,
        "Auditor",
        "Reads everything that is not restricted and changes nothing.",
        READ_CHILD
        | READ_EHC
        | {P.QUALITY_VIEW, P.HUB_VIEW, P.HUB_EVALUATE}
        | {P.HEALTH_VIEW, P.SOCIAL_CARE_VIEW, P.MONEY_VIEW, P.LOOKS_VIEW}
        | EXPORTS
        | {P.NOTE_VIEW, P.ADMIN_OPEN, P.BOARD_VIEW},
        HISTORY | CASE_RECORDS,
    ),
    Role(
        RoleKey.ADMINISTRATOR,
        "Administrator",
        "Keeps users, teams, settings, reference data and the templates of letters; "
        "opens no child's record.",
        frozenset({P.SETTING_VIEW, P.ROLE_VIEW, P.ADMIN_OPEN, P.TEMPLATE_WRITE})
        | {P.EXTRACT_VIEW, P.JOB_VIEW, P.REGISTER_LOAD},
        _admin("accounts.user", "accounts.team")
        | _admin("core.partnership", acts="view change")
        | _admin("people.localityarea", acts="view add change delete")
        | _admin("mfa.authenticator", acts="view delete")
        | REFERENCE
        | NOTICES
        | HISTORY,
    ),
)
ROLES: dict[str, Role] = {role.key: role for role in _ROLES}


def permissions_of(role_keys: list[str]) -> frozenset[P]:
    """Everything that somebody with these roles may do."""
    return frozenset().union(
        *(ROLES[key].may for key in role_keys if key in ROLES), frozenset()
    )


def roles_with(*permissions: str) -> list[str]:
    """The roles that allow one of these things."""
    return [role.key for role in _ROLES if role.may.intersection(permissions)]

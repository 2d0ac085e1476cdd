"""What must hold of children and the people around them."""

from collections.abc import Callable, Iterator
from functools import partial

from sendhub.core.errors import RuleBroken
from sendhub.core.verifying import AT_ONCE, Check, rows
from sendhub.people import identifiers, merging, rules
from sendhub.people.models import Address, Child

DATED = ("childstatus", "attendance", "involvement")


def wrong_identifiers(column: str, check: Callable[[str], str]) -> Iterator[object]:
    """Children whose identifier is not as its issuer would have written it."""
    have = Child.objects.exclude(**{column: ""}).values_list("pk", column)
    for pk, value in have.order_by("pk").iterator(AT_ONCE):
        if not _stands(value, check):
            yield pk


def wrong_postcodes() -> Iterator[object]:
    """Addresses whose postcode has not the shape of one."""
    have = Address.objects.exclude(postcode="").values_list("pk", "postcode")
    for pk, value in have.order_by("pk").iterator(AT_ONCE):
        if not _stands(value, identifiers.postcode):
            yield pk


def _stands(value: str, check: Callable[[str], str]) -> bool:
    try:
        return check(value) == value
    except RuleBroken:
        return False


def stale_names() -> Iterator[object]:
    """Children whom lists or search would know by another name than theirs."""
    children = Child.objects.not_merged().prefetch_related("former_names", "aliases")
    children = children.order_by("pk")
    for child in children.iterator(AT_ONCE):
        names = [child.given_names, child.preferred_name, child.family_name]
        names += [str(former) for former in child.former_names.all()]
        for alias in child.aliases.all():
            names += [alias.given_names, alias.preferred_name, alias.family_name]
        sort_name = rules.sort_name(
            family_name=child.family_name, given_names=child.given_names
        )
        words = set(rules.search_text(names).split())
        if child.sort_name != sort_name or words != set(child.search_text.split()):
            yield child.pk


def rows_on_aliases() -> Iterator[object]:
    """Rows on merged records that no merge leaves there."""
    for key in merging.moving():
        if not merging.may_stay(key):
            aliases = {f"{key.name}__merged_into__isnull": False}
            rows = key.model._base_manager.filter(**aliases).order_by("pk")
            yield from (f"{row._meta.label_lower} {row.pk}" for row in rows)


def _after_death(table: str) -> str:
    return (
        f"SELECT '{table}', r.id FROM people_{table} r"  # noqa: S608  our own names
        " JOIN people_child c ON c.id = r.child_id WHERE c.died_on IS NOT NULL"
        " AND (r.ends_on IS NULL OR r.ends_on > greatest(c.died_on, r.starts_on))"
    )


def _before_birth(table: str) -> str:
    return (
        f"SELECT '{table}', r.id FROM people_{table} r"  # noqa: S608  our own names
        " JOIN people_child c ON c.id = r.child_id WHERE r.starts_on < c.born_on"
        " AND c.merged_into_id IS NULL"
    )


CHECKS = [
    *(
        Check(
            f"people.{column}_right",
            f"every {word} has the right check {mark}",
            partial(wrong_identifiers, column, check),
        )
        for column, word, mark, check in (
            ("upn", "UPN", "letter", identifiers.upn),
            ("uln", "ULN", "digit", identifiers.uln),
            ("nhs_number", "NHS number", "digit", identifiers.nhs_number),
        )
    ),
    Check(
        "people.postcodes_well_formed",
        "every postcode has the shape of one",
        wrong_postcodes,
    ),
    Check(
        "people.names_findable",
        "lists and search know every child by the names they have and had",
        stale_names,
    ),
    Check(
        "people.restricted_have_staff",
        "every restricted child has staff who may open the record",
        rows(
            "SELECT id FROM people_child c WHERE restricted_at IS NOT NULL AND NOT"
            " EXISTS (SELECT FROM people_namedstaff n WHERE n.child_id = c.id)"
        ),
    ),
    Check(
        "people.open_have_no_named_staff",
        "only restricted children have named staff",
        rows(
            "SELECT DISTINCT c.id FROM people_namedstaff n"
            " JOIN people_child c ON c.id = n.child_id WHERE c.restricted_at IS NULL"
        ),
    ),
    Check(
        "people.let_in_only_where_restricted",
        "nobody is let in for a time, or waits to be, where the record is open to all",
        rows(
            "SELECT 'grant', g.id FROM people_accessgrant g"
            " JOIN people_child c ON c.id = g.child_id WHERE c.restricted_at IS NULL"
            " AND g.ended_at IS NULL AND g.ends_at > now()"
            " UNION ALL SELECT 'request', r.id FROM people_accessrequest r"
            " JOIN people_child c ON c.id = r.child_id"
            " WHERE c.restricted_at IS NULL AND r.outcome = ''"
        ),
    ),
    Check(
        "people.nothing_after_death",
        "no status, setting or involvement goes on after a child's death",
        rows(" UNION ALL ".join(map(_after_death, DATED))),
    ),
    Check(
        "people.nothing_before_birth",
        "no status, setting, involvement or address begins before a child's birth",
        rows(" UNION ALL ".join(map(_before_birth, (*DATED, "address")))),
    ),
    Check(
        "people.withheld_within_one_family",
        "what is withheld is between contacts of the same child",
        rows(
            "SELECT w.id FROM people_withholding w"
            " JOIN people_contact h ON h.id = w.hidden_from_id"
            " LEFT JOIN people_contact a ON a.id = w.about_id"
            " WHERE h.child_id <> w.child_id OR a.child_id <> w.child_id"
        ),
    ),
    Check(
        "people.aliases_hold_nothing",
        "a record that was merged has no case, no deadline and no alias of its own",
        rows_on_aliases,
    ),
    Check(
        "people.aliases_were_merged",
        "every alias has its merge, and every merge that stands its alias",
        rows(
            "SELECT 'alias', c.id FROM people_child c WHERE merged_into_id IS NOT NULL"
            " AND NOT EXISTS (SELECT FROM people_merge m WHERE m.other_id = c.id"
            " AND m.undone_at IS NULL) UNION ALL SELECT 'merge', m.id"
            " FROM people_merge m JOIN people_child c ON c.id = m.other_id"
            " WHERE m.undone_at IS NULL AND c.merged_into_id IS NULL"
        ),
    ),
    Check(
        "people.acts_about_somebody",
        "every act about a child is about one who is there",
        rows(
            "SELECT a.id FROM audit_act a WHERE a.child_id IS NOT NULL AND NOT"
            " EXISTS (SELECT FROM people_child c WHERE c.id = a.child_id)"
        ),
    ),
]

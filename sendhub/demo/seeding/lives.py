# ruff: noqa: S608  every statement is made of our own names
"""Which lives are told again, and of whom: fills `retelling` for one batch."""

from dataclasses import dataclass

from sendhub.demo.cast import STREETS
from sendhub.demo.retold.names import check_letter
from sendhub.demo.retold.scope import children_told_once
from sendhub.demo.retold.statements import ask, run
from sendhub.demo.seeding.names import boys, families, girls, villages
from sendhub.demo.seeding.shares import (
    LIVES_AT_ONCE,
    OFFICERS_OF_TEAM,
    OPEN_PER_HUNDRED,
    PLANS_OF_OFFICER,
    Batch,
)
from sendhub.demo.seeding.staff import AREAS

SEEDED = 8999  # the last of the schools whose pupil numbers a seed gives

# Children who were lived, or told by the county, with a plan or a request in hand.
LIVES = """
SELECT DISTINCT c.child_id FROM casework_case c
  JOIN people_child k ON k.id = c.child_id JOIN accounts_user o ON o.id = c.officer_id
 WHERE k.merged_into_id IS NULL AND o.email !~ '^officer-[0-9]+@'
   AND {which} AND k.id NOT IN ({alone}) ORDER BY 1
"""
LIVE = (
    "EXISTS (SELECT FROM ehcps_plan p WHERE p.case_id = c.id AND p.standing = 'live')"
)
OPEN = (
    "EXISTS (SELECT FROM ehcps_needsassessment a WHERE a.case_id = c.id AND a.stage IN"
    " ('requested', 'assessing', 'issuing', 'draft_sent') AND a.reassesses_id IS NULL)"
)
TOLD = """
INSERT INTO retelling (copy, original, set, given_names, family_name, born_on, upn,
                       lines, town, postcode)
SELECT n.copy, k.id, n.set,
       CASE WHEN k.sex_id = 'SEX:F' THEN (%(girls)s::text[])[h.a % %(girls_number)s + 1]
            ELSE (%(boys)s::text[])[h.a % %(boys_number)s + 1] END,
       (%(families)s::text[])[h.b % %(families_number)s + 1],
       k.born_on - (h.c % 28)::int,
       CASE WHEN k.upn = '' THEN '' ELSE n.copy::text END,
       (h.a % 98 + 1) || ' ' || (%(streets)s::text[])[h.b % %(streets_number)s + 1],
       (%(villages)s::text[])[n.set / %(officers)s % %(villages_number)s + 1],
       t.area || t.district || ' ' || (h.c % 9 + 1) || 'X' || substr('XYZ', (h.a % 3
           + 1)::int, 1)
  FROM (SELECT %(copy)s + i AS copy, i, (%(first)s + i * %(per)s / 100)
               / %(plans_of_officer)s AS set
          FROM generate_series(0, %(number)s - 1) i) n
  JOIN people_child k
    ON k.id = (%(lives)s::bigint[])[n.i % %(lives_number)s + 1]
  CROSS JOIN LATERAL (SELECT
       hashint8extended(n.copy, 1) & 1073741823 AS a,
       hashint8extended(n.copy, 2) & 1073741823 AS b,
       hashint8extended(n.copy, 3) & 1073741823 AS c) h
  CROSS JOIN LATERAL (SELECT (%(areas)s::text[])[n.set / %(officers)s % %(areas_number)s
       + 1] AS area, n.set / %(officers)s / %(areas_number)s + 1 AS district) t
"""


@dataclass(frozen=True)
class Lives:
    """The children whose lives are told again: with a live plan, or a request."""

    plans: list[int]
    requests: list[int]

    @classmethod
    def chosen(cls) -> "Lives":
        """All who can be told again and were not seeded themselves."""
        alone = children_told_once()
        live, request = (
            [pk for (pk,) in ask(LIVES.format(which=which, alone=alone))]
            for which in (LIVE, f"{OPEN} AND NOT {LIVE}")
        )
        return cls(live, request)


def choose(batch: Batch, chosen: Lives) -> None:
    """Say for a batch whose lives are told again, and of whom."""
    turn = batch.first // max(1, batch.plans)
    first = 2 * batch.first + 1  # a batch has fewer requests than plans
    _tell(_some(chosen.plans, turn), batch, copy=first, number=batch.plans, per=100)
    if chosen.requests:
        _tell(
            _some(chosen.requests, turn),
            batch,
            copy=first + batch.plans,
            number=batch.requests,
            per=100 * 100 // OPEN_PER_HUNDRED,
        )
    _pupil_numbers()


def _some(lives: list[int], turn: int) -> list[int]:
    """As many lives as one batch tells again; the next batch has others."""
    step = max(1, len(lives) // LIVES_AT_ONCE)
    return lives[turn % step :: step]


def _tell(lives: list[int], batch: Batch, *, copy: int, number: int, per: int) -> None:
    lists = {
        "girls": girls(),
        "boys": boys(),
        "families": families(),
        "streets": list(STREETS),
        "areas": AREAS,
        "villages": villages(),
    }
    run(
        TOLD,
        lives=lives,
        lives_number=len(lives),
        copy=copy,
        number=number,
        per=per,
        first=batch.first,
        plans_of_officer=PLANS_OF_OFFICER,
        officers=OFFICERS_OF_TEAM,
        **lists,
        **{f"{name}_number": len(names) for name, names in lists.items()},
    )


def _pupil_numbers() -> None:
    """Pupil numbers by the copy's own number: nobody else has that school and place."""
    twelve = (
        f"'999' || lpad(({SEEDED} - upn::int / 1000)::text, 4, '0')"
        " || lpad(((extract(year FROM born_on)::int + 4) % 100)::text, 2, '0')"
        " || lpad((upn::int % 1000)::text, 3, '0')"
    )
    run(
        "UPDATE retelling r SET upn = " + check_letter("n.rest") + " || n.rest FROM"
        f" (SELECT copy, {twelve} AS rest FROM retelling WHERE upn <> '') n"
        " WHERE n.copy = r.copy"
    )

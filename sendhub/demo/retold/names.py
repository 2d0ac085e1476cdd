# ruff: noqa: S608  every statement is made of our own names
"""Names and numbers of the copies: as search knows them, and nobody else's."""

from sendhub.demo.numbers import NOWHERE
from sendhub.demo.retold.staging import staged
from sendhub.demo.retold.statements import ask, ask_one, run
from sendhub.people.identifiers import UPN_ALPHABET
from sendhub.people.models import Child
from sendhub.people.rules import plain_name

WEIGHED = " + ".join(
    f"substr(d, {place}, 1)::int * {11 - place}" for place in range(1, 10)
)
# All numbers of ten digits that begin with 999 and whose check digit is right.
TEN_DIGITS = {
    "nhs_number": f"SELECT d || ((11 - ({WEIGHED}) % 11) % 11) AS number FROM digits"
    f" WHERE ({WEIGHED}) % 11 <> 1",
    "uln": f"SELECT d || (10 - ({WEIGHED}) % 11) AS number FROM digits"
    f" WHERE ({WEIGHED}) % 11 <> 0 AND d NOT LIKE '999999999'",
}
OLDEST_SCHOOL = 9999  # no school has the last numbers of an authority, and 999 is none
ALL = 10**6


def name_all() -> None:
    """Complete what each copy is called, and give it numbers of its own."""
    own = (
        f"coalesce(r.{name}, o.{name}) AS {name}"
        for name in ("given_names", "family_name")
    )
    run(
        "CREATE TEMP TABLE retold_names ON COMMIT DROP AS SELECT r.copy,"
        f" r.original, r.days, r.set, {', '.join(own)},"
        " coalesce(r.born_on, o.born_on - r.days) AS born_on,"
        " o.born_on AS was_born, coalesce(r.sex, o.sex_id) AS sex,"
        " r.lines, r.town, r.postcode,"
        " CASE WHEN o.upn = '' THEN coalesce(r.upn, '') ELSE r.upn END AS upn,"
        " CASE WHEN o.uln = '' THEN coalesce(r.uln, '') ELSE r.uln END AS uln,"
        " CASE WHEN o.nhs_number = '' THEN coalesce(r.nhs_number, '')"
        " ELSE r.nhs_number END AS nhs_number,"
        " ''::text AS sort_name, ''::text AS search_text"
        f" FROM retelling r JOIN {staged(Child)} o USING (original)"
    )
    _plain_names()
    for column in TEN_DIGITS:
        _ten_digits(column)
    _upns()
    run("ANALYZE retold_names")


def _plain_names() -> None:
    """Write what lists sort by and what search looks in (`people.rules`)."""
    found = ask(
        "SELECT given_names FROM retold_names UNION"
        " SELECT family_name FROM retold_names"
    )
    names = [name for (name,) in found]
    run(
        "UPDATE retold_names r SET sort_name = f.plain || ', ' || g.plain,"
        " search_text = (SELECT string_agg(word, ' ' ORDER BY place) FROM"
        " (SELECT word, min(place) AS place FROM regexp_split_to_table("
        "g.plain || ' ' || f.plain, ' +') WITH ORDINALITY w(word, place)"
        " WHERE word <> '' GROUP BY word) words)"
        " FROM unnest(%(names)s::text[], %(plain)s::text[]) g(name, plain),"
        " unnest(%(names)s::text[], %(plain)s::text[]) f(name, plain)"
        " WHERE g.name = r.given_names AND f.name = r.family_name",
        names=names,
        plain=[plain_name(name) for name in names],
    )


def _ten_digits(column: str) -> None:
    """Give each copy that wants one the next number that nobody has."""
    (wanted,) = ask_one(f"SELECT count(*) FROM retold_names WHERE {column} IS NULL")
    (first,) = ask_one(
        f"SELECT coalesce(max(substr({column}, 4, 6))::int, 0) + 1 FROM (SELECT"
        f" max({column}) AS {column} FROM people_child WHERE {column} <> ''"
        f" AND merged_into_id IS NULL AND {column} >= '{NOWHERE}'"
        f" AND {column} < '{NOWHERE}:') last"
    )
    run(
        f"WITH digits AS (SELECT '{NOWHERE}' || lpad(n::text, 6, '0') AS d"
        f" FROM generate_series({first}, {ALL} - 1) n),"
        f" free AS (SELECT number, row_number() OVER () AS n FROM"
        f" (SELECT number FROM ({TEN_DIGITS[column]}) right_ones LIMIT {wanted}) x),"
        f" asked AS (SELECT copy, row_number() OVER (ORDER BY copy) AS n"
        f" FROM retold_names WHERE {column} IS NULL)"
        f" UPDATE retold_names r SET {column} = free.number FROM free"
        f" JOIN asked USING (n) WHERE asked.copy = r.copy"
    )


def check_letter(rest: str) -> str:
    """A UPN's check letter, in SQL, from its other twelve digits (`identifiers`)."""
    values = " + ".join(
        f"substr({rest}, {place}, 1)::int * {place + 1}" for place in range(1, 13)
    )
    return f"substr('{UPN_ALPHABET}', ({values}) % 23 + 1, 1)"


def _upns() -> None:
    """Give each copy the next pupil number of the year it was four, in its school.

    A year of a school has a thousand numbers; then the school before it goes on.
    """
    year = "(lpad(((extract(year FROM born_on)::int + 4) % 100)::text, 2, '0'))"
    run(
        "WITH used AS (SELECT substr(upn, 9, 2) AS year,"
        f" max(({OLDEST_SCHOOL} - substr(upn, 5, 4)::int) * 1000"
        " + substr(upn, 11, 3)::int) AS last FROM people_child"
        f" WHERE upn ~ '^.{NOWHERE}[0-9]{{9}}$' GROUP BY 1),"
        f" asked AS (SELECT copy, {year} AS year, row_number() OVER"
        f" (PARTITION BY {year} ORDER BY copy) AS n FROM retold_names"
        " WHERE upn IS NULL),"
        " numbered AS (SELECT copy, year, n + coalesce(last, 0) AS n"
        " FROM asked LEFT JOIN used USING (year)),"
        f" twelve AS (SELECT copy, '{NOWHERE}' || ({OLDEST_SCHOOL} - n / 1000)"
        " || year || lpad((n % 1000)::text, 3, '0') AS rest FROM numbered)"
        " UPDATE retold_names r SET upn ="
        f" {check_letter('rest')} || rest"
        " FROM twelve WHERE twelve.copy = r.copy"
    )

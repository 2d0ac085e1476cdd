# ruff: noqa: S608  every statement is written here, for tests
"""What the ways to break data have in common."""

UNGUARDED = "ALTER TABLE {0} DISABLE TRIGGER USER"
LIVE = "(SELECT min(id) FROM ehcps_plan WHERE standing = 'live')"
FINAL = f"(SELECT id FROM ehcps_planversion WHERE plan_id = {LIVE} AND kind = 'final')"
ONE_CHILD = "(SELECT min(id) FROM people_child)"
ALIAS = "(SELECT id FROM people_child WHERE merged_into_id IS NOT NULL)"
DEAD = "(SELECT id FROM people_child WHERE died_on IS NOT NULL)"
SOME_FILE = "(SELECT min(id) FROM casework_document)"
OPEN_ONE = "(SELECT min(id) FROM casework_deadline WHERE ended = '')"
VERSIONS = UNGUARDED.format("ehcps_planversion")
SECTIONS = UNGUARDED.format("ehcps_plansection")


def off(table: str) -> str:
    """Switch off what guards a table."""
    return UNGUARDED.format(table)


def without(table: str, constraint: str) -> str:
    """Take a constraint away."""
    return f"ALTER TABLE {table} DROP CONSTRAINT {constraint}"


def set_child(column: str, value: str) -> list[str]:
    """Write something on one child."""
    return [f"UPDATE people_child SET {column} = {value} WHERE id = {ONE_CHILD}"]

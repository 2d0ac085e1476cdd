"""Taking over which ward each postcode is in (PPL-9)."""

from collections.abc import Callable, Iterable

from django.db import connection, transaction

from sendhub.audit.record import record
from sendhub.people.directory import Place
from sendhub.schools.actions import Operator

KEEP = """
INSERT INTO people_postcode (code, ward)
SELECT DISTINCT ON (code) code, ward FROM arrived ORDER BY code, line DESC
ON CONFLICT (code) DO UPDATE SET ward = excluded.ward
WHERE people_postcode.ward <> excluded.ward
"""
OFTEN = 10_000


@transaction.atomic
def postcodes_import(
    *,
    places: Iterable[Place],
    name: str,
    wrong: Callable[[Place], None],
    step: Callable[[int], None],
) -> int:
    """Write the wards of postcodes, all or none; give how many are new or changed.

    A postcode that the file lacks stays; a line that cannot be read goes to `wrong`.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMPORARY TABLE arrived (line bigint, code text, ward text)"
            " ON COMMIT DROP"
        )
        with cursor.copy("COPY arrived (line, code, ward) FROM STDIN") as rows:
            for place in places:
                if place.fault:
                    wrong(place)
                else:
                    rows.write_row((place.line, place.postcode, place.ward))
                if place.line % OFTEN == 0:
                    step(place.line)
        cursor.execute(KEEP)
        changed: int = cursor.rowcount
        cursor.execute("DROP TABLE arrived")
    record("people.postcodes_import", by=Operator(), file=name, changed=changed)
    return changed

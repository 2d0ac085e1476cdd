"""Taking over which ward each postcode is in, and where it is (PPL-5, PPL-9)."""

from collections.abc import Callable, Iterable

from django.db import connection, transaction

from sendhub.audit.record import record
from sendhub.people.directory import Columns, Place
from sendhub.schools.actions import Operator

ARRIVED = """
CREATE TEMPORARY TABLE arrived
    (line bigint, code text, ward text, easting integer, northing integer)
ON COMMIT DROP
"""
COPY = "COPY arrived (line, code, ward, easting, northing) FROM STDIN"
KEEP = """
INSERT INTO people_postcode AS known (code, ward, easting, northing)
SELECT DISTINCT ON (code) code, ward, easting, northing
  FROM arrived ORDER BY code, line DESC
ON CONFLICT (code) DO UPDATE SET
    ward = CASE WHEN %(wards)s THEN excluded.ward ELSE known.ward END,
    easting = CASE WHEN %(places)s THEN excluded.easting ELSE known.easting END,
    northing = CASE WHEN %(places)s THEN excluded.northing ELSE known.northing END
WHERE %(wards)s AND known.ward <> excluded.ward
   OR %(places)s AND (known.easting, known.northing)
      IS DISTINCT FROM (excluded.easting, excluded.northing)
"""
OFTEN = 10_000


@transaction.atomic
def postcodes_import(
    *,
    places: Iterable[Place],
    name: str,
    columns: Columns,
    wrong: Callable[[Place], None],
    step: Callable[[int], None],
) -> int:
    """Write what a directory tells of postcodes, all or nothing; give how many changed.

    A postcode that the file lacks stays, and so does what the file has no column of; a
    line that cannot be read goes to `wrong`.
    """
    with connection.cursor() as cursor:
        cursor.execute(ARRIVED)
        with cursor.copy(COPY) as rows:
            for place in places:
                if place.fault:
                    wrong(place)
                else:
                    point = place.point or (None, None)
                    rows.write_row((place.line, place.postcode, place.ward, *point))
                if place.line % OFTEN == 0:
                    step(place.line)
        told = {"wards": columns.tell_wards, "places": columns.tell_places}
        cursor.execute(KEEP, told)
        changed: int = cursor.rowcount
        cursor.execute("DROP TABLE arrived")
    record("people.postcodes_import", by=Operator(), file=name, changed=changed)
    return changed

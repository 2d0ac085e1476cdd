"""What must hold of settings."""

from sendhub.core.verifying import Check, rows

CHECKS = [
    Check(
        "schools.numbers_well_formed",
        "every URN has six digits and every UKPRN eight, from 1",
        rows(
            r"SELECT id FROM schools_setting WHERE urn !~ '^(\d{6})?$'"
            r" OR ukprn !~ '^(1\d{7})?$'"
        ),
    ),
]

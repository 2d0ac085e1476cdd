"""Loading the national code sets after each migration.

The file `codes.csv` comes from the SEN2 collection guides; each row says which
return years know the code. Rows that an administrator added are left alone.
"""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sendhub.core.models import Code, Partnership

FILE = Path(__file__).with_name("codes.csv")


def codes_in_file() -> Iterator[Code]:
    """Read the packaged file."""
    with FILE.open(encoding="utf-8", newline="") as file:
        for position, row in enumerate(csv.DictReader(file)):
            yield Code(
                id=f"{row['set']}:{row['code']}",
                set=row["set"],
                code=row["code"],
                meaning=row["meaning"],
                first_return=int(row["first_return"]),
                last_return=int(row["last_return"]) if row["last_return"] else None,
                position=position,
                verified=row["verified"] == "yes",
            )


def load_codes(**kwargs: Any) -> None:
    """Bring the table up to the file, and make sure of the partnership's row."""
    Code.objects.bulk_create(
        codes_in_file(),
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=[
            "meaning",
            "first_return",
            "last_return",
            "position",
            "verified",
        ],
    )
    Partnership.objects.get_or_create(pk=1)

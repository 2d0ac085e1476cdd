"""Pages of nurture hubs."""

from sendhub.nurture_hubs.views.measures import (
    measure_record,
    measure_withdraw,
    target_add,
    target_drop,
    target_rate,
)
from sendhub.nurture_hubs.views.places import board

__all__ = [
    "board",
    "measure_record",
    "measure_withdraw",
    "target_add",
    "target_drop",
    "target_rate",
]

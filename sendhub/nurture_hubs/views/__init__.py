"""Pages of nurture hubs."""

from sendhub.nurture_hubs.views.board import board
from sendhub.nurture_hubs.views.measures import (
    measure_record,
    measure_withdraw,
    target_add,
    target_drop,
    target_rate,
)
from sendhub.nurture_hubs.views.places import (
    place_allocate,
    place_end,
    place_move,
    place_withdraw,
)

__all__ = [
    "board",
    "measure_record",
    "measure_withdraw",
    "place_allocate",
    "place_end",
    "place_move",
    "place_withdraw",
    "target_add",
    "target_drop",
    "target_rate",
]

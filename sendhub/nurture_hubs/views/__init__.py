"""Pages of nurture hubs."""

from sendhub.nurture_hubs.views.board import (
    board,
    place_list,
    year,
)
from sendhub.nurture_hubs.views.ends import (
    destination_record,
    destination_withdraw,
    step_add,
    step_do,
    step_drop,
    talk_arrange,
    talk_hold,
    talk_withdraw,
)
from sendhub.nurture_hubs.views.evaluation import (
    evaluation,
    evaluation_list,
)
from sendhub.nurture_hubs.views.hubs import (
    budget_set,
    capacity_set,
    host_add,
    host_end,
    hub_change,
    hub_close,
    hub_list,
    hub_open,
    hub_page,
    member_add,
    member_end,
    pause_end,
    pause_set,
)
from sendhub.nurture_hubs.views.measures import (
    measure_record,
    measure_withdraw,
    target_add,
    target_drop,
    target_rate,
)
from sendhub.nurture_hubs.views.onward import onward_request
from sendhub.nurture_hubs.views.places import (
    place_allocate,
    place_end,
    place_move,
    place_withdraw,
)

__all__ = [
    "board",
    "budget_set",
    "capacity_set",
    "destination_record",
    "destination_withdraw",
    "evaluation",
    "evaluation_list",
    "host_add",
    "host_end",
    "hub_change",
    "hub_close",
    "hub_list",
    "hub_open",
    "hub_page",
    "measure_record",
    "measure_withdraw",
    "member_add",
    "member_end",
    "onward_request",
    "pause_end",
    "pause_set",
    "place_allocate",
    "place_end",
    "place_list",
    "place_move",
    "place_withdraw",
    "step_add",
    "step_do",
    "step_drop",
    "talk_arrange",
    "talk_hold",
    "talk_withdraw",
    "target_add",
    "target_drop",
    "target_rate",
    "year",
]

"""The acts on nurture hubs: the only writers of this app's tables."""

from sendhub.nurture_hubs.actions.agreement import (
    agreement_answer,
    agreement_record,
    agreement_withdraw,
)
from sendhub.nurture_hubs.actions.clocks import case_clocks_refresh, clocks_refresh
from sendhub.nurture_hubs.actions.ends import (
    destination_record,
    destination_withdraw,
    step_add,
    step_do,
    step_drop,
    talk_arrange,
    talk_hold,
    talk_withdraw,
)
from sendhub.nurture_hubs.actions.hub import (
    host_add,
    host_end,
    hub_change,
    hub_close,
    hub_open,
)
from sendhub.nurture_hubs.actions.measures import (
    measure_record,
    measure_withdraw,
    target_add,
    target_drop,
    target_rate,
)
from sendhub.nurture_hubs.actions.onward import onward_request
from sendhub.nurture_hubs.actions.place import (
    place_allocate,
    place_end,
    place_move,
    place_withdraw,
)
from sendhub.nurture_hubs.actions.reacting import places_compare, stop_at_death
from sendhub.nurture_hubs.actions.referral import (
    referral_change,
    referral_end,
    referral_log,
    visit_log,
    visit_withdraw,
)
from sendhub.nurture_hubs.actions.running import (
    budget_set,
    capacity_set,
    member_add,
    member_end,
    pause_end,
    pause_set,
)

__all__ = [
    "agreement_answer",
    "agreement_record",
    "agreement_withdraw",
    "budget_set",
    "capacity_set",
    "case_clocks_refresh",
    "clocks_refresh",
    "destination_record",
    "destination_withdraw",
    "host_add",
    "host_end",
    "hub_change",
    "hub_close",
    "hub_open",
    "measure_record",
    "measure_withdraw",
    "member_add",
    "member_end",
    "onward_request",
    "pause_end",
    "pause_set",
    "place_allocate",
    "place_end",
    "place_move",
    "place_withdraw",
    "places_compare",
    "referral_change",
    "referral_end",
    "referral_log",
    "step_add",
    "step_do",
    "step_drop",
    "stop_at_death",
    "talk_arrange",
    "talk_hold",
    "talk_withdraw",
    "target_add",
    "target_drop",
    "target_rate",
    "visit_log",
    "visit_withdraw",
]

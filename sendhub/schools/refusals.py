"""What a person reads when the database refuses."""

from sendhub.core.refusals import Refusal

WORDS = {
    "schools_setting_urn_once": Refusal("Another setting already has this URN.", "urn"),
    "schools_setting_closes_after_opening": Refusal(
        "A setting cannot close before it opened.", "closed_on"
    ),
    "schools_settinglink_once": Refusal("These two settings are linked already."),
    "schools_settinglink_of_two": Refusal("A setting does not follow itself."),
    "schools_load_finished_when_over": Refusal(
        "A register that is loaded or dropped has the moment when; another has none."
    ),
    "schools_load_one_at_a_time": Refusal(
        "Another register is being loaded, or waits to be confirmed. Load it, or "
        "choose “Do not load it” there, before you choose this one."
    ),
    "schools_load_fault_when_dropped": Refusal(
        "Only a file that is not loaded has a reason why it could not be used."
    ),
    "schools_load_decided_by_whom_and_when": Refusal(
        "Who confirmed a register or took it away has the moment when."
    ),
    "schools_loadrow_line_once": Refusal("This line has been read already."),
    "schools_loadrow_wrong_why": Refusal("Say what is wrong with the row."),
}

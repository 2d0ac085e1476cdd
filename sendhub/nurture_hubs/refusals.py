"""What a person reads when the database refuses."""

from sendhub.core.refusals import Refusal

LIST = "Choose one from the list."
YEAR = "Check the year: nurture hubs have days from 1 September 2015 to 2090."
LATER = "It cannot end before it begins."
OF_HUBS = {
    "nurture_hubs_hub_name_once": Refusal("There is a hub of this name.", "name"),
    "nurture_hubs_hub_closes_after_opening": Refusal(
        "The last day cannot be before the opening.", "closes_on"
    ),
    "nurture_hubs_hub_ages": Refusal(
        "Ages are from 2 to 18, the youngest first.", "age_to"
    ),
    "nurture_hubs_hub_known_phase": Refusal(LIST, "phase"),
    "nurture_hubs_hub_in_time": Refusal(YEAR, "opens_on"),
    "nurture_hubs_hubhost_in_time": Refusal(YEAR, "starts_on"),
    "nurture_hubs_hubcapacity_in_time": Refusal(YEAR, "from_on"),
    "nurture_hubs_hubpause_in_time": Refusal(YEAR, "starts_on"),
    "nurture_hubs_hubmember_in_time": Refusal(YEAR, "starts_on"),
    "nurture_hubs_hub_stays": Refusal(
        "This is of one hub and stays with it: record it anew for the other hub."
    ),
    "nurture_hubs_hubhost_ends_after_start": Refusal(LATER, "ends_on"),
    "nurture_hubs_hubhost_one_at_a_time": Refusal(
        "This school runs the hub on these days already.", "setting"
    ),
    "nurture_hubs_hubcapacity_once": Refusal(
        "Somebody set the places from this day at the same moment. Look again.",
        "from_on",
    ),
    "nurture_hubs_hubcapacity_small": Refusal("A hub has at most 40 places.", "places"),
    "nurture_hubs_hubpause_ends_after_start": Refusal(LATER, "ends_on"),
    "nurture_hubs_hubpause_one_at_a_time": Refusal(
        "The hub is paused on some of these days already.", "starts_on"
    ),
    "nurture_hubs_hubpause_says_why": Refusal("Say why.", "because"),
    "nurture_hubs_hubpause_nobody_starts": Refusal(
        "A child starts on one of these days: move the start first.", "starts_on"
    ),
    "nurture_hubs_hubmember_ends_after_start": Refusal(LATER, "ends_on"),
    "nurture_hubs_hubmember_one_at_a_time": Refusal(
        "This person sees the hub on these days already.", "user"
    ),
    "nurture_hubs_budget_once": Refusal(
        "Somebody set this budget at the same moment. Look again.", "year"
    ),
    "nurture_hubs_budget_known_year": Refusal(LIST, "year"),
    "nurture_hubs_hubday_once": Refusal(
        "Somebody else saved at the same moment. Press the button again."
    ),
    "nurture_hubs_hubday_only_counted": Refusal(
        "The days of a hub are counted from its places, not written."
    ),
}
OF_MEASURES = {
    "nurture_hubs_measure_once": Refusal(
        "This is recorded for that time already. If it is wrong, say first that it "
        "was entered in error.",
        "stage",
    ),
    "nurture_hubs_measure_known": Refusal(LIST, "stage"),
    "nurture_hubs_measure_withdrawn_who_when_why": Refusal(
        "Say why it was an error.", "reason"
    ),
    "nurture_hubs_score_once": Refusal("One of the numbers is there twice."),
    "nurture_hubs_score_within_its_scale": Refusal(
        "One of the numbers is outside its scale."
    ),
    "nurture_hubs_target_rated_to_ten": Refusal("A target is rated from 0 to 10."),
}

TWELVE = "A place lasts at most twelve months."
AGAIN = (
    "The child has had a place in a nurture hub: a second stay needs a service "
    "manager's reason."
)
OF_PLACES = {
    "nurture_hubs_hubplace_ends_after_start": Refusal(
        "It cannot end before it starts.", "ends_on"
    ),
    "nurture_hubs_hubplace_twelve_months": Refusal(TWELVE, "ends_on"),
    "nurture_hubs_hubplace_one_at_a_time": Refusal(
        "The child has a place in a nurture hub on some of these days.", "starts_on"
    ),
    "nurture_hubs_hubplace_again_who_and_why": Refusal(
        "A second stay needs its reason, and who allowed it.", "again_because"
    ),
    "nurture_hubs_hubplace_withdrawn_who_when_why": Refusal(
        "Say why the place is taken back.", "reason"
    ),
    "nurture_hubs_hubplace_twelve_months_in_all": Refusal(AGAIN, "again_because"),
    "nurture_hubs_hubplace_while_open": Refusal(
        "The hub is not open on all of these days.", "starts_on"
    ),
    "nurture_hubs_hubplace_not_in_a_pause": Refusal(
        "The hub is paused on that day: nobody new may start.", "starts_on"
    ),
    "nurture_hubs_hubplace_child_of_referral": Refusal(
        "The place is for another child than the referral."
    ),
    "nurture_hubs_hubplace_stays": Refusal(
        "A place stays in its hub: take it back and allocate another."
    ),
    "nurture_hubs_hubplace_taken_back_stays": Refusal(
        "This place was taken back: allocate another."
    ),
    "nurture_hubs_hubplace_family_agreed": Refusal("The family has not agreed yet."),
    "nurture_hubs_hubplace_both_agreed": Refusal(
        "The coordinator and the hub school have not both agreed yet.", "hub"
    ),
    "nurture_hubs_day_not_overbooked": Refusal(
        "Full: the last place on some of these days was taken a moment ago.",
        "starts_on",
    ),
}
OF_ENDS = {
    "nurture_hubs_talk_once": Refusal(
        "Somebody arranged the talk at the same moment. Open the case again."
    ),
    "nurture_hubs_talk_held_who_and_what": Refusal(
        "A talk that was held needs its day, what follows and the school from then on."
    ),
    "nurture_hubs_talk_planned_after_arranged": Refusal(
        "The talk cannot be before the day on which it was arranged.", "planned_for"
    ),
    "nurture_hubs_talk_withdrawn_who_when_why": Refusal(
        "Say why it was an error.", "reason"
    ),
    "nurture_hubs_transitionstep_done_who_and_when": Refusal(
        "A step is done on a day, or it is dropped: not both."
    ),
    "nurture_hubs_destination_once": Refusal(
        "This is recorded for that time already. If it is wrong, say first that it "
        "was entered in error.",
        "point",
    ),
    "nurture_hubs_destination_known_where": Refusal(LIST, "where"),
    "nurture_hubs_destination_withdrawn_who_when_why": Refusal(
        "Say why it was an error.", "reason"
    ),
}
OF_REFERRALS = {
    "nurture_hubs_referral_one_open": Refusal(
        "A referral of this child is open already: follow that one."
    ),
    "nurture_hubs_referral_consent_who_and_when": Refusal(
        "The family’s agreement needs its date and who agreed.", "consent_on"
    ),
    "nurture_hubs_referral_ended_who_when_why": Refusal(
        "The end needs its date, not before the referral, and the reason.", "ended_on"
    ),
    "nurture_hubs_referral_known_need": Refusal(LIST, "need"),
    "nurture_hubs_referral_waits_since_and_agreed": Refusal(
        "A child waits for a place only while the family agrees.", "consent_on"
    ),
    "nurture_hubs_referral_case_stays": Refusal(
        "A referral stays on the case that it was logged on."
    ),
    "nurture_hubs_referral_holds_its_place": Refusal(
        "A place stands on this: take the place back first."
    ),
    "nurture_hubs_referral_waits_agreed": Refusal(
        "A child waits for a place only while the coordinator and the hub school agree."
    ),
    "nurture_hubs_visit_known_kind": Refusal(LIST, "kind"),
    "nurture_hubs_visit_withdrawn_who_when_why": Refusal(
        "Say why it was an error.", "reason"
    ),
    "nurture_hubs_agreement_once": Refusal(
        "They have answered for this hub already. Take that answer back first.", "hub"
    ),
    "nurture_hubs_agreement_refusal_has_reasons": Refusal(
        "Say why they do not agree.", "conditions"
    ),
    "nurture_hubs_agreement_withdrawn_when_and_why": Refusal(
        "Say when it was taken back, not before it was given, and why.",
        "withdrawn_on",
    ),
    "nurture_hubs_agreement_stays": Refusal(
        "An answer stays as it was given: take it back and record the new one."
    ),
    "nurture_hubs_agreement_holds_its_place": Refusal(
        "A place stands on this agreement: take the place back first."
    ),
    "nurture_hubs_agreement_known_party": Refusal(LIST, "party"),
}

WORDS: dict[str, Refusal] = {
    **OF_HUBS,
    **OF_REFERRALS,
    **OF_MEASURES,
    **OF_PLACES,
    **OF_ENDS,
}

"""What a person reads when the database refuses."""

from sendhub.core.refusals import Refusal

END = "This cannot end before it starts."
WORDS = {
    "people_externalnumber_once": Refusal("This number is recorded already.", "number"),
    "people_externalnumber_mosaic_one_child": Refusal(
        "Another child has this Mosaic number. Check it; the two records may be of one "
        "child.",
        "number",
    ),
    "people_externalnumber_shape": Refusal(
        "Enter at most 30 letters and digits.", "number"
    ),
    "people_child_upn_once": Refusal("Another child already has this UPN.", "upn"),
    "people_child_uln_once": Refusal("Another child already has this ULN.", "uln"),
    "people_child_nhs_number_once": Refusal(
        "Another child already has this NHS number.", "nhs_number"
    ),
    "people_child_not_into_itself": Refusal("A record cannot be merged into itself."),
    "people_child_alias_of_alias": Refusal(
        "One of the two records was merged already. Open the one that is kept."
    ),
    "people_child_alias_stands_still": Refusal(
        "This record was merged with another of the same child meanwhile. Open that "
        "one and make the change there."
    ),
    "people_child_alias_holds_nothing": Refusal(
        "This record was merged with another of the same child meanwhile. Open that "
        "one and go on there."
    ),
    "people_merge_of_two": Refusal("A record cannot be merged into itself."),
    "people_merge_once": Refusal("This record was merged already."),
    "people_merge_undone_who_when_why": Refusal(
        "Undoing needs who did it, when, and why.", "reason"
    ),
    "people_child_upn_shape": Refusal("A UPN has 13 characters.", "upn"),
    "people_child_uln_shape": Refusal("A ULN has ten digits.", "uln"),
    "people_child_nhs_number_shape": Refusal(
        "An NHS number has ten digits.", "nhs_number"
    ),
    "people_child_dies_after_birth": Refusal(
        "The date of death cannot be before the date of birth.", "died_on"
    ),
    "people_child_needs_differ": Refusal(
        "The secondary need must differ from the primary.", "secondary_need"
    ),
    "people_child_restriction_all_or_nothing": Refusal(
        "A restriction needs its reason and who made it.", "reason"
    ),
    "people_child_restriction_is_reviewed": Refusal(
        "A restriction needs a day on which it is looked at again.", "review_on"
    ),
    "people_accessrequest_once": Refusal(
        "You have asked for this record already; nobody has answered yet.", "reason"
    ),
    "people_accessrequest_decided_by_and_when": Refusal(
        "An answer needs who gave it and when."
    ),
    "people_accessrequest_not_ones_own": Refusal(
        "Somebody else answers your own request."
    ),
    "people_accessrequest_refused_says_why": Refusal(
        "Say why not, so that they know what to do.", "answer"
    ),
    "people_accessgrant_one_at_a_time": Refusal(
        "This person can open the record already."
    ),
    "people_accessgrant_ends_after_start": Refusal("This day is over.", "until_on"),
    "people_accessgrant_ended_by_and_when": Refusal(
        "The end of access needs who ended it, and a moment before its own end."
    ),
    "people_accessgrant_given_by_whom": Refusal(
        "Access is given by somebody else, on a request; or taken by breaking the "
        "glass."
    ),
    "people_accessgrant_reviewed_by_and_when": Refusal(
        "A review needs who made it, when, and what they found.", "review_note"
    ),
    "people_accessgrant_not_ones_own_review": Refusal(
        "Somebody else reviews what you did."
    ),
    "people_child_sex_code": Refusal("Choose a sex from the list.", "sex"),
    "people_child_ethnicity_code": Refusal(
        "Choose an ethnicity from the list.", "ethnicity"
    ),
    "people_child_upn_unknown_code": Refusal(
        "Choose a reason from the list.", "upn_unknown"
    ),
    "people_child_authority_code": Refusal(
        "Choose an authority from the list.", "home_authority"
    ),
    "people_child_primary_code": Refusal(
        "Choose a need from the list.", "primary_need"
    ),
    "people_child_secondary_code": Refusal(
        "Choose a need from the list.", "secondary_need"
    ),
    "people_namedstaff_once": Refusal("This person is already named.", "named"),
    "people_childstatus_ends_after_start": Refusal(END, "ends_on"),
    "people_childstatus_one_at_a_time": Refusal(
        "The child already has this status on some of these days.", "starts_on"
    ),
    "people_childstatus_looked_after_by_whom": Refusal(
        "For a looked after child say by which authority, and for no other status.",
        "authority",
    ),
    "people_childstatus_authority_code": Refusal(
        "Choose an authority from the list.", "authority"
    ),
    "people_attendance_ends_after_start": Refusal(END, "ends_on"),
    "people_attendance_one_at_a_time": Refusal(
        "The child is at another setting on some of these days.", "starts_on"
    ),
    "people_attendance_known_provision": Refusal(
        "Choose the kind of place from the list.", "provision"
    ),
    "people_attendance_residential_code": Refusal(
        "Choose the residential place from the list.", "residential"
    ),
    "people_attendance_work_based_code": Refusal(
        "Choose the work-based learning from the list.", "work_based"
    ),
    "people_formername_ends_after_start": Refusal(
        "The child had the former name from a later day: choose a later one.",
        "renamed_on",
    ),
    "people_formerupn_once": Refusal("This former UPN is kept already.", "upn"),
    "people_formerupn_shape": Refusal("A UPN has 13 characters.", "upn"),
    "people_notsame_once": Refusal("This is already noted."),
    "people_notsame_in_order": Refusal("A child is always the same as themself."),
    "people_contact_ends_after_start": Refusal(END, "ends_on"),
    "people_contact_one_at_a_time": Refusal(
        "This adult is already a contact of the child.", "adult"
    ),
    "people_contact_says_why_not": Refusal(
        "Say why this person must not be contacted.", "do_not_contact_reason"
    ),
    "people_address_ends_after_start": Refusal(END, "ends_on"),
    "people_address_of_child_or_adult": Refusal(
        "An address belongs to a child or to an adult."
    ),
    "people_address_one_at_a_time": Refusal(
        "Another address holds on some of these days.", "starts_on"
    ),
    "people_address_adult_one_at_a_time": Refusal(
        "Another address holds on some of these days.", "starts_on"
    ),
    "people_withholding_lifted_by_and_when": Refusal(
        "Lifting needs who did it and when."
    ),
    "people_withholding_from_another": Refusal(
        "Somebody's own details cannot be withheld from them.", "about"
    ),
    "people_withholding_of_one_child": Refusal(
        "Choose contacts of this child.", "hidden_from"
    ),
    "people_withholding_once": Refusal("This is already withheld.", "hidden_from"),
    "people_localityarea_start_once": Refusal(
        "This start of a postcode has its team already.", "postcode_start"
    ),
    "people_localityarea_ward_once": Refusal("This ward has its team already.", "ward"),
    "people_localityarea_ward_or_start": Refusal(
        "Give the start of a postcode or a ward, one of the two.", "postcode_start"
    ),
    "people_postcode_on_grid": Refusal(
        "A postcode has both its easting and its northing on the National Grid, or "
        "neither."
    ),
    "people_involvement_ends_after_start": Refusal(END, "ends_on"),
    "people_involvement_one_at_a_time": Refusal(
        "This professional is already involved.", "professional"
    ),
}

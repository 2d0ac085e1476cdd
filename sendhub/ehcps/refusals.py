"""What a person reads when the database refuses."""

from sendhub.core.refusals import Refusal

WHO = "A decision needs who made it and when."
LIST = "Choose one from the list."
WORDS = {
    "ehcps_extract_fingerprint": Refusal(
        "A run has the fingerprint of its file, or why there is none."
    ),
    "ehcps_needsassessment_one_open": Refusal(
        "The child already has an open request or assessment."
    ),
    "ehcps_needsassessment_assess_who_and_when": Refusal(WHO, "told_on"),
    "ehcps_needsassessment_issue_who_and_when": Refusal(WHO, "told_on"),
    "ehcps_needsassessment_stage_has_decision": Refusal(
        "The decision whether to assess is missing.", "told_on"
    ),
    "ehcps_needsassessment_stage_has_issue_decision": Refusal(
        "The decision whether to issue a plan is missing.", "told_on"
    ),
    "ehcps_needsassessment_withdrawn_when": Refusal(
        "A withdrawal needs its date.", "withdrawn_on"
    ),
    "ehcps_needsassessment_dates_in_order": Refusal(
        "The dates of this assessment would be out of order.", "told_on"
    ),
    "ehcps_needsassessment_source_code": Refusal(LIST, "source"),
    "ehcps_needsassessment_goes_on_by_reversal": Refusal(
        "A refusal stands until it is reversed: record how that came about."
    ),
    "ehcps_needsassessment_mistake_is_agreed": Refusal(
        "Two people agree that a request was recorded by mistake; then it stays so."
    ),
    "ehcps_ceasing_one_open": Refusal("It is already proposed to end this plan."),
    "ehcps_ceasing_asked_before_told": Refusal(
        "The notice cannot be earlier than the day they were asked.", "told_on"
    ),
    "ehcps_ceasing_certificate_after_notice": Refusal(
        "The certificate cannot be earlier than the notice.", "certificate_on"
    ),
    "ehcps_ceasing_appeal_after_notice": Refusal(
        "The appeal cannot be earlier than the notice.", "appealed_on"
    ),
    "ehcps_ceasing_decided_after_appeal": Refusal(
        "An appeal cannot be decided before it was made.", "appeal_decided_on"
    ),
    "ehcps_ceasing_ended_how_and_when": Refusal(
        "The end of a proposal needs its date, and a plan that is kept its reason.",
        "ended_on",
    ),
    "ehcps_ceasing_reason_code": Refusal(LIST, "cease_reason"),
    "ehcps_planreturn_budget_first": Refusal(
        "Arrangements and direct payments are parts of a personal budget.",
        "personal_budget",
    ),
    "ehcps_planreturn_second_has_its_place": Refusal(
        "A second setting and the kind of place there go together.",
        "second_provision",
    ),
    "ehcps_planreturn_known_provision": Refusal(LIST, "provision"),
    "ehcps_planreturn_payment_code": Refusal(LIST, "direct_payment"),
    "ehcps_planreturn_residential_code": Refusal(LIST, "residential"),
    "ehcps_planreturn_work_based_code": Refusal(LIST, "work_based"),
    "ehcps_dispute_once": Refusal("This is already recorded.", "happened_on"),
    "ehcps_dispute_of_a_decision": Refusal(
        "Choose the decision that it was about.", "about"
    ),
    "ehcps_dispute_known_forum": Refusal(LIST, "forum"),
    "ehcps_dispute_withdrawn_who_when_why": Refusal(
        "Taking this back needs its reason.", "reason"
    ),
    "ehcps_dispute_of_the_case": Refusal(
        "It is about an assessment of another case.", "about"
    ),
    "ehcps_exemption_once": Refusal(
        "This reason is already recorded for this limit.", "ground"
    ),
    "ehcps_exemption_has_its_days": Refusal(
        "This reason needs its first day and the day it was over.", "starts_on"
    ),
    "ehcps_exemption_says_why": Refusal(
        "Say why this made it impractical to keep the limit.", "impractical_because"
    ),
    "ehcps_exemption_withdrawn_who_when_why": Refusal(
        "Taking an exemption back needs its reason.", "reason"
    ),
    "ehcps_reversal_once": Refusal("This refusal was already reversed."),
    "ehcps_reversal_reverses_a_refusal": Refusal(
        "Only a refusal can be reversed; this was not refused."
    ),
    "ehcps_reversal_agreed_in_mediation": Refusal(
        "Another date can be agreed only in mediation, for a day after it.", "agreed_by"
    ),
    "ehcps_reversal_told_after": Refusal(
        "The family cannot hear of it before it happened.", "told_on"
    ),
    "ehcps_reversal_known_route": Refusal(LIST, "route"),
    "ehcps_advice_received_who_and_when": Refusal(
        "Advice received needs its date.", "received_on"
    ),
    "ehcps_advice_received_after_asked": Refusal(
        "Advice cannot arrive before it was asked for.", "received_on"
    ),
    "ehcps_advice_asked_who_and_when": Refusal(
        "Advice that is asked for needs its date.", "asked_on"
    ),
    "ehcps_advice_asked_or_held": Refusal(
        "Advice is either asked for or held already.", "asked_on"
    ),
    "ehcps_advice_held_as_agreed": Refusal(
        "Advice held already needs its date, and who agreed on which day.", "agreed_on"
    ),
    "ehcps_advice_held_not_asked_of_family": Refusal(
        "Held advice cannot stand for what arrived, nor for the family’s own.", "kind"
    ),
    "ehcps_advice_judged_who_when_and_why": Refusal(
        "Advice is judged once it is here; when it is sent back, say what is missing.",
        "lacking",
    ),
    "ehcps_advice_once": Refusal("This advice has already been asked for.", "kind"),
    "ehcps_commissionerchange_one_open": Refusal(
        "A change is recorded already: settle that one first."
    ),
    "ehcps_commissionerchange_known_then_told": Refusal(
        "It cannot be told before the old one learned of it.", "told_on"
    ),
    "ehcps_commissionerchange_asked_what_and_when": Refusal(
        "What it asks for needs its day, after it was told.", "asked_on"
    ),
    "ehcps_commissionerchange_closed_who_and_when": Refusal(
        "That it is settled needs its day, after it was told.", "closed_on"
    ),
    "ehcps_correction_one_open": Refusal(
        "A correction of this date waits already: it must be decided first.", "field"
    ),
    "ehcps_correction_changes_with_reason": Refusal(
        "A correction needs another value and a reason.", "new_on"
    ),
    "ehcps_correction_of_one_record": Refusal(
        "A correction is of one request or of one move.", "field"
    ),
    "ehcps_correction_of_one_advice": Refusal("Choose which advice.", "field"),
    "ehcps_correction_decided_by_another": Refusal(
        "Somebody other than the person who asked must agree."
    ),
    "ehcps_correction_refused_with_reason": Refusal(
        "Say why not: whoever asked will want to know.", "because"
    ),
    "ehcps_needsassessment_begun_somehow": Refusal(LIST, "begun"),
    "ehcps_needsassessment_again_of_a_plan": Refusal(
        "Only a child who has a plan is assessed again."
    ),
    "ehcps_movein_plan_or_assessment": Refusal(
        "A move here is with a plan, in an assessment, or with a plan we asked for."
    ),
    "ehcps_movein_one_awaited": Refusal("A plan is awaited already: chase that one."),
    "ehcps_movein_asked_then_chased": Refusal(
        "A reminder cannot be earlier than the day we asked.", "chased_on"
    ),
    "ehcps_movein_dropped_with_reason": Refusal(
        "That no plan will come needs its day and its reason, and no plan.",
        "dropped_because",
    ),
    "ehcps_movein_plan_transferred": Refusal(
        "A plan cannot be transferred before the move.", "transferred_on"
    ),
    "ehcps_movein_reviewed_there_before": Refusal(
        "The last review there was before the transfer.", "last_review_on"
    ),
    "ehcps_movein_told_who_when_and_what": Refusal(
        "What the family was told needs its day, who told them, whether we assess "
        "again and when we review.",
        "told_on",
    ),
    "ehcps_movein_reviewed_who_and_when": Refusal(
        "A review after the transfer needs its day and who recorded it.", "reviewed_on"
    ),
    "ehcps_movein_authority_code": Refusal(LIST, "authority"),
    "ehcps_moveout_one_open": Refusal("A move away is already recorded."),
    "ehcps_moveout_of_something": Refusal(
        "There is neither a plan nor an open request that would end by a move."
    ),
    "ehcps_moveout_one_destination": Refusal(
        "Choose the authority, or say where outside England they move.", "authority"
    ),
    "ehcps_moveout_ended_how_and_when": Refusal(
        "The end of a move needs its day, and one that came to nothing its reason.",
        "gone_on",
    ),
    "ehcps_moveout_plan_goes_with_papers": Refusal("Say what was sent.", "papers"),
    "ehcps_moveout_authority_code": Refusal(LIST, "authority"),
    "ehcps_plan_assessed_or_transferred": Refusal(
        "Only a plan that came from another authority has no assessment of ours."
    ),
    "ehcps_plan_one_live": Refusal("The child already has a live plan."),
    "ehcps_plan_issued_who_when_and_need": Refusal(
        "An issued plan needs its date and a primary need.", "issued_on"
    ),
    "ehcps_plan_names_one_setting": Refusal(
        "Name a setting, or choose an arrangement.", "setting"
    ),
    "ehcps_plan_ceased_who_when_and_why": Refusal(
        "Ceasing needs its date and its reason.", "ceased_on"
    ),
    "ehcps_plan_ceases_after_issue": Refusal(
        "A plan cannot cease before it was issued.", "ceased_on"
    ),
    "ehcps_plan_needs_differ": Refusal(
        "The secondary need must differ from the primary.", "secondary_need"
    ),
    "ehcps_plan_primary_code": Refusal(LIST, "primary_need"),
    "ehcps_plan_secondary_code": Refusal(LIST, "secondary_need"),
    "ehcps_plan_arrangement_code": Refusal(LIST, "arrangement"),
    "ehcps_plan_cease_code": Refusal(LIST, "cease_reason"),
    "ehcps_planversion_number_once": Refusal(
        "Somebody else made this version at the same moment."
    ),
    "ehcps_planversion_one_being_written": Refusal("Another version is being written."),
    "ehcps_planversion_sent_who_and_when": Refusal(
        "A version that is sent needs its date.", "served_on"
    ),
    "ehcps_planversion_sent_is_sent": Refusal(
        "This version was sent, so it can no longer change."
    ),
    "ehcps_plansection_once": Refusal("This section is already there."),
}

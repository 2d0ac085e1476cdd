"""Every permission there is: one for each act, and some for what may be read."""

from django.db.models import TextChoices


class Permission(TextChoices):
    """What somebody may do; the label is the sentence administrators read."""

    # --- reading
    CHILDREN_ALL = "children_all", "See every child who is not restricted"
    CHILD_VIEW = "child_view", "Open a child's page"
    CONTACT_VIEW = "contact_view", "See a child's contacts and addresses"
    PLAN_TEXT_VIEW = "plan_text_view", "Read the text of plans"
    NOTE_VIEW = "note_view", "Read general notes and documents"
    HEALTH_VIEW = "health_view", "Read health documents"
    SOCIAL_CARE_VIEW = "social_care_view", "Read social care documents"
    MONEY_VIEW = "money_view", "See costs"
    WORK_VIEW = "work_view", "See lists of work"
    BOARD_VIEW = "board_view", "See the team board"
    EHC_VIEW = "ehc_view", "See requests, assessments and plans"
    QUALITY_VIEW = "quality_view", "See what the next return still lacks"
    SETTING_VIEW = "setting_view", "See schools and other settings"
    LOOKS_VIEW = "looks_view", "See who opened a child's file"
    EXPORT = "export", "Export lists"
    JOB_VIEW = "job_view", "See how far one's own work in the background is"
    EXTRACT_VIEW = "extract_view", "See how the nightly file for social care went"
    EXTRACT_OPEN = "extract_open", "Fetch the nightly file for social care"

    # --- a child's record
    CHILD_RECORD = "child_record", "Record a new child"
    CHILD_EDIT = "child_edit", "Change a child's details, contacts and statuses"
    CHILD_DEATH = "child_death", "Record that a child has died"
    CHILD_RESTRICT = "child_restrict", "Restrict a record to named staff"
    CHILDREN_MERGE = (
        "children_merge",
        "Bring two records of one child together, and undo it",
    )
    ACCESS_ASK = "access_ask", "Ask to be let into a restricted record"
    ACCESS_DECIDE = "access_decide", "Let others into a restricted record for a time"
    GLASS_BREAK = "glass_break", "Open a restricted record in an emergency"
    GLASS_REVIEW = "glass_review", "Review who broke the glass"

    # --- cases
    CASE_ASSIGN = "case_assign", "Give a case to an officer"
    CASES_ASSIGN = "cases_assign", "Give many cases away at once"
    HANDOVER_READ = "handover_read", "Say that one has read a handover"
    NOTE_ADD = "note_add", "Add a note of a call, meeting or visit"
    DOCUMENT_ADD = "document_add", "Add a document"
    NOTE_WITHDRAW = "note_withdraw", "Mark one’s own note as entered in error"
    DOCUMENT_WITHDRAW = (
        "document_withdraw",
        "Mark one’s own document as entered in error",
    )
    TASK_ADD = "task_add", "Ask a colleague or oneself to do something on a case"
    TASK_DO = "task_do", "Say that a task is done or a note seen"
    TASK_DROP = "task_drop", "Say that a task is no longer needed"
    COVER_SET = "cover_set", "Say that one is away and who covers"
    COVER_END = "cover_end", "Say that one is back"
    TARGET_SET = "target_set", "Set a target date beside a legal limit"

    DIGEST_CHOOSE = "digest_choose", "Have the team’s weekly digest by e-mail, or not"

    # --- letters
    LETTER_MAKE = "letter_make", "Write letters and see to their sending"
    TEMPLATE_WRITE = "template_write", "Write the templates of letters"

    # --- EHC needs assessments and plans
    REQUEST_LOG = "request_log", "Log a request for a needs assessment"
    REQUEST_WITHDRAW = "request_withdraw", "Record that a request was withdrawn"
    REQUEST_VOID = "request_void", "Say that a request was recorded by mistake"
    ASSESSMENT_DECIDE = "assessment_decide", "Decide whether to assess"
    ADVICE_ASK = "advice_ask", "Ask a service for its advice"
    ADVICE_RECEIVE = "advice_receive", "Record advice that arrived"
    ADVICE_ACCEPT = "advice_accept", "Record that advice held already is enough"
    ADVICE_JUDGE = "advice_judge", "Say whether advice that arrived meets the need"
    ADVICE_ATTACH = "advice_attach", "Add its document to advice that arrived"
    ISSUE_DECIDE = "issue_decide", "Decide whether to issue a plan"
    REFUSAL_REVERSE = "refusal_reverse", "Record that a refusal was reversed"
    REVERSAL_TELL = "reversal_tell", "Record that the family heard of a reversal"
    CORRECTION_ASK = (
        "correction_ask",
        "Ask for a wrong date or decision to be corrected",
    )
    CORRECTION_DECIDE = (
        "correction_decide",
        "Agree to the correction of a date that somebody else asked for",
    )
    EXEMPTION_RECORD = "exemption_record", "Record why the law excuses a limit"
    EXEMPTION_WITHDRAW = "exemption_withdraw", "Take back an exemption"
    PLAN_WRITE = "plan_write", "Write the draft of a plan"
    DRAFT_SEND = "draft_send", "Send a draft plan"
    COMMENTS_RECORD = "comments_record", "Record the family's comments on a draft"
    PLAN_ISSUE = "plan_issue", "Issue a plan"
    PLAN_CEASE = "plan_cease", "Cease a plan"
    PLAN_RETURN_RECORD = (
        "plan_return_record",
        "Record what the SEN2 return asks of a plan",
    )
    DISPUTE_RECORD = "dispute_record", "Record mediation or an appeal"
    DISPUTE_WITHDRAW = "dispute_withdraw", "Take back mediation or an appeal"
    REASSESSMENT_LOG = "reassessment_log", "Log a request to assess a child again"
    REASSESSMENT_BEGIN = (
        "reassessment_begin",
        "Decide ourselves to assess a child again",
    )
    MOVE_IN_LOG = "move_in_log", "Log a plan that another authority transferred to us"
    PLAN_AWAIT = "plan_await", "Record that another authority has a plan to send us"
    PLAN_CHASE = "plan_chase", "Record that another authority was reminded of a plan"
    PLAN_FORGO = "plan_forgo", "Record that no plan will come from elsewhere"
    PLAN_ATTACH = "plan_attach", "Add the file of a plan that was transferred to us"
    COMMISSIONER_CHANGE = (
        "commissioner_change",
        "Record that another health commissioner is responsible for a plan",
    )
    COMMISSIONER_TELL = (
        "commissioner_tell",
        "Record that a new health commissioner was told",
    )
    COMMISSIONER_ASK = "commissioner_ask", "Record what a health commissioner asks for"
    COMMISSIONER_CLOSE = (
        "commissioner_close",
        "Record that a change of health commissioner is settled",
    )
    MOVE_IN_TELL = "move_in_tell", "Record what the family was told of a transfer"
    MOVE_IN_REVIEW = "move_in_review", "Record the review of a transferred plan"
    MOVE_IN_CORRECT = "move_in_correct", "Ask for a date of a move here to be corrected"
    TRANSFER_CORRECT = (
        "transfer_correct",
        "Correct what is recorded of a plan that was transferred to us",
    )
    REQUEST_TAKE_OVER = (
        "request_take_over",
        "Log a child who moved here during an assessment elsewhere",
    )
    MOVE_OUT_RECORD = "move_out_record", "Record that a family moves away"
    MOVE_OUT_FINISH = "move_out_finish", "Transfer a plan away and end our part"
    MOVE_OUT_DROP = "move_out_drop", "Record that a move away came to nothing"
    MOVE_OUT_CORRECT = (
        "move_out_correct",
        "Ask for a date of a move away to be corrected",
    )
    DESTINATION_CORRECT = "destination_correct", "Correct where a family moves"
    CEASE_PROPOSE = "cease_propose", "Propose to end a plan"
    CEASE_NOTIFY = "cease_notify", "Record the notice that a plan will end"
    CEASE_CHALLENGE = "cease_challenge", "Record an appeal about ending a plan"
    CEASE_END = "cease_end", "End a plan after its notice"
    CEASE_DROP = "cease_drop", "Keep a plan that was to end"

    # --- notices and early years referrals
    INTAKE_LOG = "intake_log", "Log a notice or an early years referral"
    INTAKE_ANSWER = "intake_answer", "Record the answer to a notice or a referral"
    INTAKE_START = "intake_start", "Record that early years support began"
    INTAKE_ASSESS = "intake_assess", "Consider an assessment after a notice"
    INTAKE_CLOSE = "intake_close", "Close a notice or a referral"

    # --- lists
    FILTER_SAVE = "filter_save", "Save the filters of a list under a name"
    FILTER_DROP = "filter_drop", "Delete one’s own saved filter"
    FILTER_SHARE = "filter_share", "Share a saved filter with one’s team"

    # --- schools and other settings
    SETTING_EDIT = "setting_edit", "Change what we keep about a school or setting"
    ATTENDANCES_MOVE = (
        "attendances_move",
        "Write that children of a closed school go on to another",
    )
    REGISTER_LOAD = "register_load", "Load the national register of schools"

    # --- the people who sign in
    ADMIN_OPEN = "admin_open", "Open the administration pages"
    ROLE_VIEW = "role_view", "See what each role may do"

    # --- nurture hubs
    HUB_VIEW = "hub_view", "See nurture hubs, their referrals and their places"
    HUB_EVALUATE = "hub_evaluate", "See the evaluation of the nurture hubs"
    HUB_OPEN = "hub_open", "Open a nurture hub"
    HUB_CHANGE = "hub_change", "Change what is kept of a nurture hub"
    HUB_CLOSE = "hub_close", "Close a nurture hub"
    PAUSE_SET = "pause_set", "Pause a nurture hub"
    PAUSE_END = "pause_end", "End the pause of a nurture hub"
    HOST_ADD = "host_add", "Add a school that runs a nurture hub"
    HOST_END = "host_end", "End a school's part in a nurture hub"
    CAPACITY_SET = "capacity_set", "Set how many places a nurture hub has"
    BUDGET_SET = "budget_set", "Set the budget of a nurture hub or of all"
    MEMBER_ADD = "member_add", "Let somebody of a hub school see their hub"
    MEMBER_END = "member_end", "End somebody's sight of a hub"
    REFERRAL_LOG = "referral_log", "Log a referral to the nurture hubs"
    REFERRAL_CHANGE = "referral_change", "Change what is kept of a referral to the hubs"
    VISIT_LOG = "visit_log", "Log a visit of the Behaviour Support Team"
    VISIT_WITHDRAW = "visit_withdraw", "Say that such a visit was entered in error"
    AGREEMENT_RECORD = "agreement_record", "Record what coordinator or hub school said"
    AGREEMENT_ANSWER = "agreement_answer", "Answer for one's own hub school"
    AGREEMENT_WITHDRAW = "agreement_withdraw", "Record that an agreement was taken back"
    REFERRAL_END = "referral_end", "End a referral to the hubs without a place"
    PLACE_ALLOCATE = "place_allocate", "Allocate a place in a nurture hub"
    PLACE_MOVE = "place_move", "Move the days of a place in a nurture hub"
    PLACE_END = "place_end", "End a place in a nurture hub early"
    PLACE_WITHDRAW = "place_withdraw", "Take back a place to which the child never came"
    HUB_STAY_AGAIN = "hub_stay_again", "Allow a second stay in a nurture hub"
    TALK_ARRANGE = "talk_arrange", "Arrange the talk about what follows a hub place"
    TALK_HOLD = "talk_hold", "Record the talk about what follows a hub place"
    TALK_WITHDRAW = "talk_withdraw", "Say that such a talk was entered in error"
    STEP_ADD = "step_add", "Add a step to the plan for what follows a hub place"
    STEP_DO = "step_do", "Say that such a step is done"
    STEP_DROP = "step_drop", "Say that such a step is not needed"
    MEASURE_RECORD = "measure_record", "Record what was measured of a child in a hub"
    MEASURE_WITHDRAW = "measure_withdraw", "Say that a measure was entered in error"
    TARGET_ADD = "target_add", "Set a child's own target in a hub"
    TARGET_RATE = "target_rate", "Rate a child's own target in a hub"
    TARGET_DROP = "target_drop", "Say that a target is not followed any more"
    DESTINATION_RECORD = "destination_record", "Record where a child is after a hub"
    DESTINATION_WITHDRAW = (
        "destination_withdraw",
        "Say that such a destination was entered in error",
    )
    ONWARD_REQUEST = "onward_request", "Ask for a needs assessment out of a nurture hub"

"""Where the rules about assessments and plans are written down."""

from sendhub.statutory.sources.source import (
    Source,
    families_act,
    personal_budgets,
    send_regulations,
)

WELCOME_PROMISED = Source(
    "Herefordshire SEND Assurance Board, update for families, outcome 1"
)
HEALTH_BODY_TELLS = families_act(23)
DECISION_WHETHER_TO_ASSESS = send_regulations(5, "(1)")
COOPERATION_IN_ASSESSMENT = send_regulations(8, "(1)")
DECISION_NOT_TO_ISSUE = send_regulations(10, "(1)")
TIME_FOR_REPRESENTATIONS = send_regulations(13, "(1)(a)")
TIME_FOR_FINAL_PLAN = send_regulations(13, "(2)")
YEARLY_REVIEW = families_act(44, "(1)")

WHO_MAY_ASK = families_act(36, "(1)")
CONSULT_BEFORE_DECIDING = send_regulations(3)
WORDS_OF_REFUSAL = send_regulations(5, "(3)")
ADVICE_SOUGHT = send_regulations(6, "(1)")
ADVICE_ON_SENSES = send_regulations(6, "(2)")
ADVICE_NOT_SOUGHT_AGAIN = send_regulations(6, "(4)")
WORDS_WITH_PLAN = send_regulations(14)
EXEMPTIONS = send_regulations(5, "(4); likewise regs. 10(4), 13(3) and 27(3)")
DECISION_ON_REASSESSMENT = send_regulations(25, "(1)")
ADVICE_ON_REASSESSMENT = send_regulations(26)
TIME_FOR_REASSESSMENT = send_regulations(27, "(2)")
CONTENTS_OF_PLAN = send_regulations(12, "(1)")
HEALTH_IN_PLAN = send_regulations(12, "(2)")
ADULTHOOD_IN_PLAN = send_regulations(12, "(3)")
TRAINING_IS_EDUCATION = families_act(21, "(5)")
NO_PLACE_IN_DRAFT = families_act(38, "(5)")
PROVISION_IS_OWED = families_act(42, "(2)")
DISCLOSURE = send_regulations(17)
AMENDMENT_OUTSIDE_REVIEW = send_regulations(28)
BUDGET_ASKED_FOR = families_act(49, "(1)")
PREPARE_BUDGET = personal_budgets(4)
REFUSE_BUDGET = personal_budgets(7)
AMOUNT_OF_PAYMENT = personal_budgets(10)
REVIEW_PAYMENT = personal_budgets(11)
REDUCE_PAYMENT = personal_budgets(12)
STOP_PAYMENT = personal_budgets(14)
MOVES_BETWEEN_COUNCILS = send_regulations(15)
MAY_CEASE = families_act(45, "(1)")
CEASE_UNDER_18 = send_regulations(29)
CEASE_OVER_18 = send_regulations(30)
HOW_TO_CEASE = send_regulations(31)
KEEP_WHILE_APPEALING = families_act(45, "(4)")
AFTER_ORDER_TO_ASSESS = send_regulations(44, "(2)(b)")
UNOPPOSED_APPEAL = send_regulations(45, ", as amended by SI 2015/359, reg. 8")
MEDIATION_AGREEMENT = send_regulations(42)

JSC_V_CAMBRIDGESHIRE = Source("R (JSC) v Cambridgeshire CC [2026] EWHC 68 (Admin)")
W_V_HERTFORDSHIRE = Source("R (W) v Hertfordshire CC [2023] EWHC 3138 (Admin)")
MARREN = Source("Marren v Dawson Bentley & Co Ltd [1961] 2 QB 135")
DODDS_V_WALKER = Source("Dodds v Walker [1981] 1 WLR 1027 (HL)")
OMBUDSMAN_ON_DECISIONS = Source(
    "Local Government and Social Care Ombudsman, decisions about Leeds and Essex"
)
BA_V_NOTTINGHAMSHIRE = Source("R (BA) v Nottinghamshire CC [2021] EWHC 1348 (Admin)")
JSH_V_WESTMORLAND = Source(
    "R (JSH) v Westmorland and Furness Council [2024] EWHC 3362 (Admin)"
)
COUNCIL_ON_WEEKENDS = Source("Kent County Council, on Saturday 15 February 2025")
TRIBUNAL_TIME = Source(
    "Tribunal Procedure (First-tier Tribunal) (HESC Chamber) Rules 2008, r. 12",
    "https://www.legislation.gov.uk/uksi/2008/2699/article/12",
)
CODE_ON_FINAL_PLAN = Source("SEND Code of Practice 2015, 9.77 and 9.125")
OMBUDSMAN_ON_REVERSAL = Source(
    "Local Government and Social Care Ombudsman, decision 25 013 913 (Essex)"
)
ADVISERS_ON_DRAFTS = Source("IPSEA, model letter 10; councils' published timetables")
CODE_ON_DELAY = Source("SEND Code of Practice 2015, 9.43")
CODE_ON_CONSULTATION = Source("SEND Code of Practice 2015, 9.83")
COUNCIL_ON_CONSULTATION = Source(
    "City of York Council, which reads the Code's fifteen days as working days"
)
CODE_ON_REVIEWS = Source("SEND Code of Practice 2015, 9.166 to 9.169")

COMPULSORY_SCHOOL_AGE = Source(
    "Education Act 1996, s. 8",
    "https://www.legislation.gov.uk/ukpga/1996/56/section/8",
)
EIGHTEEN = Source("Family Law Reform Act 1969, ss. 1 and 9")
YOUNG_PERSON = families_act(83, "(2)")
WITHOUT_CAPACITY = families_act(80)
PLAN_BEYOND_25 = families_act(46)
ACADEMIC_YEAR_AT_25 = send_regulations(46, "(1)")
SCHOOL_YEARS = Source(
    "Department for Education, national curriculum years by age on 31 August"
)
SPECIAL_SCHOOL_NEEDS_PLAN = families_act(34)
HEALTH_BODY_TELLS = families_act(23)

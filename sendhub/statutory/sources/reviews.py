"""Where the rules about reviews, changes of phase and moves are written down."""

from sendhub.statutory.sources.source import Source, send_regulations

MOVE = send_regulations(15, "(2)")
MOVED_FROM = send_regulations(15, "(3)")
MOVE_TOLD = send_regulations(15, "(4)")
MOVE_REVIEW = send_regulations(15, "(5)")
HEALTH_MOVE = send_regulations(16)
PHASE = send_regulations(18, "(1)(b)")
PHASE_POST_16 = send_regulations(18, "(1)(a)")
PHASE_OTHER = send_regulations(18, "(2)")
PHASE_2015 = send_regulations(18, "(3)")
INVITED = send_regulations(20, "(2); reg. 21(2) where there is no school")
NOTICE_OF_MEETING = send_regulations(20, "(3); reg. 21(3) where there is no school")
ADVICE_FOR_MEETING = send_regulations(20, "(4); reg. 21(4) where there is no school")
REPORT_OF_MEETING = send_regulations(20, "(7); reg. 21(7) where there is no school")
DECISION_AFTER_MEETING = send_regulations(20, "(10)")
WITH_THE_DECISION = send_regulations(22, "(2)")
ANSWER_TO_AMENDMENTS = send_regulations(22, "(2)(c)")
AMENDED_PLAN = send_regulations(22, "(3)")
NO_AMENDMENT = send_regulations(22, "(4)")
REVIEW_COMPLETE = send_regulations(2, "(4)")
DEVON = Source("R (L, M and P) v Devon CC [2022] EWHC 493 (Admin)")
ENFIELD = Source("Enfield SENDIASS, on amending a plan after a review")
HOUNSLOW_PLANNING = Source("Hounslow, guidance on annual reviews")
CODE_ON_COMPLETION = Source("SEND Code of Practice 2015, 9.169")
CODE_ON_UNDER_FIVES = Source("SEND Code of Practice 2015, 9.178")
CODE_ON_PHASES = Source("SEND Code of Practice 2015, 9.179")
CODE_ON_MOVES = Source("SEND Code of Practice 2015, 9.157 to 9.162")
CUSTODY = Source(
    "SEND (Detained Persons) Regulations 2015 (SI 2015/62), reg. 13",
    "https://www.legislation.gov.uk/uksi/2015/62",
)
RELEASE = Source("SEND Code of Practice 2015, chapter 10, on release from custody")

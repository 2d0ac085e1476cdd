"""Where the rules about mediation, appeals and orders are written down."""

from sendhub.statutory.sources.source import Source, families_act, send_regulations

APPEALABLE = send_regulations(43)
RIGHT_OF_APPEAL = families_act(51, "(2)")
CONTACT_ADVISER = send_regulations(33)
CERTIFICATE = send_regulations(34)
MEDIATION = Source(
    "IPSEA, on mediation under the SEND Regulations 2014, regs. 35 to 39",
    "https://www.legislation.gov.uk/uksi/2014/1530",
)
TRIBUNAL_RULES = "https://www.legislation.gov.uk/uksi/2008/2699"
APPEAL = Source(
    "Tribunal Procedure (First-tier Tribunal) (HESC Chamber) Rules 2008"
    " (SI 2008/2699), r. 20(1)(c)",
    TRIBUNAL_RULES,
)
TRIBUNAL_TIME = Source(
    "Tribunal Procedure (First-tier Tribunal) (HESC Chamber) Rules 2008"
    " (SI 2008/2699), r. 12",
    TRIBUNAL_RULES,
)
RESPONSE = Source(
    "Tribunal Procedure (First-tier Tribunal) (HESC Chamber) Rules 2008"
    " (SI 2008/2699), r. 21",
    TRIBUNAL_RULES,
)
ORDER_ON_CEASING = send_regulations(44, "(2)(a)")
ORDER_TO_MAKE_PLAN = send_regulations(44, "(2)(c)")
ORDER_TO_RECONSIDER = send_regulations(44, "(2)(d)")
ORDER_TO_AMEND = send_regulations(44, "(2)(e)")
ORDER_ON_PLACE = send_regulations(44, "(2)(f)")
ORDER_TO_KEEP = send_regulations(44, "(2)(g)")
WESTMORLAND = Source(
    "R (JSH) v Westmorland and Furness Council [2024] EWHC 3362 (Admin)"
)
UNOPPOSED_BEFORE_2015 = send_regulations(45, ", as it was until 22 March 2015")
EXCUSED_AFTER_ORDER = send_regulations(44, "(3); likewise reg. 45")
RECOMMENDATION = Source(
    "SEND (First-tier Tribunal Recommendations Power) Regulations 2017 (SI 2017/1306)",
    "https://www.legislation.gov.uk/uksi/2017/1306",
)

"""Where the rules about short breaks, places and education elsewhere are written."""

from sendhub.statutory.sources.source import Source, families_act, send_regulations

EDUCATION_ACT = "https://www.legislation.gov.uk/ukpga/1996/56/section/"
SHORT_BREAKS = Source(
    "Breaks for Carers of Disabled Children Regulations 2011 (SI 2011/707)",
    "https://www.legislation.gov.uk/uksi/2011/707",
)
SHORT_BREAKS_DUTY = Source("Children Act 1989, Sch. 2, para. 6(1)(c)")
SHORT_BREAKS_RIGHT = Source("Bromley and Warwickshire, on short breaks")
HELP_IN_THE_PLAN = send_regulations(12, "(1)(h)(i)")
CHILD_IN_NEED = Source(
    "Children Act 1989, ss. 17 and 17ZD",
    "https://www.legislation.gov.uk/ukpga/1989/41/section/17",
)
CARE_REVIEWS = Source("None found")
OMBUDSMAN_ON_BREAKS = Source(
    "Local Government and Social Care Ombudsman, decisions 23 002 171 (Dudley),"
    " 22 000 114 (Liverpool) and 24 003 351 (Kirklees)"
)
RIGHT_TO_REQUEST = families_act(38, "(3)")
NAMED_ON_REQUEST = families_act(39, "(4)")
DUTY_TO_ADMIT = families_act(43)
FUNDING = Source(
    "Department for Education, operational guide on high needs funding; Hounslow"
)
CONTRACT = Source("National Schools and Colleges Contract, an old version")
JOINT_FUNDING = Source("None found")
WHO_HOLDS_REVIEWS = send_regulations(20, "(1) and (12)")
OUTSIDE_SCHOOL = families_act(61)
OUT_OF_SCHOOL = Source("Education Act 1996, s. 19", f"{EDUCATION_ACT}19")
LONG_ABSENCE = Source(
    "Department for Education, guidance on education for children with health needs"
)
OMBUDSMAN_ON_AWARENESS = Source(
    "Local Government and Social Care Ombudsman, decision 24 018 461 (Essex)"
)
TRAVEL = Source("Education Act 1996, ss. 508B and 509AA", f"{EDUCATION_ACT}508B")

"""Where the rules about social care, complaints and information are written down."""

from sendhub.statutory.sources.source import Source

WORKING_TOGETHER = Source("Working Together to Safeguard Children (2018)")
COMPLAINTS = Source(
    "Children Act 1989 Representations Procedure (England) Regulations 2006"
    " (SI 2006/1738)",
    "https://www.legislation.gov.uk/uksi/2006/1738",
)
COMPLAINTS_PANEL = Source(
    "Thurrock and North Somerset, procedures for Children Act complaints"
)
ACCESS = Source("ICO guidance on the right of access (UK GDPR, art. 12(3))")
PAUSE = Source(
    "Data (Use and Access) Act 2025, s. 76",
    "https://www.legislation.gov.uk/ukpga/2025/18/section/76",
)
PAUSE_BEGINS = Source(
    "Data (Use and Access) Act 2025 (Commencement No. 6) Regulations 2026 (SI 2026/82),"
    " reg. 2(h)",
    "https://www.legislation.gov.uk/uksi/2026/82",
)
SEARCH = Source(
    "Data (Use and Access) Act 2025, s. 78",
    "https://www.legislation.gov.uk/ukpga/2025/18/section/78",
)
PAUSE_BEFORE = Source("ICO guidance on the right of access (2020), on clarification")
INFORMATION = Source(
    "Freedom of Information Act 2000, s. 10",
    "https://www.legislation.gov.uk/ukpga/2000/36/section/10",
)
SPECIAL_CATEGORIES = Source("UK GDPR, art. 9; Data Protection Act 2018, Sch. 1")
RETENTION = Source(
    "IRMS toolkit for schools, as SENCOs quote it; Derbyshire and Kirklees, schedules"
)
HOLDS = Source("Derbyshire and East Riding, on records and public inquiries")
ACCESSIBILITY = Source(
    "Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility"
    " Regulations 2018 (SI 2018/952)",
    "https://www.legislation.gov.uk/uksi/2018/952",
)

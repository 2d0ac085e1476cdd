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
PAUSE_BEFORE = Source("ICO guidance on the right of access (2020), on clarification")
INFORMATION = Source(
    "Freedom of Information Act 2000, s. 10",
    "https://www.legislation.gov.uk/ukpga/2000/36/section/10",
)

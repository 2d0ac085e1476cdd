"""Where each rule is written down, and how far its words were checked.

An address is given where it is certain; a judgment or an ombudsman's decision has its
citation only.
"""

from dataclasses import dataclass
from enum import StrEnum


class Evidence(StrEnum):
    """How a value was established before it was put into this book."""

    LAW = "L"
    """The words of the legislation or of the judgment were read."""

    SECONDARY = "S"
    """A secondary source was read: guidance, an adviser, a council, the ombudsman."""

    UNVERIFIED = "U"
    """From general knowledge; pages mark it as not yet checked."""

    @property
    def verified(self) -> bool:
        return self is not Evidence.UNVERIFIED


@dataclass(frozen=True)
class Source:
    """A citation, and its address where that is certain."""

    citation: str
    url: str = ""

    def __str__(self) -> str:
        return self.citation


def send_regulations(number: int, paragraph: str = "") -> Source:
    """A regulation of the Special Educational Needs and Disability Regulations 2014."""
    return Source(
        f"SEND Regulations 2014 (SI 2014/1530), reg. {number}{paragraph}",
        f"https://www.legislation.gov.uk/uksi/2014/1530/regulation/{number}",
    )


def personal_budgets(number: int) -> Source:
    """A regulation of the SEN (Personal Budgets) Regulations 2014."""
    return Source(
        "Special Educational Needs (Personal Budgets) Regulations 2014"
        f" (SI 2014/1652), reg. {number}",
        f"https://www.legislation.gov.uk/uksi/2014/1652/regulation/{number}",
    )


def families_act(section: int, subsection: str = "") -> Source:
    """A section of the Children and Families Act 2014."""
    return Source(
        f"Children and Families Act 2014, s. {section}{subsection}",
        f"https://www.legislation.gov.uk/ukpga/2014/6/section/{section}",
    )

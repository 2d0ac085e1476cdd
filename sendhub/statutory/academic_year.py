"""Academic years, from 1 September to 31 August."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, order=True)
class AcademicYear:
    """The year that starts on 1 September of `starts_in`: 2026 is 2026/27."""

    starts_in: int

    def __str__(self) -> str:
        return f"{self.starts_in}/{(self.starts_in + 1) % 100:02}"

    def __contains__(self, on: date) -> bool:
        return self.starts_on <= on <= self.ends_on

    @property
    def starts_on(self) -> date:
        return date(self.starts_in, 9, 1)

    @property
    def ends_on(self) -> date:
        return date(self.starts_in + 1, 8, 31)

    @property
    def next(self) -> "AcademicYear":
        return AcademicYear(self.starts_in + 1)

    @property
    def previous(self) -> "AcademicYear":
        return AcademicYear(self.starts_in - 1)


def academic_year_of(on: date) -> AcademicYear:
    """The academic year that a day falls in."""
    return AcademicYear(on.year if on.month >= 9 else on.year - 1)

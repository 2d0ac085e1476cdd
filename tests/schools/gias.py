"""A file in the layout of the national register, with invented schools."""

import csv
import io
from pathlib import Path

HEADINGS = [
    "URN",
    "LA (code)",
    "LA (name)",
    "EstablishmentNumber",
    "EstablishmentName",
    "TypeOfEstablishment (code)",
    "TypeOfEstablishment (name)",
    "EstablishmentStatus (code)",
    "EstablishmentStatus (name)",
    "ReasonEstablishmentOpened (name)",
    "OpenDate",
    "ReasonEstablishmentClosed (name)",
    "CloseDate",
    "PhaseOfEducation (name)",
    "StatutoryLowAge",
    "StatutoryHighAge",
    "SchoolCapacity",
    "NumberOfPupils",
    "UKPRN",
    "FurtherEducationType (name)",
    "Street",
    "Town",
    "Postcode",
    "SchoolWebsite",
    "TelephoneNum",
    "HeadTitle (name)",
    "HeadFirstName",
    "HeadLastName",
    "Section41Approved (name)",
    "TypeOfResourcedProvision (name)",
    "Easting",
    "Northing",
]
SCHOOL = {
    "URN": "999001",
    "LA (code)": "884",
    "LA (name)": "Herefordshire, County of",
    "EstablishmentNumber": "2001",
    "EstablishmentName": "Château Street Primary School",
    "TypeOfEstablishment (code)": "01",
    "TypeOfEstablishment (name)": "Community school",
    "EstablishmentStatus (code)": "1",
    "EstablishmentStatus (name)": "Open",
    "ReasonEstablishmentOpened (name)": "Not applicable",
    "OpenDate": "01-09-1975",
    "ReasonEstablishmentClosed (name)": "Not applicable",
    "CloseDate": "",
    "PhaseOfEducation (name)": "Primary",
    "StatutoryLowAge": "4",
    "StatutoryHighAge": "11",
    "SchoolCapacity": "210",
    "NumberOfPupils": "187",
    "UKPRN": "10099901",
    "FurtherEducationType (name)": "Not applicable",
    "Street": "Château Street",
    "Town": "Leominster",
    "Postcode": "HR6 8ZZ",
    "SchoolWebsite": "www.example.org",
    "TelephoneNum": "01568000000",
    "HeadTitle (name)": "Ms",
    "HeadFirstName": "Zoë",
    "HeadLastName": "Example",
    "Section41Approved (name)": "Not applicable",
    "TypeOfResourcedProvision (name)": "Resourced provision and SEN unit",
    "Easting": "349000",
    "Northing": "259000",
}


def school(**more: str) -> dict[str, str]:
    """One row; a column is named by its keyword, with `_` for a space."""
    return SCHOOL | {SHORT.get(name, name): value for name, value in more.items()}


SHORT = {
    "urn": "URN",
    "name": "EstablishmentName",
    "status": "EstablishmentStatus (code)",
    "kind": "TypeOfEstablishment (code)",
    "opened": "OpenDate",
    "closed": "CloseDate",
    "pupils": "NumberOfPupils",
    "east": "Easting",
    "low": "StatutoryLowAge",
    "section_41": "Section41Approved (name)",
    "resourced": "TypeOfResourcedProvision (name)",
    "number": "EstablishmentNumber",
    "further": "FurtherEducationType (name)",
    "why_closed": "ReasonEstablishmentClosed (name)",
    "senco": "SENCO",
}


LINK_HEADINGS = ["URN", "LinkURN", "LinkName", "LinkType", "LinkEstablishedDate"]


def link(urn: str, other: str, kind: str, on: str = "") -> dict[str, str]:
    """One row of the file of links."""
    cells = (urn, other, "A school", kind, on)
    return dict(zip(LINK_HEADINGS, cells, strict=True))


def links(folder: Path, *rows: dict[str, str]) -> Path:
    """The file of links itself."""
    path = folder / "links_edubasealldata.csv"
    path.write_text(text(*rows, headings=LINK_HEADINGS), "cp1252")
    return path


def text(*rows: dict[str, str], headings: list[str] | None = None) -> str:
    """The file's text."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, headings or HEADINGS, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def content(*rows: dict[str, str], encoding: str = "cp1252") -> bytes:
    """What the file holds."""
    return text(*rows).encode(encoding)


def file(folder: Path, *rows: dict[str, str], encoding: str = "cp1252") -> Path:
    """The file itself, as the register writes it."""
    path = folder / "edubasealldata.csv"
    path.write_bytes(content(*rows, encoding=encoding))
    return path

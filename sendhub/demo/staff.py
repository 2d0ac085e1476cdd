"""The invented people who sign in to the demonstration: at least one for every role."""

from dataclasses import dataclass

from sendhub.accounts.roles import RoleKey

PASSWORD = "hops cider and apples"  # noqa: S105  printed for everybody to see
NORTH, SOUTH = "North locality SEND team", "South locality SEND team"
HUBS, BREAKS = "Behaviour Support Team", "Short Breaks Team"
PLACES, SERVICE = "Placements Team", "SEND service management"
DATA = "Data and systems"

TEAMS = (
    (NORTH, "north", "01632 960101"),
    (SOUTH, "south", "01632 960102"),
    (HUBS, "", "01632 960103"),
    (BREAKS, "", "01632 960104"),
    (PLACES, "", "01632 960105"),
    (SERVICE, "", "01632 960106"),
    (DATA, "", "01632 960107"),
)


@dataclass(frozen=True)
class Member:
    """Somebody in the demonstration's staff, and for how many years already."""

    name: str
    role: RoleKey
    team: str | None
    title: str = ""
    number: int = 1
    years: int = 3

    @property
    def email(self) -> str:
        """Caseworker and second caseworker: caseworker@, caseworker-2@."""
        ending = f"-{self.number}" if self.number > 1 else ""
        return f"{self.role.replace('_', '-')}{ending}@example.org"


R = RoleKey
STAFF = (
    Member("Hannah Prosser", R.CASEWORKER, NORTH, "SEND caseworker", years=6),
    Member("Tomasz Zieliński", R.CASEWORKER, NORTH, "SEND caseworker", 2, 4),
    Member("Carys Bevan", R.CASEWORKER, SOUTH, "SEND caseworker", 3, 8),
    Member("Imran Siddiqui", R.CASEWORKER, SOUTH, "SEND caseworker (part time)", 4, 3),
    Member("Jess Okafor", R.CASEWORKER, SOUTH, "Trainee SEND caseworker", 5, 0),
    Member("Aled Vaughan", R.CASEWORKER, NORTH, "SEND caseworker", 6, 5),
    Member("Fiona Kettle", R.CASEWORKER, NORTH, "SEND caseworker", 7, 2),
    Member("Beata Nowicka", R.CASEWORKER, NORTH, "Senior SEND caseworker", 8, 10),
    Member("Marcus Tilley", R.CASEWORKER, NORTH, "SEND caseworker (part time)", 9, 2),
    Member("Sioned Parry", R.CASEWORKER, SOUTH, "Senior SEND caseworker", 10, 9),
    Member("Rachel Osei", R.CASEWORKER, SOUTH, "SEND caseworker", 11, 3),
    Member("Stephen Crump", R.CASEWORKER, SOUTH, "SEND caseworker", 12, 1),
    Member("Gwen Treharne", R.TEAM_MANAGER, NORTH, "Team manager, north", years=7),
    Member("Daniel Acheson", R.TEAM_MANAGER, SOUTH, "Team manager, south", 2, 5),
    Member("Ruth Lloyd-Evans", R.SERVICE_MANAGER, SERVICE, "Head of SEND", years=9),
    Member("Owen Maddox", R.HUB_COORDINATOR, HUBS, "Nurture hub coordinator", years=7),
    Member("Priya Raman", R.HUB_SCHOOL, None, "Nurture hub lead, primary school"),
    Member("Leanne Tudge", R.SHORT_BREAKS_OFFICER, BREAKS, "Short breaks officer"),
    Member("Marek Dobson", R.PLACEMENTS_OFFICER, PLACES, "Placements officer"),
    Member("Dr Alison Fenn", R.PANEL_MEMBER, None, "Panel member, health"),
    Member("Geraint Powell", R.PANEL_MEMBER, None, "Panel member, head teacher", 2),
    Member("Sunita Dhillon", R.FINANCE_OFFICER, SERVICE, "High needs accountant"),
    Member("Martin Skyrme", R.DATA_OFFICER, DATA, "SEN2 data officer", years=11),
    Member("Yvonne Marchetti", R.AUDITOR, None, "Internal auditor"),
    Member("Colin Weatherby", R.ADMINISTRATOR, DATA, "Systems administrator"),
)

"""Recording a child, the family, the home and the school, and what befalls them."""

from datetime import date, timedelta
from functools import partial

from sendhub.demo import schooling
from sendhub.demo.diary import Diary
from sendhub.people import actions as people
from sendhub.people.identifiers import Elsewhere
from sendhub.people.models import Contact
from sendhub.people.rules import (
    AccessibleFormat,
    ContactMethod,
    Provision,
    RelationshipKind,
    ServiceKind,
    StatusKind,
)

# What somebody who works with children like this is called, and where.
PROFESSIONALS = {
    ServiceKind.CAMHS: ("Dr Beth Hallam", "Child and adolescent mental health"),
    ServiceKind.BEHAVIOUR_SUPPORT: ("Owen Maddox", "Behaviour Support Team"),
    ServiceKind.EDUCATIONAL_PSYCHOLOGY: (
        "Dr Sian Ruddock",
        "Educational psychology service",
    ),
    ServiceKind.SPEECH: ("Amy Thackway", "Speech and language therapy"),
    ServiceKind.OCCUPATIONAL: ("Joel Abara", "Occupational therapy"),
    ServiceKind.PHYSIOTHERAPY: ("Kirsty Munn", "Physiotherapy"),
    ServiceKind.PAEDIATRICS: ("Dr Farid Nasser", "Community paediatrics"),
    ServiceKind.SOCIAL_CARE: ("Wendy Broome", "Children's social care, front door"),
    ServiceKind.VIRTUAL_SCHOOL: ("Helen Askew", "Virtual school"),
    ServiceKind.SENSORY: ("Pat Linley", "Hearing and vision support"),
    ServiceKind.PORTAGE: ("Tina Yeomans", "Portage"),
}
AROUND = {
    "SEMH": (ServiceKind.CAMHS, ServiceKind.BEHAVIOUR_SUPPORT),
    "ASD": (ServiceKind.PAEDIATRICS, ServiceKind.EDUCATIONAL_PSYCHOLOGY),
    "SLCN": (ServiceKind.SPEECH,),
    "PD": (ServiceKind.PHYSIOTHERAPY, ServiceKind.OCCUPATIONAL),
    "HI": (ServiceKind.SENSORY,),
    "VI": (ServiceKind.SENSORY,),
    "SLD": (ServiceKind.SPEECH, ServiceKind.PAEDIATRICS),
    "PMLD": (ServiceKind.PHYSIOTHERAPY, ServiceKind.PAEDIATRICS),
    "DS": (ServiceKind.SPEECH, ServiceKind.PAEDIATRICS),
}
YOUNG_PERSON, SCHOOL_AGE = 16, 5


def record(diary: Diary, steps: list[schooling.Step]) -> None:
    """Record the child on the day the story starts, and follow the schools after."""
    diary.on(diary.starts_on, partial(_record_child, diary, steps))
    for day, setting in steps:
        if day > diary.starts_on and setting:
            diary.on(day, partial(_start, diary, setting))
        elif day > diary.starts_on:
            diary.on(day, partial(_leave, diary))


def _record_child(diary: Diary, steps: list[schooling.Step], day: date) -> None:
    who, codes = diary.who, diary.world.county.codes
    setting = schooling.at(steps, diary.starts_on)
    since = [day for day, _ in steps if day <= diary.starts_on]
    young_person = who.age(diary.world.today) >= YOUNG_PERSON
    diary.child = people.child_record(
        by=diary.worker,
        given_names=who.given,
        family_name=who.family,
        born_on=who.born_on,
        sex=codes[f"SEX:{who.sex}"],
        ethnicity=codes.get(f"ETHNICITY:{who.ethnicity}"),
        upn=who.upn,
        upn_unknown=None if who.upn else codes["UPNUNKNOWN:UN1"],
        uln=who.uln,
        nhs_number=who.nhs_number,
        home_authority=codes["LA_CODE:884"],
        primary_need=codes[f"SEN_TYPE:{who.primary}"],
        first_language=who.language,
        interpreter_needed=who.interpreter,
        own_phone=phone(diary) if young_person else "",
        lacks_capacity=young_person and who.primary in ("SLD", "PMLD", "DS"),
        lines=who.home.lines,
        town=who.home.town,
        postcode=who.home.postcode,
        lives_there_from=who.born_on,
        setting=setting,
        attends_from=since[-1] if setting else None,
    )


def _start(
    diary: Diary,
    setting: object,
    day: date,
    *,
    provision: Provision = Provision.ORDINARY,
) -> None:
    here = diary.child.attendances.filter(ends_on__isnull=True).first()
    if here is None or here.setting != setting:
        people.attendance_start(
            child=diary.child,
            setting=setting,  # type: ignore[arg-type]
            starts_on=day,
            by=diary.worker,
            provision=provision,
        )


def move_school(
    diary: Diary,
    setting: object,
    day: date,
    *,
    provision: Provision = Provision.ORDINARY,
) -> None:
    """Have the child start at the setting that the plan names."""
    diary.on(day, partial(_start, diary, setting, provision=provision))


def leave_school(diary: Diary, day: date) -> None:
    """Have the child attend no setting from a day on."""
    diary.on(day, partial(_leave, diary))


def _leave(diary: Diary, day: date) -> None:
    for here in diary.child.attendances.filter(ends_on__isnull=True):
        people.attendance_end(
            attendance=here, ends_on=schooling.day_before(day), by=diary.worker
        )


def home_educated(diary: Diary, since: date) -> None:
    """Have the family teach the child at home from a day on."""
    diary.on(since, partial(_leave, diary))
    status(diary, StatusKind.HOME_EDUCATED, since, detail="Family's choice")


def parents(diary: Diary, *, number: int) -> None:
    """Add mother and father: together, apart, or apart and with the home withheld."""
    apart = number % 5 == 2
    diary.on(diary.starts_on, partial(_mother, diary))
    if number % 7 != 3:
        diary.on(diary.starts_on, partial(_father, diary, apart=apart))
    if apart and number % 2:
        diary.on(diary.starts_on, partial(_withhold, diary))


def _mother(diary: Diary, day: date, *, lives: bool = True) -> None:
    who = diary.who
    _add(
        diary,
        name=who.mother,
        relationship=RelationshipKind.MOTHER,
        lives_with_child=lives,
        parental_responsibility=True,
        language=who.language,
        interpreter_needed=who.interpreter,
        preferred_method=diary.pick(list(ContactMethod)),
        accessible_format=AccessibleFormat.LARGE_PRINT
        if who.born_on.day == 13
        else AccessibleFormat.STANDARD,
    )


def _father(diary: Diary, day: date, *, apart: bool) -> None:
    contact = _add(
        diary,
        name=diary.who.father,
        relationship=RelationshipKind.FATHER,
        lives_with_child=not apart,
        parental_responsibility=True,
        language=diary.who.language,
    )
    if apart:
        home = diary.world.cast.home(diary.who.half)
        people.adult_address_change(
            adult=contact.adult,
            child=diary.child,
            by=diary.worker,
            starts_on=diary.starts_on,
            lines=home.lines,
            town=home.town,
            postcode=home.postcode,
        )


def _withhold(diary: Diary, day: date) -> None:
    if len(diary.contacts) > 1:
        people.withholding_set(
            child=diary.child,
            hidden_from=diary.contacts[1],
            about=None,
            reason="Court order: the father is not to know where the child lives.",
            by=diary.manager,
        )


def _add(diary: Diary, **details: object) -> Contact:
    contact = people.contact_add(
        child=diary.child,
        starts_on=diary.starts_on,
        by=diary.worker,
        phone=phone(diary),
        **details,  # type: ignore[arg-type]
    )
    diary.contacts.append(contact)
    return contact


def same_family(diary: Diary, twin: Diary) -> None:
    """Give a twin's parents to this child: the same adults, recorded once."""

    def add(day: date) -> None:
        for contact in twin.contacts:
            people.contact_add(
                child=diary.child,
                adult=contact.adult,
                starts_on=diary.starts_on,
                by=diary.worker,
                relationship=contact.relationship,
                parental_responsibility=contact.parental_responsibility,
                lives_with_child=contact.lives_with_child,
            )
        people.children_not_same(one=diary.child, other=twin.child, by=diary.worker)

    diary.on(diary.starts_on, add)


def looked_after(diary: Diary, *, authority: str) -> None:
    """Have an authority look after the child, with a foster carer."""
    since = diary.starts_on + timedelta(days=1)
    status(diary, StatusKind.LOOKED_AFTER, since, authority=authority)
    diary.on(diary.starts_on, partial(_mother, diary, lives=False))
    carer = diary.pick(("Maureen Askwith", "Peter Yapp", "Joan Delahay", "Ann Corfe"))
    diary.on(
        diary.starts_on,
        lambda day: _add(
            diary,
            name=carer,
            relationship=RelationshipKind.FOSTER_CARER,
            lives_with_child=True,
        ),
    )
    diary.on(since, partial(involve, diary, ServiceKind.VIRTUAL_SCHOOL))
    diary.on(since, partial(involve, diary, ServiceKind.SOCIAL_CARE))
    diary.on(since, partial(_known_to_social_care, diary))


def _known_to_social_care(diary: Diary, day: date) -> None:
    people.number_add(
        child=diary.child,
        system=Elsewhere.MOSAIC,
        number=f"M{diary.who.nhs_number[-7:]}",
        by=diary.worker,
    )


def status(
    diary: Diary,
    kind: StatusKind,
    since: date,
    *,
    authority: str = "",
    detail: str = "",
) -> None:
    """Give the child a status from a day on."""
    code = diary.world.county.codes.get(f"LA_CODE:{authority}")
    diary.on(
        since,
        lambda day: people.status_start(
            child=diary.child,
            kind=kind,
            starts_on=day,
            authority=code,
            detail=detail,
            by=diary.worker,
        ),
    )


def professionals(diary: Diary) -> None:
    """Have those who work with such children work with this one."""
    kinds = AROUND.get(diary.who.primary, (ServiceKind.EDUCATIONAL_PSYCHOLOGY,))
    if diary.who.age(diary.starts_on) < SCHOOL_AGE:
        kinds = (ServiceKind.PORTAGE, *kinds[:1])
    for kind in kinds:
        diary.on(diary.starts_on, partial(involve, diary, kind))


def involve(diary: Diary, kind: ServiceKind, day: date) -> None:
    """Start the work of a professional, whom all children share."""
    known = diary.world.professionals
    name, organisation = PROFESSIONALS[kind]
    details = {
        "name": name,
        "organisation": organisation,
        "kind": kind,
        "email": f"{name.split()[-1].lower()}@example.org",
        "address": "Plough Lane\nHereford\nHR4 0LE",
    }
    involvement = people.involvement_start(
        child=diary.child,
        starts_on=diary.starts_on,
        by=diary.worker,
        professional=known.get(kind),
        **({} if kind in known else details),
    )
    known[kind] = involvement.professional


def house_move(diary: Diary, day: date, *, to_half: str) -> None:
    """Move the family to the other half of the county."""
    home = diary.world.cast.home(to_half)
    diary.on(
        day,
        lambda day: people.address_change(
            child=diary.child,
            by=diary.worker,
            starts_on=day,
            lines=home.lines,
            town=home.town,
            postcode=home.postcode,
        ),
    )


def new_name(diary: Diary, day: date, family_name: str) -> None:
    """Change the family name, as after an adoption; search still finds the old one."""

    def change(day: date) -> None:
        diary.child = people.child_edit(
            child=diary.child, by=diary.worker, family_name=family_name
        )

    diary.on(day, change)


def phone(diary: Diary) -> str:
    """A number from the range kept for drama."""
    return f"07700 900{diary.world.chance.randint(100, 999)}"

"""Education for a child who cannot be at school: IN-09 (Education Act 1996, s. 19).

School days are reckoned as working days, for school holidays differ; days on which the
school is closed come on top.
"""

from sendhub.statutory.periods import public as periods
from sendhub.statutory.rule import Force, Limit, Rule
from sendhub.statutory.sources import placements as cited

IN_09 = Rule(
    id="IN-09",
    title="Arrange education after an exclusion",
    trigger="A child of compulsory school age is excluded from school",
    who="The council",
    clock=Limit(
        ("excluded_on",),
        periods.TEACH_EXCLUDED,
        "The council must have suitable education in place on the sixth school day"
        " after {event} on {begins}: by {due}, or later by the days on which the"
        " school is closed until then.",
    ),
    met_by=("education_arranged",),
    sources=(cited.OUT_OF_SCHOOL, cited.OMBUDSMAN_ON_AWARENESS),
    note=(
        "Section 19 also holds for illness and any other reason (IN-09a). It runs"
        " beside the clock of an assessment. What any team of the council knows, the"
        " council knows."
    ),
)

IN_09A = Rule(
    id="IN-09a",
    title="Arrange education for a child who is away for long",
    trigger="A child of compulsory school age cannot be at school, ill or otherwise",
    who="The council",
    clock=Limit(
        ("out_of_school_from",),
        periods.TEACH_ABSENT,
        "The council should arrange suitable education as soon as it is clear that your"
        " child will be away for {period} or more, which is certain on {due} for a"
        " child away from {begins}, or later by the days on which the school is closed"
        " until then.",
    ),
    met_by=("education_arranged",),
    sources=(cited.LONG_ABSENCE, cited.OUT_OF_SCHOOL, cited.OMBUDSMAN_ON_AWARENESS),
    force=Force.GUIDANCE,
    note="Suitable education is a duty (s. 19); the fifteen days are guidance.",
)

RULES = (IN_09, IN_09A)

"""Reasons, decisions and notes of calls, meetings and visits, in plain English.

`{child}`, `{he}`, `{him}`, `{his}`, `{school}`, `{mother}`, `{father}` are filled in.
"""

# (kind, category, with whom, text)
Note = tuple[str, str, str, str]

REASONS = (
    "Four terms of extra help have not closed the gap. {child} is working three years "
    "behind and is now missing lessons.",
    "{child} was at home for most of the spring term. The school has used its own "
    "support and the advice of the behaviour support team, without lasting change.",
    "{He} does not speak in the classroom and cannot follow what is said to the group. "
    "Therapy has started, and needs to be part of every day.",
    "The move to a larger school will be too much for {him} without a plan: {he} is "
    "already unable to eat or use the toilet there.",
    "The family asks because {child} is distressed every morning and the school says "
    "that it can do no more from its own resources.",
    "{child} has just moved here and had a similar plan of support elsewhere.",
)
REFUSED = (
    "The school has not yet used all of its own support: there were two cycles of "
    "assess, plan, do, review. We have offered a meeting with the inclusion team.",
    "The evidence shows progress in line with {his} starting point with the help that "
    "the school can give from its own resources.",
    "The needs described are recent and being looked into by health; we advised the "
    "school to ask again when the reports are there.",
)
NOT_ISSUED = (
    "The advice agrees that {his} needs can be met at SEN support. We sent the family "
    "a "
    "note of the provision that the school has agreed to make.",
    "Every report recommends provision that is ordinarily available in mainstream.",
)
WITHDRAWN = (
    "The family asked to wait until the new school has had a term.",
    "The family has moved to another county and asks there.",
    "The young person does not want an assessment. We confirmed this by letter.",
)
HANDOVER = (
    "{mother} prefers texts after 3 pm. The paediatric report is promised for next "
    "week; "
    "chase on Tuesday if it has not come. A meeting at {school} is in the diary."
)
CALLS: tuple[Note, ...] = (
    (
        "call",
        "general",
        "{mother}",
        "Explained what happens in the next weeks and who will be in touch. {mother} "
        "asked whether {child} can stay at {school} meanwhile; yes.",
    ),
    (
        "call",
        "general",
        "SENCO, {school}",
        "The provision map is ready and will be sent by Friday. Attendance is 71 per "
        "cent this term. {child} manages mornings better than afternoons.",
    ),
    (
        "call",
        "general",
        "{mother}",
        "{mother} is worried about the time it takes. Went through the dates together "
        "and agreed to ring again when the last report is here.",
    ),
    (
        "email",
        "general",
        "SENCO, {school}",
        "Sent the form for the school's advice and the date it is due. Offered help "
        "with the part about outcomes.",
    ),
    (
        "call",
        "general",
        "{father}",
        "{father} rang to say that {child} enjoyed the visit and would like to go. "
        "Will "
        "put it in writing.",
    ),
    (
        "letter",
        "general",
        "{mother}",
        "Letter with photographs of {child}'s drawings and two pages about {his} day. "
        "{mother} would like them kept with the request.",
    ),
)
MEETINGS: tuple[Note, ...] = (
    (
        "meeting",
        "general",
        "{mother}, SENCO and class teacher",
        "Met at {school}. Agreed what already works: a quiet start, the same adult, "
        "pictures. Not yet agreed: lunchtimes. The school tries a lunch club until the "
        "next meeting.",
    ),
    (
        "meeting",
        "general",
        "{mother} and {father}",
        "Went through the draft line by line. They ask for the hours in section F to "
        "be "
        "clearer, and would like {school} to be named.",
    ),
    (
        "visit",
        "general",
        "{child}",
        "Saw {child} in class for half an hour, then we walked around the field. {He} "
        "showed me {his} den and said that the mornings are too loud.",
    ),
    (
        "visit",
        "general",
        "{mother}",
        "Home visit. {child} was playing and joined us for a few minutes. {mother} "
        "spoke about sleep, and about what helps before school.",
    ),
)
HEALTH: tuple[Note, ...] = (
    (
        "call",
        "health",
        "Community paediatrics",
        "Seen in clinic last month. The report is being typed. No change of medicine. "
        "Next appointment in six months.",
    ),
    (
        "email",
        "health",
        "Designated clinical officer",
        "Therapy has a waiting list of nine weeks; the advice will be on the basis of "
        "the notes and a call with the family.",
    ),
)
SOCIAL: tuple[Note, ...] = (
    (
        "call",
        "social_care",
        "Social worker",
        "The child in need plan continues; next meeting in four weeks. Share the date "
        "of our draft so that both plans say the same.",
    ),
    (
        "meeting",
        "social_care",
        "Personal education plan meeting",
        "Carer, virtual school and designated teacher present. Contact with {mother} "
        "is "
        "fortnightly. Letters go to the carer and to the social worker.",
    ),
)
MONEY: tuple[Note, ...] = (
    (
        "email",
        "money",
        "Placements team",
        "The school quotes for 15 hours of support. Asked for the costing to be split "
        "by session before it goes to panel.",
    ),
)
LIVE: tuple[Note, ...] = (
    (
        "call",
        "general",
        "SENCO, {school}",
        "The provision in the plan is in place. {child} has settled with the new "
        "teaching assistant. Review papers will come in good time.",
    ),
    (
        "call",
        "general",
        "{mother}",
        "{mother} says that things are going well at {school}. Asked about transport: "
        "gave her the number.",
    ),
)
CEASED = (
    "{child} has finished the course and starts work; met twice with the adviser.",
    "{His} outcomes are met. {He} and the college agree that ordinary support is "
    "enough.",
)

EXCUSED = (
    "{mother} was in intensive care for seven weeks. {child} stayed with relatives in"
    " another county, and could be seen by nobody who had been asked for advice."
)

END = (
    "{child} has met the outcomes of the plan, and {school} gives what is still needed"
    " from its own means. The last review advised to end the plan."
)

"""How acts on a child's record read in the chronology."""

SENTENCES = {
    "people.child_record": "Record made",
    "people.child_edit": "Details changed",
    "people.child_died": "Death recorded: {died_on}",
    "people.child_restrict": "Record restricted to {named} named staff",
    "people.restriction_lift": "Restriction lifted: {reason}",
}

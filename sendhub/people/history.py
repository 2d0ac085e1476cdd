"""How acts on a child's record read in the chronology.

The chronology is read by people who may not see contacts: it names no adult of the
family and no address. Nor does it name another child, who may be out of the reader's
sight.
"""

from sendhub.audit.sentences import Kind

SENTENCES = {
    "people.child_record": "Record made",
    "people.child_edit": "Details changed{which}",
    "people.child_died": "Death recorded: {died_on}",
    "people.child_restrict": "Record restricted to named staff ({named})",
    "people.restriction_review": "Restriction kept, next look on {review_on}",
    "people.restriction_lift": "Restriction lifted: {reason}",
    "people.staff_name": "{who} named on the restricted record: {reason}",
    "people.staff_unname": "{who} no longer named on the record: {reason}",
    "people.access_ask": "Restricted record asked for",
    "people.access_decide": "Request of {who} for the restricted record {outcome}",
    "people.glass_break": "Glass broken to open the restricted record",
    "people.access_give_back": "Access to the restricted record given back",
    "people.access_revoke": "Access of {who} taken away: {reason}",
    "people.glass_review": "Breaking of the glass reviewed",
    "people.children_merge": "Another record of this child merged into this one{also}",
    "people.merge_undo": "Merge with another record undone: {reason}",
    "people.children_not_same": "Told apart from another child who looks alike",
    "people.address_change": "New address from {starts_on}",
    "people.adult_address_change": "New address of a contact from {starts_on}",
    "people.address_correct": "Address{whose} corrected, from {starts_on}",
    "people.attendance_correct": "Setting corrected: {setting} from {starts_on}",
    "people.attendance_start": "At {setting} from {starts_on}",
    "people.postcodes_import": "Directory of postcodes taken over from {file}: "
    "{changed} new or changed",
    "people.attendances_move": "Went on with the school: at {setting} from {starts_on}",
    "people.attendance_end": "Last day at {setting}: {ends_on}",
    "people.number_add": "Number of {system} recorded",
    "people.number_remove": "Number of {system} removed",
    "people.status_start": "{status} from {starts_on}",
    "people.status_end": "{status} until {ends_on}",
    "people.contact_add": "Contact added: {who}",
    "people.contact_edit": "Contact changed: {who}",
    "people.contact_end": "No longer a contact from {ends_on}: {who}",
    "people.adult_edit": "Details of a contact changed",
    "people.withholding_set": "Details withheld from a contact",
    "people.withholding_lift": "Details no longer withheld from a contact: {reason}",
    "people.involvement_start": "{who} involved from {starts_on}",
    "people.professional_edit": "Details of {who} changed",
    "people.involvement_end": "{who} involved until {ends_on}",
}

KINDS = dict.fromkeys(SENTENCES, Kind.RECORD)

"""How acts on letters read in the chronology: never to whom by name, nor where."""

from sendhub.audit.sentences import Kind

SENTENCES = {
    "letters.template_add": "Template “{name}” written",
    "letters.template_write": "Template “{name}” written anew (version {number}){use}",
    "letters.letter_make": "Letter written to {to}: {subject}",
    "letters.letter_withdraw": "Letter “{subject}” entered in error. {reason}",
    "letters.post_record": "Letter posted on {sent_on}: {subject}",
    "letters.delivery_send": "Letter sent by e-mail: {subject}",
    "letters.delivery_settle": "Letter “{subject}”: {said}",
    "letters.batch_make": "Letter “{name}” ordered for {number} cases",
}

KINDS = {
    "letters.letter_make": Kind.LETTER,
    "letters.letter_withdraw": Kind.LETTER,
    "letters.post_record": Kind.LETTER,
    "letters.delivery_send": Kind.LETTER,
    "letters.delivery_settle": Kind.LETTER,
}

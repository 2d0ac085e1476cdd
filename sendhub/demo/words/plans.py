"""Sections of plans and summaries of advice, by primary need.

`{child}`, `{he}`, `{him}` and `{his}` stand for the child; a leading capital is kept.
"""

# need: views (A), needs (B), outcome (E), provision (F)
TEXTS: dict[str, tuple[str, str, str, str]] = {
    "SEMH": (
        "I like being outside and I am good at fixing bikes. I want people to know "
        "that "
        "when I go quiet I am not being rude. I would like to finish a whole week.",
        "{child} finds it hard to notice when {he} is becoming anxious. Changes "
        "without "
        "warning, and busy corridors, lead to {him} leaving the room. {He} reads well "
        "for {his} age and joins in when {he} trusts the adult.",
        "By the end of the key stage {child} uses an agreed signal to ask for a break, "
        "and returns to the lesson within ten minutes on four days out of five.",
        "A key adult meets {child} every morning for 15 minutes. Two sessions a week "
        "of "
        "45 minutes of emotional coaching by a trained teaching assistant, planned "
        "each "
        "half-term by the educational psychologist. A quiet space is always open.",
    ),
    "ASD": (
        "I like maps, buses and my cat. I do not like the hand dryers. I want to know "
        "what is happening next, and I would like one friend to sit with at lunch.",
        "{child} is autistic. {He} understands routines very well and has an excellent "
        "memory. {He} finds unplanned change and noise overwhelming, and takes what is "
        "said literally. Group work is hard without a clear part to play.",
        "By the end of the key stage {child} manages three planned changes in a day "
        "with "
        "a visual timetable, and takes part in group work in a part agreed beforehand.",
        "A visual timetable, gone through with an adult at the start of each session. "
        "Social communication group, 40 minutes a week, of no more than four pupils. "
        "Staff trained in autism. Ear defenders and a place to withdraw to.",
    ),
    "SLCN": (
        "I want people to wait for me to finish. I like drawing and football. Reading "
        "out loud makes my tummy hurt.",
        "{child} has a developmental language disorder. {He} follows one instruction "
        "at "
        "a time and loses the thread of longer talk. {His} own sentences are short, "
        "and "
        "people outside the family understand about half of what {he} says.",
        "By the end of the key stage {child} follows two-part instructions in class "
        "without a prompt, and retells a short story with a beginning and an end.",
        "Speech and language programme, 20 minutes on four days a week, delivered by a "
        "teaching assistant and reviewed by the therapist every half-term. Key words "
        "taught before each topic, with pictures. Instructions in short steps.",
    ),
    "MLD": (
        "I like animals and helping in the kitchen. I want to read the signs at the "
        "farm on my own.",
        "{child} learns more slowly than others of {his} age in all subjects and needs "
        "many repetitions. {He} is kind, works hard, and learns best by doing.",
        "By the end of the key stage {child} reads 100 common words and uses money up "
        "to five pounds in a shop.",
        "Small-group teaching of literacy and number every day for 30 minutes. Work "
        "set at {his} level with practical materials. Daily repetition of key words.",
    ),
    "SPLD": (
        "I have good ideas, but writing them down takes too long. I like building and "
        "computers. I would like to stop copying from the board.",
        "{child} has severe dyslexia. {His} reasoning is above average; reading and "
        "spelling are four years behind. {He} tires quickly and avoids writing.",
        "By the end of the key stage {child} reads a page of an age-appropriate text "
        "with a reading pen and writes a page using speech-to-text.",
        "Structured literacy teaching by a specialist teacher, one hour a week, and "
        "four practice sessions of 15 minutes. A laptop with speech-to-text.",
    ),
    "SLD": (
        "{child} shows that {he} enjoys water, music and swings. {His} family would "
        "like {him} to be able to choose for {himself}.",
        "{child} has severe learning difficulties. {He} communicates with signs and "
        "pictures, and needs an adult near {him} to be safe.",
        "By the end of the key stage {child} asks for what {he} wants with a picture "
        "from a choice of six, at home and at school.",
        "A class of no more than eight with three adults. Picture exchange through the "
        "whole day. Speech and language therapist each fortnight for 45 minutes.",
    ),
}
GENERAL = (
    "I like being with my friends and going swimming. I want to do what others in my "
    "class do, with the right help.",
    "{child} takes part in lessons when they are adapted. {He} tires more quickly than "
    "others and needs equipment, and time, to keep up.",
    "By the end of the key stage {child} moves between lessons and sets out {his} "
    "equipment without an adult's help.",
    "An adult trained by the specialist teacher for 15 hours a week. A specialist "
    "teacher's visit every half-term. Rooms arranged as the adviser's report says.",
)
HEALTH = (
    "A health care plan is kept at school; the community nurse reviews it each year."
)
NO_HEALTH = "No health needs related to special educational needs were identified."
SOCIAL = "The family has a short break of three hours a week, agreed by social care."
NO_SOCIAL = "No social care needs related to special educational needs were identified."

HELD = (
    "Assessed last term: {he} follows instructions of two steps and needs pictures for "
    "more. The programme is for five sessions a week at school."
)
LACKING = "It says what help is needed, not how often, for how long and by whom."
# kind of advice: what came back
ADVICE = {
    "parent": "The family wrote about {his} early years, what works at home, and what "
    "they hope for: that {child} is happy to go to school.",
    "education": "Provision map and two reviews. {child} has had a graduated response "
    "for four terms. Progress is slower than expected in spite of it.",
    "medical": "Seen in clinic. Hearing and vision checked. No medicine. The health "
    "needs that affect learning are listed with what would help.",
    "psychology": "Consultation, observation and assessment over two visits. Describes "
    "strengths and needs, outcomes, and provision in quantified terms.",
    "social_care": "Known to the service in the past two years: see the report.",
    "adulthood": "Transition worker's report: hopes for work, living and friends.",
    "sensory": "Specialist teacher's functional assessment in class and outside.",
    "other": "Report of the therapist who works with {child} outside school.",
}
NOT_KNOWN = "Not known to social care. No needs to report."

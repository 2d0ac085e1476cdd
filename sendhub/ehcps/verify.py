"""What must hold of needs assessments, advice and plans."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import batched

from django.db.models import F, Max, Q

from sendhub.casework.models import Deadline
from sendhub.casework.rules import Ended, Wanted
from sendhub.core.verifying import AT_ONCE, Check, rows
from sendhub.ehcps.models import Advice, NeedsAssessment
from sendhub.ehcps.rules import (
    NEEDED_TO_SEND,
    AdviceKind,
    VersionKind,
    advice_wanted,
    deadlines_wanted,
)

ASSESSMENT, ADVICE = "ehcps.needsassessment", "ehcps.advice"
Compared = tuple[str, int, Wanted | None, Deadline | None]

"""Templates, the letters made from them, their way out, and orders of many."""

from sendhub.letters.models.batch import Batch, BatchRow
from sendhub.letters.models.letter import Delivery, Letter
from sendhub.letters.models.template import Template, TemplateVersion

__all__ = [
    "Batch",
    "BatchRow",
    "Delivery",
    "Letter",
    "Template",
    "TemplateVersion",
]

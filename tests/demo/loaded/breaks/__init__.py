"""For each check of `manage.py verify`, the ways in which data are broken for it.

Each way is a list of statements; what guards against them is switched off first.
"""

from tests.demo.loaded.breaks.ehcps import EHCPS
from tests.demo.loaded.breaks.hubs import HUBS
from tests.demo.loaded.breaks.kernel import KERNEL
from tests.demo.loaded.breaks.others import OTHERS

BREAKS = KERNEL | EHCPS | HUBS | OTHERS

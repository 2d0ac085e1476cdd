"""The door that gunicorn opens."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sendhub.settings")
application = get_wsgi_application()

# What is loaded by now stays until the process ends: looking for garbage among it took
# a tenth of a page. What a page makes and drops is looked through less often.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 20)

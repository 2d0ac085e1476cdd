"""Stock Django behind the site's own server, for `manage.py bench --served`.

The libraries that the site uses look for their middleware when they are set up: only
then it goes.
"""

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler

from sendhub.demo.bench.stock_settings import STOCK

django.setup()
for name, value in STOCK.items():
    setattr(settings, name, value)
application = WSGIHandler()

"""What granian serves: `python -m granian --interface wsgi tests.browser.gallery.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.browser.gallery.settings"
application = get_wsgi_application()

"""The least that the frames and components need: no database, no apps but core."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

ROOT = Path(__file__).resolve().parents[3]

SECRET_KEY = "only for the gallery"  # noqa: S105 - guards nothing
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "tests.browser.gallery.urls"
INSTALLED_APPS = ["kladka.core", "django.contrib.staticfiles", "django.forms"]
MIDDLEWARE = [
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "kladka.core.http.headers",
    "kladka.core.http.script_sign_in",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "DIRS": [
            Path(__file__).parent / "templates",
            ROOT / "kladka/desk/templates",
            ROOT / "kladka/portal/templates",
        ],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "kladka.core.look.context",
                "tests.browser.gallery.frames.context",
            ]
        },
    }
]
FORM_RENDERER = "kladka.core.forms.Renderer"
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English"))]
USE_TZ = True
LOGIN_URL = "/sign-in/"
STATIC_URL = "/static/"
STATIC_ROOT = ROOT / "build/collected"
STORAGES = {"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}

"""Settings of every installation; what differs between two comes from `environment.py`."""

import os
from typing import Any

from django.utils.translation import gettext_lazy as _

from kladka.config import environment

DATA = environment.data_folder()
CLOCK = environment.clock()
DEMO = environment.flag("KLADKA_DEMO")
DEBUG = environment.flag("KLADKA_DEBUG")

_database_url = os.environ.get("DATABASE_URL", "postgres:///kladka")
SECRET_KEY = environment.secret()
# The hosts of the installation itself: the national page.
NATIONAL_HOSTS = environment.hosts()
DIRECTORY_SECONDS = 30  # how long a process remembers whose host is whose
# Which host belongs to whom is decided by the table of domains; the rest gets our own 404.
ALLOWED_HOSTS = ["*"]

SHARED_APPS = [
    "django_tenants",
    "kladka.core",
    "kladka.municipalities",
    "procrastinate.contrib.django",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django.forms",
]
TENANT_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "kladka.audit",
    "kladka.accounts",  # before allauth: its templates are worn instead of theirs
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "kladka.places",
    "kladka.programmes",
    "kladka.people",
    "kladka.papers",
    "kladka.messages",
    "kladka.recruitment",
    "kladka.participation",
    "kladka.activities",
    "kladka.employment",
    "kladka.care",
    "kladka.volunteering",
    "kladka.initiatives",
    "kladka.advice",
    "kladka.finance",
    "kladka.indicators",
    "kladka.reporting",
    "kladka.imports",
    "kladka.definitions",
    "kladka.portal",
    "kladka.desk",
    "kladka.demo",
]
INSTALLED_APPS = [*SHARED_APPS, *TENANT_APPS]

TENANT_MODEL = "municipalities.Municipality"
TENANT_DOMAIN_MODEL = "municipalities.Domain"
TENANT_LIMIT_SET_CALLS = True  # else every statement is sent twice
SHOW_PUBLIC_IF_NO_TENANT_FOUND = False
PUBLIC_SCHEMA_URLCONF = "kladka.config.urls_national"
ROOT_URLCONF = "kladka.config.urls_municipality"
WSGI_APPLICATION = "kladka.config.wsgi.application"

DATABASES: dict[str, dict[str, Any]] = {
    "default": {
        "ENGINE": "django_tenants.postgresql_backend",
        **environment.database(_database_url),
        "TEST": {"NAME": os.environ.get("KLADKA_TEST_DB") or None},
        "OPTIONS": {
            "prepare_threshold": None,  # automatic prepared statements break behind pgbouncer
            # A page waits five seconds for a connection, not thirty: then it says that the database is away.
            **(
                {"pool": {"min_size": 1, "max_size": 8, "timeout": 5}}
                if environment.flag("KLADKA_POOL")
                else {}
            ),
        },
    }
}
ORIGINAL_BACKEND = "kladka.core.pooled"  # what django_tenants stands on
DATABASE_ROUTERS = ["django_tenants.routers.TenantSyncRouter"]
# The role that may change rows but no tables, and may only add to these.
DATABASE_APP_ROLE = "kladka_app"
APPEND_ONLY_TABLES = ["audit_entry", "audit_reading"]
PERSON_MODEL = "people.Person"  # whose key seals personal values of the trail
# Failed sign-ins are counted for all processes together, in the municipality's own schema: no other server needed.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "accounts_cache"},
    # Finished public pages: in the process, since each is asked for by the state of the record (portal/freshness.py).
    "pages": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pages",
        "OPTIONS": {"MAX_ENTRIES": 300},
    },
}
DISABLE_SERVER_SIDE_CURSORS = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "kladka.core.http.headers",
    "kladka.core.http.script_sign_in",
    "kladka.municipalities.middleware.MunicipalityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "kladka.accounts.middleware.DoorMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "kladka.core.look.context",
                "kladka.municipalities.context.context",
                "kladka.portal.menu.context",
                "kladka.desk.menu.context",
            ],
        },
    }
]

FORM_RENDERER = "kladka.core.forms.Renderer"
CSRF_FAILURE_VIEW = "kladka.core.views.csrf_failure"

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"  # where each module keeps them
REACTIONS = "kladka.config.reactions.REACTIONS"  # which jobs follow which fact
TIMETABLE = "kladka.config.timetable.NIGHTLY"  # which jobs each municipality gets every night
HOLDINGS = "kladka.config.holdings.HOLDINGS"  # what each module holds of a person

AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "/desk/account/sign-in/"
LOGIN_REDIRECT_URL = "/desk/"
# What anybody may ask for; every other page of a municipality needs sign-in and a second factor.
OPEN_MODULES = {"portal"}
OPEN_PAGES = {
    "theme",
    "account_login",
    "account_logout",
    "account_inactive",
    "mfa_authenticate",
    "mfa_login_webauthn",
}
SECOND_FACTOR_NEEDED = True  # only tests that are about something else turn it off
# "plain": in municipalities of the demo a password is enough. `kladka demo` sets it and says so; nothing else does.
DEMO_SIGN_IN = os.environ.get("KLADKA_DEMO_SIGN_IN", "")
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
_VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {
        "NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["name", "email"]},
    },
    {"NAME": f"{_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
    {"NAME": f"{_VALIDATION}.NumericPasswordValidator"},
]

ACCOUNT_ADAPTER = "kladka.accounts.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # an administrator writes the addresses
ACCOUNT_SESSION_REMEMBER = False  # a session ends with the browser, at the latest with SESSION_COOKIE_AGE
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
# Lock-out: after five failures of one e-mail, or ten a minute from one address; counted in the shared cache.
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/5m/key"}
ACCOUNT_FORMS = {
    "login": "kladka.accounts.forms.SignInForm",
    "reauthenticate": "kladka.accounts.forms.ConfirmForm",
    "change_password": "kladka.accounts.forms.PasswordForm",
}
MFA_ADAPTER = "kladka.accounts.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_TOLERANCE = 1  # a telephone whose clock is half a minute off is still right
MFA_FORMS = {
    "authenticate": "kladka.accounts.forms.CodeForm",
    "reauthenticate": "kladka.accounts.forms.ConfirmByCodeForm",
    "activate_totp": "kladka.accounts.forms.AppForm",
    "add_webauthn": "kladka.accounts.forms.AddPasskeyForm",
    "edit_webauthn": "kladka.accounts.forms.PasskeyNameForm",
}

LANGUAGE_CODE = "pl"
LANGUAGES = [("pl", _("Polish")), ("en", _("English")), ("uk", _("Ukrainian"))]
LOCALE_PATHS = [environment.CHECKOUT / "kladka" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Warsaw"

STATIC_URL = "/static/"
STATICFILES_DIRS = [environment.CHECKOUT / "build" / "static"]
STATIC_ROOT = environment.CHECKOUT / "build" / "collected"
PAPER_FONTS = environment.CHECKOUT / "build" / "fonts"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# E-mail goes through the server that KLADKA_EMAIL names; a demo writes it into a folder, and nothing leaves the machine.
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
_email = environment.email(os.environ.get("KLADKA_EMAIL", ""))
EMAIL_HOST, EMAIL_PORT = _email.host, _email.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _email.user, _email.password
EMAIL_USE_SSL, EMAIL_USE_TLS = _email.from_the_start, _email.after_greeting
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("KLADKA_EMAIL_FROM") or "kladka@localhost"
MAIL_FOLDER = DATA / "mail"
MESSAGE_DAYS = int(os.environ.get("KLADKA_MESSAGE_DAYS") or 730)  # how long the text of a message is kept

DATA_UPLOAD_MAX_MEMORY_SIZE = 2_000_000  # a 10 MB field is refused before any form reads it
SESSION_COOKIE_AGE = 8 * 60 * 60  # one working day; a shared office computer is not signed in overnight
SESSION_COOKIE_SAMESITE = "Lax"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SILENCED_SYSTEM_CHECKS: list[str] = []

"""Settings: one file; what differs between machines comes from the environment.

Secure by default: a site is a production site unless SENDHUB_DEMO=1.
Every variable is explained in `.env.example` and `docs/deploy.md`.
"""

import os
from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from sendhub import environment

BASE_DIR = Path(__file__).resolve().parent.parent

# --- which kind of site

DEMO = environment.flag("SENDHUB_DEMO")
TESTING = environment.flag("SENDHUB_TESTING")
DEBUG = environment.flag("SENDHUB_DEBUG")
DATA_DIR = Path(os.environ.get("SENDHUB_DATA_DIR") or BASE_DIR / "var")

SECRET_KEY = os.environ.get("SENDHUB_SECRET_KEY", "")
if not SECRET_KEY:
    if not (DEMO or TESTING):
        raise ImproperlyConfigured(
            "Set SENDHUB_SECRET_KEY to a long random text; to try it out, run bin/start"
        )
    SECRET_KEY = "only-for-the-demonstration-and-the-tests-never-for-a-real-site"  # noqa: S105

ALLOWED_HOSTS = environment.words("SENDHUB_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = environment.words("SENDHUB_ORIGINS")

# Where the site is, for links in e-mails.
SITE_URL = os.environ.get("SENDHUB_URL", "").rstrip("/")

# --- apps, lowest layer last

INSTALLED_APPS = [
    "sendhub.demo",
    "sendhub.calculator",
    "sendhub.nurture_hubs",
    "sendhub.intakes",
    "sendhub.ehcps",
    "sendhub.letters",
    "sendhub.casework",
    "sendhub.people",
    "sendhub.schools",
    "sendhub.background",
    "sendhub.accounts",
    "sendhub.audit",
    "sendhub.core",
    "sendhub.core.admin_app.SiteConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "crispy_forms",
    "django_filters",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "sendhub.accounts.middleware.PrivacyHeadersMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "sendhub.accounts.middleware.SignInRequiredMiddleware",
    "sendhub.accounts.middleware.SessionLimitsMiddleware",
    "sendhub.accounts.middleware.SecondFactorMiddleware",
    "sendhub.audit.middleware.ChangeHistoryMiddleware",
    "sendhub.people.middleware.MergedRecordMiddleware",
    "sendhub.casework.middleware.BackToListMiddleware",
]
if DEMO:
    MIDDLEWARE.insert(0, "sendhub.demo.guard.OnlyDemonstrationMiddleware")

ROOT_URLCONF = "sendhub.urls"
WSGI_APPLICATION = "sendhub.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["sendhub.core.templatetags.days"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "sendhub.core.context.page",
                "sendhub.accounts.notices.context",
                "sendhub.casework.nextup.context",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_TEMPLATE_PACK = "forms"
CRISPY_ALLOWED_TEMPLATE_PACKS = ["forms"]
CRISPY_FAIL_SILENTLY = False

# --- database: two roles, an owner that migrates and a restricted one for the site

APP_ROLE = os.environ.get("SENDHUB_APP_ROLE", "sendhub_app")
DATABASE_URL = os.environ.get("DATABASE_URL", "")
if environment.flag("SENDHUB_AS_OWNER"):
    DATABASE_URL = os.environ.get("DATABASE_OWNER_URL") or DATABASE_URL
if not DATABASE_URL:
    raise ImproperlyConfigured(
        "Set DATABASE_URL to a PostgreSQL address. To try SENDhub, run bin/start."
    )
DATABASES = {
    "default": environment.database(
        DATABASE_URL, pool_size=environment.number("SENDHUB_DB_POOL", 0)
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "sendhub_cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}

# --- history

PGHISTORY_APPEND_ONLY = True
PGTRIGGER_MIGRATIONS = False  # audit.grants installs them after every migrate

# --- signing in, by django-allauth

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": f"{VALIDATION}.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": f"{VALIDATION}.CommonPasswordValidator"},
    {
        "NAME": f"{VALIDATION}.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
    {"NAME": f"{VALIDATION}.NumericPasswordValidator"},
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "sendhub.accounts.adapters.StaffAccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_PREVENT_ENUMERATION = "strict"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# A whole building may share one address, so the address alone locks late.
ACCOUNT_RATE_LIMITS = {"login_failed": "5/5m/key,60/m/ip", "login": "120/m/ip"}
ACCOUNT_FORMS = {
    "login": "sendhub.accounts.forms.SignInForm",
    "reauthenticate": "sendhub.accounts.forms.PasswordAgainForm",
    "change_password": "sendhub.accounts.forms.PasswordChangeForm",
    "reset_password": "sendhub.accounts.forms.PasswordForgottenForm",
    "reset_password_from_key": "sendhub.accounts.forms.PasswordNewForm",
}
MFA_ADAPTER = "sendhub.accounts.adapters.StaffMFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "SENDhub"
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "authenticate": "sendhub.accounts.forms.SecondStepForm",
    "reauthenticate": "sendhub.accounts.forms.SecondStepAgainForm",
    "activate_totp": "sendhub.accounts.forms.AppSetUpForm",
    "deactivate_totp": "sendhub.accounts.forms.AppRemoveForm",
    "generate_recovery_codes": "sendhub.accounts.forms.CodesMakeForm",
}
SECOND_FACTOR_OBLIGATORY = environment.flag("SENDHUB_SECOND_FACTOR", not DEMO)
IDLE_LIMIT = timedelta(minutes=environment.number("SENDHUB_IDLE_MINUTES", 20))
SESSION_LIMIT = timedelta(hours=environment.number("SENDHUB_SESSION_HOURS", 10))

# --- headers and cookies

SECURE = environment.flag("SENDHUB_HTTPS", not (DEMO or TESTING))
SECURE_SSL_REDIRECT = SECURE
SECURE_REDIRECT_EXEMPT = [r"^health/$"]
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_HSTS_PRELOAD = SECURE
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
if environment.flag("SENDHUB_BEHIND_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    MIDDLEWARE.insert(0, "sendhub.audit.middleware.BehindProxyMiddleware")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = int(SESSION_LIMIT.total_seconds())
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_FAILURE_VIEW = "sendhub.core.views.form_expired"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}

# --- language and time

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True
DATE_FORMAT = "j F Y"

# --- files

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = TESTING
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA_DIR / "documents", "base_url": None},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TESTING
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
# Where clamd listens: host:port, or the path of its socket. Empty: no scanner.
CLAMAV = os.environ.get("SENDHUB_CLAMAV", "")
DOCUMENT_LIMIT_MB = environment.number("SENDHUB_DOCUMENT_LIMIT_MB", 20)
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

# Results of work in the background, for a day: every machine must see this folder.
BACKGROUND_DIR = DATA_DIR / "background"

# The folder into which the nightly file of plans for social care goes; empty: none.
EXTRACT_DIR = os.environ.get("SENDHUB_EXTRACT_DIR", "")

# --- mail

EMAIL_BACKEND = os.environ.get(
    "SENDHUB_EMAIL_BACKEND",
    "django.core.mail.backends.dummy.EmailBackend"
    if DEMO
    else "django.core.mail.backends.smtp.EmailBackend",
)
EMAIL_HOST = os.environ.get("SENDHUB_EMAIL_HOST", "localhost")
EMAIL_PORT = environment.number("SENDHUB_EMAIL_PORT", 25)
EMAIL_HOST_USER = os.environ.get("SENDHUB_EMAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("SENDHUB_EMAIL_PASSWORD", "")
# A letter is sent by one worker: what takes longer has gone wrong (letters.rules).
EMAIL_TIMEOUT = 60
EMAIL_USE_TLS = environment.flag("SENDHUB_EMAIL_TLS")
DEFAULT_FROM_EMAIL = os.environ.get("SENDHUB_EMAIL_FROM", "sendhub@localhost")

# --- log: one line per event, no personal data (paths carry ids, never names)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}
    },
    "filters": {"refusals": {"()": "sendhub.core.logs.Refusals"}},
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["refusals"],
        }
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"sendhub": {"level": "INFO"}},
}

# W045: what only PostgreSQL can judge is refused in words by each app's refusals.py.
SILENCED_SYSTEM_CHECKS = ["models.W045", *([] if SECURE else ["security.W005"])]

"""Every address of the site."""

from django.contrib import admin
from django.urls import include, path

handler500 = "sendhub.core.trouble.server_error"

urlpatterns = [
    path("", include("sendhub.core.urls")),
    path("", include("sendhub.casework.urls")),
    path("notices/", include("sendhub.intakes.urls")),
    path("hubs/", include("sendhub.nurture_hubs.urls")),
    path("ehc/", include("sendhub.ehcps.urls")),
    path("letters/", include("sendhub.letters.urls")),
    path("children/", include("sendhub.people.urls")),
    path("settings/", include("sendhub.schools.urls")),
    path("background/", include("sendhub.background.urls")),
    path("deadlines/", include("sendhub.calculator.urls")),
    path("admin/", admin.site.urls),
    path("sign-in/", include("sendhub.accounts.sign_in_urls")),
    path("accounts/", include("sendhub.accounts.urls")),
]

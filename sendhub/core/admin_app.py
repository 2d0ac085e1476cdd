"""Django admin with our own site in place of the usual one."""

from django.contrib.admin.apps import AdminConfig


class SiteConfig(AdminConfig):
    default_site = "sendhub.core.admin.Site"

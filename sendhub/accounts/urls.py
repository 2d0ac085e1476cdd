from django.urls import path

from sendhub.accounts import views

app_name = "accounts"

urlpatterns = [
    path("lists/filter/", views.filter_save, name="filter-save"),
    path("lists/filters/<int:filter_id>/", views.filter_open, name="filter-open"),
    path("lists/filters/<int:filter_id>/drop/", views.filter_drop, name="filter-drop"),
    path("me/", views.digest_choose, name="digest-choose"),
    path(
        "notices/<int:notice_id>/dismiss/", views.notice_dismiss, name="notice-dismiss"
    ),
    path("roles/", views.role_list, name="role-list"),
]

from django.urls import path

from sendhub.schools import views

app_name = "schools"

urlpatterns = [
    path("", views.setting_list, name="setting-list"),
    path("<int:setting_id>/", views.setting_page, name="setting-page"),
    path("<int:setting_id>/edit/", views.setting_edit, name="setting-edit"),
]

from django.urls import path

from sendhub.schools.views import registers, settings

app_name = "schools"

urlpatterns = [
    path("", settings.setting_list, name="setting-list"),
    path("<int:setting_id>/", settings.setting_page, name="setting-page"),
    path("<int:setting_id>/edit/", settings.setting_edit, name="setting-edit"),
    path("register/", registers.register_list, name="register-list"),
    path("register/upload/", registers.register_upload, name="register-upload"),
    path("register/<int:load_id>/", registers.register_page, name="register-page"),
    path("register/<int:load_id>/rows/", registers.register_rows, name="register-rows"),
    path("register/<int:load_id>/mend/", registers.register_mend, name="register-mend"),
    path(
        "register/<int:load_id>/confirm/",
        registers.register_confirm,
        name="register-confirm",
    ),
    path("register/<int:load_id>/drop/", registers.register_drop, name="register-drop"),
]

from django.urls import path

from sendhub.intakes import views

app_name = "intakes"

urlpatterns = [
    path("", views.intake_list, name="intake-list"),
    path("children/<int:child_id>/log/", views.intake_log, name="intake-log"),
    path("<int:intake_id>/answer/", views.intake_answer, name="intake-answer"),
    path("<int:intake_id>/began/", views.intake_start, name="intake-start"),
    path("<int:intake_id>/assess/", views.intake_assess, name="intake-assess"),
    path("<int:intake_id>/close/", views.intake_close, name="intake-close"),
]

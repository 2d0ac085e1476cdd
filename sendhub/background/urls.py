from django.urls import path

from sendhub.background import views

app_name = "background"

urlpatterns = [
    path("", views.job_list, name="job-list"),
    path("<int:job_id>/", views.job_page, name="job-page"),
    path("<int:job_id>/file/", views.job_file, name="job-file"),
    path("<int:job_id>/cancel/", views.job_cancel, name="job-cancel"),
]

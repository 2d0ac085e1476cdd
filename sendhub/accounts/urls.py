from django.urls import path

from sendhub.accounts import views

app_name = "accounts"

urlpatterns = [
    path("roles/", views.role_list, name="role-list"),
]

from django.urls import path

from sendhub.core import views

app_name = "core"

urlpatterns = [
    path("health/", views.health, name="health"),
    path("style/", views.style, name="style"),
]

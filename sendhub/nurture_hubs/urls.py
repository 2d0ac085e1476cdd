from django.urls import URLPattern

app_name = "nurture_hubs"

urlpatterns: list[URLPattern] = []

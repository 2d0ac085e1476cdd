"""Addresses of the deadline calculator."""

from django.urls import path

from sendhub.calculator import views

app_name = "calculator"

urlpatterns = [path("", views.timetable_page, name="timetable")]

from django.urls import path

from sendhub.nurture_hubs import views

app_name = "nurture_hubs"

urlpatterns = [
    # --- places and the board
    path("", views.board, name="board"),
]

from django.urls import path

from sendhub.nurture_hubs import views

app_name = "nurture_hubs"

urlpatterns = [
    # --- places and the board
    path("", views.board, name="board"),
    # --- measures
    path(
        "referrals/<int:referral_id>/measure/",
        views.measure_record,
        name="measure-record",
    ),
    path(
        "measures/<int:measure_id>/error/",
        views.measure_withdraw,
        name="measure-withdraw",
    ),
    path("referrals/<int:referral_id>/target/", views.target_add, name="target-add"),
    path("targets/<int:target_id>/rate/", views.target_rate, name="target-rate"),
    path("targets/<int:target_id>/drop/", views.target_drop, name="target-drop"),
    path(
        "referrals/<int:referral_id>/allocate/",
        views.place_allocate,
        name="place-allocate",
    ),
    path("places/<int:place_id>/move/", views.place_move, name="place-move"),
    path("places/<int:place_id>/end/", views.place_end, name="place-end"),
    path(
        "places/<int:place_id>/take-back/", views.place_withdraw, name="place-withdraw"
    ),
]

from django.urls import path

from sendhub.nurture_hubs import views

app_name = "nurture_hubs"

urlpatterns = [
    # --- referrals, visits, answers and the waiting lists
    path("waiting/", views.referral_list, name="referral-list"),
    path("<int:hub_id>/waiting/", views.waiting_list, name="waiting-list"),
    path("children/<int:child_id>/refer/", views.referral_log, name="referral-log"),
    path("children/<int:child_id>/visit/", views.visit_log, name="visit-log"),
    path("visits/<int:visit_id>/error/", views.visit_withdraw, name="visit-withdraw"),
    path(
        "referrals/<int:referral_id>/change/",
        views.referral_change,
        name="referral-change",
    ),
    path("referrals/<int:referral_id>/end/", views.referral_end, name="referral-end"),
    path(
        "referrals/<int:referral_id>/agree/",
        views.agreement_record,
        name="agreement-record",
    ),
    path(
        "referrals/<int:referral_id>/answer/",
        views.agreement_answer,
        name="agreement-answer",
    ),
    path(
        "agreements/<int:agreement_id>/take-back/",
        views.agreement_withdraw,
        name="agreement-withdraw",
    ),
    # --- places and the board
    path("", views.board, name="board"),
    path("year/", views.year, name="year"),
    path("places/", views.place_list, name="place-list"),
    # --- evaluation
    path("evaluation/", views.evaluation, name="evaluation"),
    path("evaluation/records/", views.evaluation_list, name="evaluation-list"),
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
    path("places/<int:place_id>/request/", views.onward_request, name="onward-request"),
    # --- hubs and who works there
    path("list/", views.hub_list, name="hub-list"),
    path("open/", views.hub_open, name="hub-open"),
    path("budget/", views.budget_set, name="budget-set"),
    path("<int:hub_id>/", views.hub_page, name="hub-page"),
    path("<int:hub_id>/change/", views.hub_change, name="hub-change"),
    path("<int:hub_id>/close/", views.hub_close, name="hub-close"),
    path("<int:hub_id>/places/", views.capacity_set, name="capacity-set"),
    path("<int:hub_id>/pause/", views.pause_set, name="pause-set"),
    path("pauses/<int:pause_id>/end/", views.pause_end, name="pause-end"),
    path("<int:hub_id>/schools/", views.host_add, name="host-add"),
    path("schools/<int:host_id>/end/", views.host_end, name="host-end"),
    path("<int:hub_id>/staff/", views.member_add, name="member-add"),
    path("staff/<int:member_id>/end/", views.member_end, name="member-end"),
    # --- the end of a place
    path(
        "places/<int:place_id>/talk/arrange/", views.talk_arrange, name="talk-arrange"
    ),
    path("places/<int:place_id>/talk/held/", views.talk_hold, name="talk-hold"),
    path("talks/<int:talk_id>/error/", views.talk_withdraw, name="talk-withdraw"),
    path("talks/<int:talk_id>/step/", views.step_add, name="step-add"),
    path("steps/<int:step_id>/done/", views.step_do, name="step-do"),
    path("steps/<int:step_id>/drop/", views.step_drop, name="step-drop"),
    path(
        "places/<int:place_id>/afterwards/",
        views.destination_record,
        name="destination-record",
    ),
    path(
        "afterwards/<int:destination_id>/error/",
        views.destination_withdraw,
        name="destination-withdraw",
    ),
]

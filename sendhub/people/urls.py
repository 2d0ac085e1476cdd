from django.urls import path

from sendhub.people import views

app_name = "people"

urlpatterns = [
    path("", views.child_search, name="child-search"),
    path("record/", views.child_record, name="child-record"),
    path("<int:child_id>/", views.child_page, name="child-page"),
    path("<int:child_id>/contacts/", views.child_contacts, name="child-contacts"),
    path("<int:child_id>/chronology/", views.child_chronology, name="child-chronology"),
    path("<int:child_id>/looks/", views.child_looks, name="child-looks"),
    path("<int:child_id>/edit/", views.child_edit, name="child-edit"),
    path("<int:child_id>/died/", views.child_died, name="child-died"),
    path("<int:child_id>/restrict/", views.child_restrict, name="child-restrict"),
    path("<int:child_id>/who-may-open/", views.child_access, name="child-access"),
    path(
        "<int:child_id>/review-restriction/",
        views.restriction_review,
        name="restriction-review",
    ),
    path("<int:child_id>/named-staff/add/", views.staff_name, name="staff-name"),
    path(
        "named-staff/<int:named_id>/take-off/",
        views.staff_unname,
        name="staff-unname",
    ),
    path("restricted/", views.restricted_list, name="restricted-list"),
    path("restricted/<str:key>/ask/", views.access_ask, name="access-ask"),
    path("restricted/<str:key>/break-glass/", views.glass_break, name="glass-break"),
    path(
        "restricted/requests/<int:request_id>/decide/",
        views.access_decide,
        name="access-decide",
    ),
    path(
        "restricted/grants/<int:grant_id>/give-back/",
        views.access_give_back,
        name="access-give-back",
    ),
    path(
        "restricted/grants/<int:grant_id>/take-away/",
        views.access_revoke,
        name="access-revoke",
    ),
    path("restricted/broken-glass/", views.glass_list, name="glass-list"),
    path(
        "restricted/broken-glass/<int:grant_id>/",
        views.glass_review,
        name="glass-review",
    ),
    path(
        "<int:child_id>/lift-restriction/",
        views.restriction_lift,
        name="restriction-lift",
    ),
    path(
        "<int:child_id>/not-same/<int:other_id>/",
        views.children_not_same,
        name="children-not-same",
    ),
    path("<int:child_id>/merge/", views.merge_choose, name="merge-choose"),
    path(
        "<int:child_id>/merge/<int:other_id>/",
        views.children_merge,
        name="children-merge",
    ),
    path("merges/<int:merge_id>/undo/", views.merge_undo, name="merge-undo"),
    path("<int:child_id>/numbers/add/", views.number_add, name="number-add"),
    path(
        "<int:child_id>/numbers/<int:number_id>/remove/",
        views.number_remove,
        name="number-remove",
    ),
    path("<int:child_id>/statuses/start/", views.status_start, name="status-start"),
    path("statuses/<int:status_id>/end/", views.status_end, name="status-end"),
    path("<int:child_id>/address/", views.address_change, name="address-change"),
    path(
        "<int:child_id>/addresses/<int:address_id>/correct/",
        views.address_correct,
        name="address-correct",
    ),
    path(
        "attendances/<int:attendance_id>/correct/",
        views.attendance_correct,
        name="attendance-correct",
    ),
    path("at/<int:setting_id>/", views.attendance_list, name="attendance-list"),
    path("at/<int:setting_id>/move/", views.attendances_move, name="attendances-move"),
    path("<int:child_id>/setting/", views.attendance_start, name="attendance-start"),
    path(
        "attendances/<int:attendance_id>/end/",
        views.attendance_end,
        name="attendance-end",
    ),
    path("<int:child_id>/contacts/add/", views.contact_add, name="contact-add"),
    path("contacts/<int:contact_id>/edit/", views.contact_edit, name="contact-edit"),
    path("contacts/<int:contact_id>/details/", views.adult_edit, name="adult-edit"),
    path("contacts/<int:contact_id>/end/", views.contact_end, name="contact-end"),
    path(
        "contacts/<int:contact_id>/address/",
        views.adult_address_change,
        name="adult-address-change",
    ),
    path(
        "<int:child_id>/withholdings/set/",
        views.withholding_set,
        name="withholding-set",
    ),
    path(
        "withholdings/<int:withholding_id>/lift/",
        views.withholding_lift,
        name="withholding-lift",
    ),
    path(
        "<int:child_id>/involvements/start/",
        views.involvement_start,
        name="involvement-start",
    ),
    path(
        "involvements/<int:involvement_id>/details/",
        views.professional_edit,
        name="professional-edit",
    ),
    path(
        "involvements/<int:involvement_id>/end/",
        views.involvement_end,
        name="involvement-end",
    ),
]

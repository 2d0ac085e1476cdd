from django.urls import path

from sendhub.casework import views

app_name = "casework"

urlpatterns = [
    path("", views.home, name="home"),
    path("work/", views.work_list, name="work-list"),
    path("work/board/", views.team_board, name="team-board"),
    path("work/board/deadlines/", views.deadline_list, name="deadline-list"),
    path("work/board/handovers/", views.handover_list, name="handover-list"),
    path("work/board/digest/", views.digest_page, name="digest-page"),
    path("work/cases/", views.case_list, name="case-list"),
    path("work/cases/assign/", views.cases_assign, name="cases-assign"),
    path(
        "work/reassignments/<int:reassignment_id>/",
        views.reassignment_page,
        name="reassignment-page",
    ),
    path("work/handovers/", views.handover_read, name="handover-read"),
    path("work/cover/", views.cover_list, name="cover-list"),
    path("work/cover/set/", views.cover_set, name="cover-set"),
    path("work/cover/<int:cover_id>/end/", views.cover_end, name="cover-end"),
    path("work/cases/<int:case_id>/", views.case_page, name="case-page"),
    path("work/cases/<int:case_id>/notes/", views.note_list, name="note-list"),
    path("work/cases/<int:case_id>/note/", views.note_add, name="note-add"),
    path(
        "work/cases/<int:case_id>/documents/", views.document_list, name="document-list"
    ),
    path("work/cases/<int:case_id>/document/", views.document_add, name="document-add"),
    path("work/cases/<int:case_id>/assign/", views.case_assign, name="case-assign"),
    path("work/cases/<int:case_id>/task/", views.task_add, name="task-add"),
    path("work/tasks/<int:task_id>/", views.task_do, name="task-do"),
    path("work/tasks/<int:task_id>/drop/", views.task_drop, name="task-drop"),
    path(
        "work/deadlines/<int:deadline_id>/target/", views.target_set, name="target-set"
    ),
    path(
        "work/notes/<int:note_id>/withdraw/", views.note_withdraw, name="note-withdraw"
    ),
    path(
        "work/documents/<int:document_id>/withdraw/",
        views.document_withdraw,
        name="document-withdraw",
    ),
    path(
        "work/documents/<int:document_id>/read/",
        views.document_read,
        name="document-read",
    ),
    path(
        "work/documents/<int:document_id>/", views.document_open, name="document-open"
    ),
]

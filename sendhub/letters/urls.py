from django.urls import path

from sendhub.letters import views

app_name = "letters"

urlpatterns = [
    path("", views.outbox, name="outbox"),
    path("posted/", views.post_record, name="post-record"),
    path("print/", views.post_print, name="post-print"),
    path("<int:letter_id>/", views.letter_page, name="letter-page"),
    path("<int:letter_id>/file/", views.letter_open, name="letter-open"),
    path("<int:letter_id>/withdraw/", views.letter_withdraw, name="letter-withdraw"),
    path(
        "deliveries/<int:delivery_id>/",
        views.delivery_settle,
        name="delivery-settle",
    ),
    path("cases/<int:case_id>/", views.letter_list, name="letter-list"),
    path("cases/<int:case_id>/write/", views.letter_make, name="letter-make"),
    path("many/", views.batch_list, name="batch-list"),
    path("many/write/", views.batch_make, name="batch-make"),
    path("many/<int:batch_id>/", views.batch_page, name="batch-page"),
    path("many/<int:batch_id>/print/", views.batch_print, name="batch-print"),
    path("templates/", views.template_list, name="template-list"),
    path("templates/new/", views.template_add, name="template-add"),
    path("templates/<int:template_id>/", views.template_write, name="template-write"),
    path(
        "templates/<int:template_id>/versions/",
        views.template_versions,
        name="template-versions",
    ),
    path(
        "templates/<int:template_id>/preview/",
        views.template_preview,
        name="template-preview",
    ),
]

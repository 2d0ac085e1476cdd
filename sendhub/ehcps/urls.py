from django.urls import path

from sendhub.ehcps import views

app_name = "ehcps"

urlpatterns = [
    path("requests/", views.request_list, name="request-list"),
    path("advice/", views.advice_list, name="advice-list"),
    path("advice/on-time/", views.advice_timeliness, name="advice-timeliness"),
    path("corrections/", views.correction_list, name="correction-list"),
    path(
        "corrections/<int:correction_id>/",
        views.correction_decide,
        name="correction-decide",
    ),
    path(
        "requests/<int:assessment_id>/correct/",
        views.correction_ask,
        name="correction-ask",
    ),
    path("nightly-file/", views.extract_list, name="extract-list"),
    path("nightly-file/<int:extract_id>/", views.extract_open, name="extract-open"),
    path("data-quality/", views.quality_page, name="quality-page"),
    path("data-quality/cases/", views.quality_list, name="quality-list"),
    path("closed-settings/", views.closed_setting_list, name="closed-setting-list"),
    path("plans/", views.plan_list, name="plan-list"),
    path("children/<int:child_id>/request/", views.request_log, name="request-log"),
    path(
        "children/<int:child_id>/moved-here/with-plan/",
        views.move_in_log,
        name="move-in-log",
    ),
    path(
        "children/<int:child_id>/moved-here/in-assessment/",
        views.request_take_over,
        name="request-take-over",
    ),
    path(
        "children/<int:child_id>/moved-here/plan-to-come/",
        views.plan_await,
        name="plan-await",
    ),
    path("moved-here/<int:move_in_id>/chase/", views.plan_chase, name="plan-chase"),
    path("moved-here/<int:move_in_id>/no-plan/", views.plan_forgo, name="plan-forgo"),
    path("moved-here/<int:move_in_id>/file/", views.plan_attach, name="plan-attach"),
    path("moved-here/<int:move_in_id>/told/", views.move_in_tell, name="move-in-tell"),
    path(
        "moved-here/<int:move_in_id>/reviewed/",
        views.move_in_review,
        name="move-in-review",
    ),
    path(
        "moved-here/<int:move_in_id>/correct/",
        views.move_in_correct,
        name="move-in-correct",
    ),
    path(
        "moved-here/<int:move_in_id>/correct-plan/",
        views.transfer_correct,
        name="transfer-correct",
    ),
    path(
        "moving/<int:move_out_id>/correct/",
        views.move_out_correct,
        name="move-out-correct",
    ),
    path(
        "moving/<int:move_out_id>/correct-destination/",
        views.destination_correct,
        name="destination-correct",
    ),
    path("cases/<int:case_id>/moves/", views.move_out_record, name="move-out-record"),
    path(
        "moving/<int:move_out_id>/transfer/",
        views.move_out_finish,
        name="move-out-finish",
    ),
    path("moving/<int:move_out_id>/stays/", views.move_out_drop, name="move-out-drop"),
    path(
        "requests/<int:assessment_id>/mistake/",
        views.request_void,
        name="request-void",
    ),
    path(
        "requests/<int:assessment_id>/withdraw/",
        views.request_withdraw,
        name="request-withdraw",
    ),
    path(
        "requests/<int:assessment_id>/assess/",
        views.assessment_decide,
        name="assessment-decide",
    ),
    path("requests/<int:assessment_id>/advice/", views.advice_ask, name="advice-ask"),
    path(
        "advice/<int:advice_id>/received/", views.advice_receive, name="advice-receive"
    ),
    path(
        "requests/<int:assessment_id>/held-advice/",
        views.advice_accept,
        name="advice-accept",
    ),
    path("advice/<int:advice_id>/judge/", views.advice_judge, name="advice-judge"),
    path("advice/<int:advice_id>/document/", views.advice_attach, name="advice-attach"),
    path(
        "requests/<int:assessment_id>/issue/", views.issue_decide, name="issue-decide"
    ),
    path(
        "requests/<int:assessment_id>/reverse/",
        views.refusal_reverse,
        name="refusal-reverse",
    ),
    path(
        "reversals/<int:reversal_id>/told/", views.reversal_tell, name="reversal-tell"
    ),
    path(
        "deadlines/<int:deadline_id>/exemption/",
        views.exemption_record,
        name="exemption-record",
    ),
    path(
        "exemptions/<int:exemption_id>/take-back/",
        views.exemption_withdraw,
        name="exemption-withdraw",
    ),
    path("plans/<int:plan_id>/", views.plan_page, name="plan-page"),
    path("plans/<int:plan_id>/write/", views.plan_write, name="plan-write"),
    path("plans/<int:plan_id>/send-draft/", views.draft_send, name="draft-send"),
    path(
        "plans/<int:plan_id>/comments/", views.comments_record, name="comments-record"
    ),
    path("plans/<int:plan_id>/issue/", views.plan_issue, name="plan-issue"),
    path(
        "plans/<int:plan_id>/assess-again/asked/",
        views.reassessment_log,
        name="reassessment-log",
    ),
    path(
        "plans/<int:plan_id>/assess-again/",
        views.reassessment_begin,
        name="reassessment-begin",
    ),
    path(
        "plans/<int:plan_id>/return/",
        views.plan_return_record,
        name="plan-return-record",
    ),
    path("cases/<int:case_id>/return/", views.case_return, name="case-return"),
    path("cases/<int:case_id>/dispute/", views.dispute_record, name="dispute-record"),
    path(
        "disputes/<int:dispute_id>/take-back/",
        views.dispute_withdraw,
        name="dispute-withdraw",
    ),
    path(
        "plans/<int:plan_id>/health-commissioner/",
        views.commissioner_change,
        name="commissioner-change",
    ),
    path(
        "health-commissioners/<int:change_id>/told/",
        views.commissioner_tell,
        name="commissioner-tell",
    ),
    path(
        "health-commissioners/<int:change_id>/asks/",
        views.commissioner_ask,
        name="commissioner-ask",
    ),
    path(
        "health-commissioners/<int:change_id>/settled/",
        views.commissioner_close,
        name="commissioner-close",
    ),
    path("plans/<int:plan_id>/cease/", views.plan_cease, name="plan-cease"),
    path(
        "plans/<int:plan_id>/propose-to-end/",
        views.cease_propose,
        name="cease-propose",
    ),
    path("endings/<int:ceasing_id>/notice/", views.cease_notify, name="cease-notify"),
    path(
        "endings/<int:ceasing_id>/appeal/",
        views.cease_challenge,
        name="cease-challenge",
    ),
    path("endings/<int:ceasing_id>/end/", views.cease_end, name="cease-end"),
    path("endings/<int:ceasing_id>/keep/", views.cease_drop, name="cease-drop"),
]

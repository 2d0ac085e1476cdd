"""What may be typed for each act on an assessment or a plan."""

from sendhub.ehcps.forms.advice import (
    AdviceAcceptForm,
    AdviceAskForm,
    AdviceAttachForm,
    AdviceJudgeForm,
    AdviceReceiveForm,
)
from sendhub.ehcps.forms.assessment import (
    AssessmentDecideForm,
    DecisionForm,
    IssueDecideForm,
    RequestLogForm,
    RequestVoidForm,
    RequestWithdrawForm,
)
from sendhub.ehcps.forms.ceasing import (
    CeaseChallengeForm,
    CeaseDropForm,
    CeaseEndForm,
    CeaseNotifyForm,
    CeaseProposeForm,
)
from sendhub.ehcps.forms.commissioner import (
    CommissionerAskForm,
    CommissionerChangeForm,
    CommissionerCloseForm,
    CommissionerTellForm,
)
from sendhub.ehcps.forms.correction import (
    CorrectionAskForm,
    CorrectionDecideForm,
    MoveInCorrectForm,
    MoveOutCorrectForm,
)
from sendhub.ehcps.forms.exemption import ExemptionRecordForm, ExemptionWithdrawForm
from sendhub.ehcps.forms.moves import (
    DestinationCorrectForm,
    MoveInLogForm,
    MoveInReviewForm,
    MoveInTellForm,
    MoveOutDropForm,
    MoveOutFinishForm,
    MoveOutRecordForm,
    PlanAttachForm,
    PlanAwaitForm,
    PlanChaseForm,
    PlanForgoForm,
    RequestTakeOverForm,
    TransferCorrectForm,
)
from sendhub.ehcps.forms.plan import (
    CommentsRecordForm,
    DraftSendForm,
    PlanCeaseForm,
    PlanIssueForm,
    PlanWriteForm,
)
from sendhub.ehcps.forms.reassessment import ReassessmentBeginForm, ReassessmentLogForm
from sendhub.ehcps.forms.returned import (
    DisputeRecordForm,
    DisputeWithdrawForm,
    PlanReturnRecordForm,
)
from sendhub.ehcps.forms.reversal import RefusalReverseForm, ReversalTellForm

__all__ = [
    "AdviceAcceptForm",
    "AdviceAskForm",
    "AdviceAttachForm",
    "AdviceJudgeForm",
    "AdviceReceiveForm",
    "AssessmentDecideForm",
    "CeaseChallengeForm",
    "CeaseDropForm",
    "CeaseEndForm",
    "CeaseNotifyForm",
    "CeaseProposeForm",
    "CommentsRecordForm",
    "CommissionerAskForm",
    "CommissionerChangeForm",
    "CommissionerCloseForm",
    "CommissionerTellForm",
    "CorrectionAskForm",
    "CorrectionDecideForm",
    "DecisionForm",
    "DestinationCorrectForm",
    "DisputeRecordForm",
    "DisputeWithdrawForm",
    "DraftSendForm",
    "ExemptionRecordForm",
    "ExemptionWithdrawForm",
    "IssueDecideForm",
    "MoveInCorrectForm",
    "MoveInLogForm",
    "MoveInReviewForm",
    "MoveInTellForm",
    "MoveOutCorrectForm",
    "MoveOutDropForm",
    "MoveOutFinishForm",
    "MoveOutRecordForm",
    "PlanAttachForm",
    "PlanAwaitForm",
    "PlanCeaseForm",
    "PlanChaseForm",
    "PlanForgoForm",
    "PlanIssueForm",
    "PlanReturnRecordForm",
    "PlanWriteForm",
    "ReassessmentBeginForm",
    "ReassessmentLogForm",
    "RefusalReverseForm",
    "RequestLogForm",
    "RequestTakeOverForm",
    "RequestVoidForm",
    "RequestWithdrawForm",
    "ReversalTellForm",
    "TransferCorrectForm",
]

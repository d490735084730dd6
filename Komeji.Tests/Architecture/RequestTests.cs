using Komeji.Application.Common;

namespace Komeji.Tests.Architecture;

public sealed class RequestTests
{
    /// <summary>
    /// These may save more than once or work before their transaction. Each does so for a reason its summary gives: it asks the
    /// world in the middle, keeps a failed attempt, or does slow work first. A new one is a decision.
    /// </summary>
    static readonly string[] SelfTransacting =
    [
        "AddComplaintPictures", "AddPictures", "AddScan", "AskAboutAttempt", "AskAboutDispute", "AskAboutRefund", "AskAboutTransfer", "AskAccountName", "BookRounding",
        "BookSettlementReport", "CarryOutComplaint", "ChangePassword", "CheckImport", "CountReturn", "DeleteUnnamedFile", "DestroyScans", "ExamineClaim", "ExpirePurchase",
        "FinishWorkWithPhoto", "HandlePaymentEvent", "ImportBankStatement", "PostChat", "ProveDelivery", "ProveIdentity", "ProveReplacement", "RecordPaymentEvent",
        "RecordRefundFound", "Register", "RemoveScan", "RequireSoundLedger", "ResetPassword", "RunComplaintClock", "SaveClaim", "SaveImport", "SendMessage", "SendRefund", "SendReturn", "SendTransfer",
        "SetShopPicture", "SignIn", "StartPayment", "UploadImport", "WriteReview",
    ];

    [Fact]
    public void Requests_that_open_their_own_transactions_are_listed() =>
        typeof(ISelfTransacting).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(ISelfTransacting)) && !t.IsInterface)
            .Select(t => t.Name).Order(StringComparer.Ordinal).ShouldBe(SelfTransacting);

    /// <summary>
    /// Dangerous acts: whoever sends one has shown who it is within the last minutes. A new act with power over others, over money, over
    /// an account's own door, or that takes personal data away belongs here, by <see cref="INeedsProof"/>.
    /// </summary>
    static readonly string[] NeedProof =
    [
        "ActivateVoucher", "ApproveMoney", "ApprovePayout", "AskNewContact", "BanPerson", "BearDispute", "BookBankLine", "BookSettlementReport", "CancelOrderByStaff",
        "CancelPayout", "CancelRestByStaff", "ChangeHoliday", "ChangePassword", "ChangeSetting", "ChangeStaffRights", "ChoosePayoutDay", "CloseMyStore", "ClosePaymentEvent",
        "CloseStore", "ConfirmRemittance", "ConfirmSecondFactor", "DecideComplaint", "DecideFactorReset", "DecideMoneyBack", "DecideRefund", "DecideReplacement", "DecideReturn",
        "DecideTaxRule", "DeliverOrderByStaff", "DropRefundTransfer", "DropRemittance", "EndClaimByRefund", "EndPersonSessions", "ExportPeople", "ExportTaxMonth", "FetchPayoutFile",
        "FileComplaintFor", "GiveRole", "HoldPayout", "InviteStaff", "LeaveContact", "MakePayoutFile", "MakeRecoveryCodes", "MakeVoucher", "MoveToCooperative", "NameRefundAccount",
        "OfferSecondFactor", "OpenRefundAccount", "OweExtraPayout", "PreparePayout", "PrepareRefundTransfer", "PrepareRemittance", "RecordClaimPayment", "RecordDisputeEnd",
        "RecordExtraReturn", "RecordPayoutDoubt", "RecordPayoutFailure", "RecordPayoutReturn", "RecordPayoutSuccess", "RecordRefundFound", "RecordRefundTransfer",
        "RecordShopPayment", "RecordTaxDuty", "RecordTaxExemption", "RejectMoney", "RejectPayout", "ReopenComplaint", "RequestJobRun", "RequestPayout", "ResumePayout",
        "RetryPaymentEvent", "ReturnOrderByStaff", "ReturnVoucherFund", "ReturnWrongMoney", "RevealData", "RevealPayoutAccount", "ReverseBankLine", "RevokeDocument", "RuleClaim", "SendSetUpCodeAgain",
        "ShowOfferedFactor", "StopVoucher", "SuspendStore", "TakeBackRole", "TellBank", "TrustPayoutAccount", "TurnOffSecondFactor", "UnbanPerson", "WriteClaimOff",
        "WriteShopDebtOff",
    ];

    [Fact]
    public void Requests_that_need_a_newer_proof_are_listed() =>
        typeof(INeedsProof).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(INeedsProof)) && !t.IsInterface)
            .Select(t => t.Name).Order(StringComparer.Ordinal).ShouldBe(NeedProof);
}

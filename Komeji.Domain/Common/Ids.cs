namespace Komeji.Domain.Common;

// Every id is a UUIDv7 made from the given time, so rows keep the order they were made in.

public readonly record struct UserId(Guid Value);

public readonly record struct StoreId(Guid Value)
{
    public static StoreId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct CategoryId(Guid Value)
{
    public static CategoryId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct ProductId(Guid Value)
{
    public static ProductId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct VariantId(Guid Value)
{
    public static VariantId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct PictureId(Guid Value)
{
    public static PictureId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct ProductImportId(Guid Value)
{
    public static ProductImportId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct StoreShelfId(Guid Value)
{
    public static StoreShelfId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct ListingFlagId(Guid Value)
{
    public static ListingFlagId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct ReviewId(Guid Value)
{
    public static ReviewId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct QuestionId(Guid Value)
{
    public static QuestionId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct TextCaseId(Guid Value)
{
    public static TextCaseId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct AddressId(Guid Value)
{
    public static AddressId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct CartId(Guid Value)
{
    public static CartId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct PurchaseId(Guid Value)
{
    public static PurchaseId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct VoucherId(Guid Value)
{
    public static VoucherId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct OrderId(Guid Value)
{
    public static OrderId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct OrderLineId(Guid Value)
{
    public static OrderLineId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct ShipmentId(Guid Value)
{
    public static ShipmentId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct GoodsReturnId(Guid Value)
{
    public static GoodsReturnId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct ReplacementId(Guid Value)
{
    public static ReplacementId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct DeliveryAreaId(Guid Value)
{
    public static DeliveryAreaId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct PointId(Guid Value)
{
    public static PointId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct PaymentId(Guid Value)
{
    public static PaymentId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct AttemptId(Guid Value)
{
    public static AttemptId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct DisputeId(Guid Value)
{
    public static DisputeId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct RefundId(Guid Value)
{
    public static RefundId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct MoneyApprovalId(Guid Value)
{
    public static MoneyApprovalId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct ClaimPaymentId(Guid Value)
{
    public static ClaimPaymentId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct ShopPaymentId(Guid Value)
{
    public static ShopPaymentId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct TaxRemittanceId(Guid Value)
{
    public static TaxRemittanceId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct EscrowShareId(Guid Value)
{
    public static EscrowShareId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct JournalId(Guid Value)
{
    public static JournalId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct LedgerRunId(Guid Value)
{
    public static LedgerRunId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct NotificationId(Guid Value)
{
    public static NotificationId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct MessageId(Guid Value)
{
    public static MessageId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct TimerId(Guid Value)
{
    public static TimerId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct WarrantyCardId(Guid Value)
{
    public static WarrantyCardId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct WarrantyClaimId(Guid Value)
{
    public static WarrantyClaimId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct ClaimPictureId(Guid Value)
{
    public static ClaimPictureId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct JobRunId(Guid Value)
{
    public static JobRunId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}
public readonly record struct DocumentId(Guid Value)
{
    public static DocumentId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct ScanId(Guid Value)
{
    public static ScanId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct StaffId(Guid Value)
{
    public static StaffId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct MentoringId(Guid Value)
{
    public static MentoringId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct PayoutId(Guid Value)
{
    public static PayoutId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct PayoutAttemptId(Guid Value)
{
    public static PayoutAttemptId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct PayoutFileId(Guid Value)
{
    public static PayoutFileId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct BankStatementId(Guid Value)
{
    public static BankStatementId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct BankLineId(Guid Value)
{
    public static BankLineId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct LedgerMarkId(Guid Value)
{
    public static LedgerMarkId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct SettlementReportId(Guid Value)
{
    public static SettlementReportId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct SettlementLineId(Guid Value)
{
    public static SettlementLineId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct CommunityId(Guid Value)
{
    public static CommunityId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct ComplaintId(Guid Value)
{
    public static ComplaintId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct ComplaintOfferId(Guid Value)
{
    public static ComplaintOfferId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct ComplaintPostId(Guid Value)
{
    public static ComplaintPostId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct ComplaintPictureId(Guid Value)
{
    public static ComplaintPictureId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct TicketId(Guid Value)
{
    public static TicketId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public readonly record struct CaseNoteId(Guid Value)
{
    public static CaseNoteId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

using Komeji.Application.Accounts;
using Komeji.Domain.Accounts;
using Komeji.Domain.CallCentre;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Domain.Jobs;
using Komeji.Domain.Ledger;
using Komeji.Domain.Legal;
using Komeji.Domain.Mentoring;
using Komeji.Domain.Messages;
using Komeji.Domain.Notifications;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Domain.Payouts;
using Komeji.Domain.Promotions;
using Komeji.Domain.Reconciliation;
using Komeji.Domain.Regions;
using Komeji.Domain.Reviews;
using Komeji.Domain.Returns;
using Komeji.Domain.Settings;
using Komeji.Domain.Shipping;
using Komeji.Domain.Stores;
using Komeji.Domain.Taxes;
using Komeji.Domain.Warranties;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Common;

/// <summary>The database as use cases see it. Handlers load and change; <see cref="UnitOfWork"/> saves and commits.</summary>
public interface IKomejiDb
{
    DbSet<User> Users { get; }
    DbSet<RoleGrant> RoleGrants { get; }
    DbSet<Consent> Consents { get; }
    DbSet<Registration> Registrations { get; }
    DbSet<OneTimeCode> OneTimeCodes { get; }
    DbSet<Session> Sessions { get; }
    DbSet<KnownDevice> KnownDevices { get; }
    DbSet<SecondFactor> SecondFactors { get; }
    DbSet<RecoveryCode> RecoveryCodes { get; }
    DbSet<FactorReset> FactorResets { get; }
    DbSet<Address> Addresses { get; }
    DbSet<Region> Regions { get; }
    DbSet<RegionWord> RegionWords { get; }
    DbSet<Holiday> Holidays { get; }
    DbSet<Category> Categories { get; }
    DbSet<Product> Products { get; }
    DbSet<Variant> Variants { get; }
    DbSet<ProductImport> ProductImports { get; }
    DbSet<ImportSheet> ImportSheets { get; }
    DbSet<ImportFault> ImportFaults { get; }
    DbSet<PriceChange> PriceChanges { get; }
    DbSet<StoreShelf> StoreShelves { get; }
    DbSet<ShelfItem> ShelfItems { get; }
    DbSet<StorePolicy> StorePolicies { get; }
    DbSet<ShopStaff> ShopStaff { get; }
    DbSet<MentoringSession> MentoringSessions { get; }
    DbSet<ShopDeed> ShopDeeds { get; }
    DbSet<MentoringMiss> MentoringMisses { get; }
    DbSet<ListingFlag> ListingFlags { get; }
    DbSet<Review> Reviews { get; }
    DbSet<Question> Questions { get; }
    DbSet<TextCase> TextCases { get; }
    DbSet<Conversation> Conversations { get; }
    DbSet<ChatMessage> ChatMessages { get; }
    DbSet<ChatWait> ChatWaits { get; }
    DbSet<ChatReport> ChatReports { get; }
    DbSet<ChatView> ChatViews { get; }
    DbSet<QuickReply> QuickReplies { get; }
    DbSet<ShopHealth> ShopHealths { get; }
    DbSet<HealthCase> HealthCases { get; }
    DbSet<Store> Stores { get; }
    DbSet<Cart> Carts { get; }
    DbSet<Purchase> Purchases { get; }
    DbSet<Order> Orders { get; }
    DbSet<OrderTimer> OrderTimers { get; }
    DbSet<BookedPlaces> BookedPlaces { get; }
    DbSet<Shipment> Shipments { get; }
    DbSet<GoodsReturn> GoodsReturns { get; }
    DbSet<Replacement> Replacements { get; }
    DbSet<CourierTariff> CourierTariffs { get; }
    DbSet<DeliveryArea> DeliveryAreas { get; }
    DbSet<PickupPoint> PickupPoints { get; }
    DbSet<ServedPoint> ServedPoints { get; }
    DbSet<Voucher> Vouchers { get; }
    DbSet<VoucherUse> VoucherUses { get; }
    DbSet<WarrantyCard> WarrantyCards { get; }
    DbSet<WarrantyClaim> WarrantyClaims { get; }
    DbSet<Payment> Payments { get; }
    DbSet<PaymentEvent> PaymentEvents { get; }
    DbSet<Dispute> Disputes { get; }
    DbSet<Refund> Refunds { get; }
    DbSet<Payout> Payouts { get; }
    DbSet<PayoutFile> PayoutFiles { get; }
    DbSet<PayoutPlan> PayoutPlans { get; }
    DbSet<RefundDecision> RefundDecisions { get; }
    DbSet<RefundAccount> RefundAccounts { get; }
    DbSet<MoneyApproval> MoneyApprovals { get; }
    DbSet<ClaimPayment> ClaimPayments { get; }
    DbSet<Complaint> Complaints { get; }
    DbSet<ComplaintScrap> ComplaintScraps { get; }
    DbSet<ShopPayment> ShopPayments { get; }
    DbSet<EscrowShare> EscrowShares { get; }
    DbSet<CashFee> CashFees { get; }
    DbSet<Journal> Journals { get; }
    DbSet<Entry> Entries { get; }
    DbSet<LedgerDay> LedgerDays { get; }
    DbSet<DayTotal> DayTotals { get; }
    DbSet<KeyBalance> KeyBalances { get; }
    DbSet<LedgerRun> LedgerRuns { get; }
    DbSet<BankStatement> BankStatements { get; }
    DbSet<BankLine> BankLines { get; }
    DbSet<LedgerMark> LedgerMarks { get; }
    DbSet<SettlementReport> SettlementReports { get; }
    DbSet<SettlementLine> SettlementLines { get; }
    DbSet<StateChange> StateChanges { get; }
    DbSet<Setting> Settings { get; }
    DbSet<FeeAnswer> FeeAnswers { get; }
    DbSet<TaxRule> TaxRules { get; }
    DbSet<TaxDuty> TaxDuties { get; }
    DbSet<SellerTaxPaper> SellerTaxPapers { get; }
    DbSet<TaxRemittance> TaxRemittances { get; }
    DbSet<Notification> Notifications { get; }
    DbSet<Message> Messages { get; }
    DbSet<JobRun> JobRuns { get; }
    DbSet<JobLease> JobLeases { get; }
    DbSet<LegalProfile> LegalProfiles { get; }
    DbSet<LegalVerification> LegalVerifications { get; }
    DbSet<DataAccess> DataAccesses { get; }
    DbSet<OfficeAnswer> OfficeAnswers { get; }
    DbSet<Ticket> Tickets { get; }
    DbSet<CaseNote> CaseNotes { get; }
    DbSet<DataReveal> DataReveals { get; }
    DbSet<ServiceMonth> ServiceMonths { get; }

    /// <summary>Opens the one transaction of a command. On SQLite commands queue here for the single writer's place.</summary>
    Task<ICommit> BeginAsync(CancellationToken cancellationToken);

    /// <summary>Until it is left, everything read is as it was at one moment, whatever others write meanwhile. Nothing may be written.</summary>
    Task<IAsyncDisposable> BeginSnapshot(CancellationToken cancellationToken);

    /// <summary>
    /// Waits until no other transaction holds this name, and holds it until this transaction ends. What follows reads what the
    /// other one committed. Use it first in a command, for what only one may do at a time (one person's cart and checkout).
    /// </summary>
    Task TakeTurn(string name, CancellationToken cancellationToken);

    /// <summary>
    /// Until this transaction ends none of the shops whose goods are in the person's cart is decided on (closed, suspended); many may hold
    /// a shop so at once. One that is being decided on is waited for. What follows reads how it stands.
    /// </summary>
    Task HoldShops(UserId buyer, CancellationToken cancellationToken);

    /// <summary>Makes sure that there is a row to take appointments of, in the transaction; where two do so at once the second waits.</summary>
    Task OpenPlaces(ProductId product, DateOnly day, int minute, CancellationToken cancellationToken);

    /// <summary>Adds what was booked from one moment until before another to the balances kept per key, in the transaction.</summary>
    Task CarryBalances(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);

    Task<int> SaveChangesAsync(CancellationToken cancellationToken);

    /// <summary>Facts raised by loaded aggregates since they were last taken.</summary>
    IReadOnlyList<object> TakeEvents();

    /// <summary>Kinds of rows added by this scope, for what must follow the commit.</summary>
    IReadOnlySet<Type> Added { get; }

    /// <summary>Kinds of rows added, changed or removed by this scope.</summary>
    IReadOnlySet<Type> Touched { get; }

    /// <summary>Names of the triggers that guard the ledger and are not there.</summary>
    Task<IReadOnlyList<string>> MissingLedgerGuards(CancellationToken cancellationToken);

    /// <summary>Forgets what was loaded, so that the next read sees the database.</summary>
    void Forget();
}

/// <summary>An open transaction; leaving it without <see cref="CommitAsync"/> undoes everything.</summary>
public interface ICommit : IAsyncDisposable
{
    Task CommitAsync(CancellationToken cancellationToken);
}

using Komeji.Application.Accounts;
using Komeji.Application.Common;
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
using Komeji.Persistence.Common;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Komeji.Persistence;

/// <summary>
/// The one model; <see cref="SqliteKomejiDb"/> and <see cref="PostgresKomejiDb"/> differ only in how a few types are stored and
/// how a transaction begins. Saving bumps the version of every changed aggregate and appends the steps its state machine took.
/// </summary>
public abstract class KomejiDb(DbContextOptions options) : IdentityUserContext<User, Guid>(options), IKomejiDb
{
    /// <summary>A migration or the search index of a large market takes its time.</summary>
    protected static readonly TimeSpan LongestStatement = TimeSpan.FromMinutes(30);

    readonly HashSet<Type> added = [];
    readonly HashSet<Type> touched = [];

    public DbSet<RoleGrant> RoleGrants => Set<RoleGrant>();
    public DbSet<Consent> Consents => Set<Consent>();
    public DbSet<Registration> Registrations => Set<Registration>();
    public DbSet<OneTimeCode> OneTimeCodes => Set<OneTimeCode>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<KnownDevice> KnownDevices => Set<KnownDevice>();
    public DbSet<SecondFactor> SecondFactors => Set<SecondFactor>();
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();
    public DbSet<FactorReset> FactorResets => Set<FactorReset>();
    public DbSet<Address> Addresses => Set<Address>();
    public DbSet<Region> Regions => Set<Region>();
    public DbSet<RegionWord> RegionWords => Set<RegionWord>();
    public DbSet<Holiday> Holidays => Set<Holiday>();
    public DbSet<Category> Categories => Set<Category>();
    public DbSet<Product> Products => Set<Product>();
    public DbSet<Variant> Variants => Set<Variant>();
    public DbSet<ProductImport> ProductImports => Set<ProductImport>();
    public DbSet<ImportSheet> ImportSheets => Set<ImportSheet>();
    public DbSet<ImportFault> ImportFaults => Set<ImportFault>();
    public DbSet<PriceChange> PriceChanges => Set<PriceChange>();
    public DbSet<StoreShelf> StoreShelves => Set<StoreShelf>();
    public DbSet<ShelfItem> ShelfItems => Set<ShelfItem>();
    public DbSet<StorePolicy> StorePolicies => Set<StorePolicy>();
    public DbSet<ShopStaff> ShopStaff => Set<ShopStaff>();
    public DbSet<MentoringSession> MentoringSessions => Set<MentoringSession>();
    public DbSet<ShopDeed> ShopDeeds => Set<ShopDeed>();
    public DbSet<MentoringMiss> MentoringMisses => Set<MentoringMiss>();
    public DbSet<ListingFlag> ListingFlags => Set<ListingFlag>();
    public DbSet<Review> Reviews => Set<Review>();
    public DbSet<Question> Questions => Set<Question>();
    public DbSet<TextCase> TextCases => Set<TextCase>();
    public DbSet<Conversation> Conversations => Set<Conversation>();
    public DbSet<ChatMessage> ChatMessages => Set<ChatMessage>();
    public DbSet<ChatWait> ChatWaits => Set<ChatWait>();
    public DbSet<ChatReport> ChatReports => Set<ChatReport>();
    public DbSet<ChatView> ChatViews => Set<ChatView>();
    public DbSet<QuickReply> QuickReplies => Set<QuickReply>();
    public DbSet<ShopHealth> ShopHealths => Set<ShopHealth>();
    public DbSet<HealthCase> HealthCases => Set<HealthCase>();
    public DbSet<Store> Stores => Set<Store>();
    public DbSet<Cart> Carts => Set<Cart>();
    public DbSet<Purchase> Purchases => Set<Purchase>();
    public DbSet<Order> Orders => Set<Order>();
    public DbSet<OrderTimer> OrderTimers => Set<OrderTimer>();
    public DbSet<BookedPlaces> BookedPlaces => Set<BookedPlaces>();
    public DbSet<Shipment> Shipments => Set<Shipment>();
    public DbSet<GoodsReturn> GoodsReturns => Set<GoodsReturn>();
    public DbSet<Replacement> Replacements => Set<Replacement>();
    public DbSet<CourierTariff> CourierTariffs => Set<CourierTariff>();
    public DbSet<DeliveryArea> DeliveryAreas => Set<DeliveryArea>();
    public DbSet<PickupPoint> PickupPoints => Set<PickupPoint>();
    public DbSet<ServedPoint> ServedPoints => Set<ServedPoint>();
    public DbSet<Voucher> Vouchers => Set<Voucher>();
    public DbSet<VoucherUse> VoucherUses => Set<VoucherUse>();
    public DbSet<WarrantyCard> WarrantyCards => Set<WarrantyCard>();
    public DbSet<WarrantyClaim> WarrantyClaims => Set<WarrantyClaim>();
    public DbSet<Payment> Payments => Set<Payment>();
    public DbSet<PaymentEvent> PaymentEvents => Set<PaymentEvent>();
    public DbSet<Dispute> Disputes => Set<Dispute>();
    public DbSet<Refund> Refunds => Set<Refund>();
    public DbSet<Payout> Payouts => Set<Payout>();
    public DbSet<PayoutFile> PayoutFiles => Set<PayoutFile>();
    public DbSet<PayoutPlan> PayoutPlans => Set<PayoutPlan>();
    public DbSet<RefundDecision> RefundDecisions => Set<RefundDecision>();
    public DbSet<RefundAccount> RefundAccounts => Set<RefundAccount>();
    public DbSet<MoneyApproval> MoneyApprovals => Set<MoneyApproval>();
    public DbSet<ClaimPayment> ClaimPayments => Set<ClaimPayment>();
    public DbSet<Complaint> Complaints => Set<Complaint>();
    public DbSet<ComplaintScrap> ComplaintScraps => Set<ComplaintScrap>();
    public DbSet<ShopPayment> ShopPayments => Set<ShopPayment>();
    public DbSet<EscrowShare> EscrowShares => Set<EscrowShare>();
    public DbSet<CashFee> CashFees => Set<CashFee>();
    public DbSet<Journal> Journals => Set<Journal>();
    public DbSet<Entry> Entries => Set<Entry>();
    public DbSet<LedgerDay> LedgerDays => Set<LedgerDay>();
    public DbSet<DayTotal> DayTotals => Set<DayTotal>();
    public DbSet<KeyBalance> KeyBalances => Set<KeyBalance>();
    public DbSet<LedgerRun> LedgerRuns => Set<LedgerRun>();
    public DbSet<BankStatement> BankStatements => Set<BankStatement>();
    public DbSet<BankLine> BankLines => Set<BankLine>();
    public DbSet<LedgerMark> LedgerMarks => Set<LedgerMark>();
    public DbSet<SettlementReport> SettlementReports => Set<SettlementReport>();
    public DbSet<SettlementLine> SettlementLines => Set<SettlementLine>();
    public DbSet<StateChange> StateChanges => Set<StateChange>();
    public DbSet<Setting> Settings => Set<Setting>();
    public DbSet<FeeAnswer> FeeAnswers => Set<FeeAnswer>();
    public DbSet<TaxRule> TaxRules => Set<TaxRule>();
    public DbSet<TaxDuty> TaxDuties => Set<TaxDuty>();
    public DbSet<SellerTaxPaper> SellerTaxPapers => Set<SellerTaxPaper>();
    public DbSet<TaxRemittance> TaxRemittances => Set<TaxRemittance>();
    public DbSet<Notification> Notifications => Set<Notification>();
    public DbSet<Message> Messages => Set<Message>();
    public DbSet<JobRun> JobRuns => Set<JobRun>();
    public DbSet<JobLease> JobLeases => Set<JobLease>();
    public DbSet<LegalProfile> LegalProfiles => Set<LegalProfile>();
    public DbSet<LegalVerification> LegalVerifications => Set<LegalVerification>();
    public DbSet<DataAccess> DataAccesses => Set<DataAccess>();
    public DbSet<OfficeAnswer> OfficeAnswers => Set<OfficeAnswer>();
    public DbSet<Ticket> Tickets => Set<Ticket>();
    public DbSet<CaseNote> CaseNotes => Set<CaseNote>();
    public DbSet<DataReveal> DataReveals => Set<DataReveal>();
    public DbSet<ServiceMonth> ServiceMonths => Set<ServiceMonth>();
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();
    public DbSet<ReferenceSet> ReferenceSets => Set<ReferenceSet>();

    public IReadOnlySet<Type> Added => added;

    public IReadOnlySet<Type> Touched => touched;

    public abstract Task<ICommit> BeginAsync(CancellationToken cancellationToken);

    public abstract Task<IAsyncDisposable> BeginSnapshot(CancellationToken cancellationToken);

    public abstract Task TakeTurn(string name, CancellationToken cancellationToken);

    public abstract Task HoldShops(UserId buyer, CancellationToken cancellationToken);

    /// <summary>
    /// Creates or updates the tables, then puts back the triggers that guard the ledger and keep the search index: in one transaction,
    /// so that nothing slips in while a trigger is away, and in turn, since several processes may start at once.
    /// </summary>
    public async Task<IReadOnlyList<string>> BringUpToDate(CancellationToken cancellationToken)
    {
        Database.SetCommandTimeout(LongestStatement);
        IReadOnlyList<string> pending = [];
        await Alone(
            async () =>
            {
                pending = [.. await Database.GetPendingMigrationsAsync(cancellationToken)];
                if (pending.Count > 0)
                {
                    if ((await Database.GetAppliedMigrationsAsync(cancellationToken)).Any())
                    {
                        await Run(SearchIndexAway, cancellationToken);
                    }

                    // It also compares the whole model with the newest migration: a start with nothing to do is spared that.
                    await Database.MigrateAsync(cancellationToken);
                }

                await Run([.. LedgerGuards, OfficeIndex, .. SearchIndex, .. pending.Count > 0 ? SearchIndexRefill : []], cancellationToken);
            },
            cancellationToken);
        return pending;
    }

    /// <summary>While no other process brings the same database up to date.</summary>
    protected virtual Task Alone(Func<Task> work, CancellationToken cancellationToken) => work();

    async Task Run(IReadOnlyList<string> statements, CancellationToken cancellationToken)
    {
        await using var commit = await BeginAsync(cancellationToken);
        await TakeTurn("guards and index", cancellationToken);
        foreach (var statement in statements)
        {
            await Database.ExecuteSqlRawAsync(statement, cancellationToken);
        }

        await commit.CommitAsync(cancellationToken);
    }

    /// <summary>The same statement on both engines; PostgreSQL waits for another that is just adding the row.</summary>
    public Task OpenPlaces(ProductId product, DateOnly day, int minute, CancellationToken cancellationToken) => Database.ExecuteSqlAsync(
        $"""INSERT INTO "BookedPlaces" ("ProductId", "Day", "Minute", "Taken") VALUES ({product.Value}, {day}, {minute}, 0) ON CONFLICT DO NOTHING""", cancellationToken);

    /// <summary>The same statements on both engines; what comes to nothing leaves no row.</summary>
    public async Task CarryBalances(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        Database.SetCommandTimeout(LongestStatement);
        var (first, end) = (Stored(from), Stored(until));
        await Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "KeyBalances" ("Account", "AccountKey", "Balance")
            SELECT e."Account", e."AccountKey", SUM(e."Amount") FROM "Journals" j JOIN "Entries" e ON e."JournalId" = j."Id"
            WHERE j."BookedAt" >= {first} AND j."BookedAt" < {end} GROUP BY e."Account", e."AccountKey"
            ON CONFLICT ("Account", "AccountKey") DO UPDATE SET "Balance" = "KeyBalances"."Balance" + excluded."Balance"
            """,
            cancellationToken);
        await Database.ExecuteSqlAsync($"""DELETE FROM "KeyBalances" WHERE "Balance" = 0""", cancellationToken);
    }

    /// <summary>A moment as the columns of this database hold it.</summary>
    protected virtual object Stored(DateTimeOffset at) => at;

    /// <summary>Takes the search index's triggers off: a migration may rebuild or change the tables they stand on.</summary>
    protected abstract IReadOnlyList<string> SearchIndexAway { get; }

    /// <summary>Idempotent statements, each run alone, that keep the search index in the transaction of every change.</summary>
    protected abstract IReadOnlyList<string> SearchIndex { get; }

    /// <summary>Makes the search index what it would be had its triggers never been away.</summary>
    protected abstract IReadOnlyList<string> SearchIndexRefill { get; }

    /// <summary>Idempotent statements, each run alone, that make the database itself refuse a bad journal, and any change of the ledger and of what people saw and decided.</summary>
    public abstract IReadOnlyList<string> LedgerGuards { get; }

    /// <summary>
    /// Papers by the regency they come from, which is the beginning of their region's code: no index of the model can say that. It is
    /// written as queries write it, since the databases compare the words.
    /// </summary>
    protected abstract string OfficeIndex { get; }

    /// <summary>Lists the names of the triggers there are, in a column named <c>Value</c>.</summary>
    protected abstract string TriggerNames { get; }

    public async Task<IReadOnlyList<string>> MissingLedgerGuards(CancellationToken cancellationToken)
    {
        var present = await Database.SqlQueryRaw<string>(TriggerNames).ToListAsync(cancellationToken);
        return [.. LedgerGuards.Select(TriggerIn).OfType<string>().Except(present)];
    }

    static string? TriggerIn(string statement)
    {
        var words = statement.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var at = Array.IndexOf(words, "TRIGGER");
        return words[0] == "CREATE" && at > 0 ? words.Skip(at + 1).First(w => w is not ("IF" or "NOT" or "EXISTS")) : null;
    }

    public IReadOnlyList<object> TakeEvents() =>
        [.. ChangeTracker.Entries<Aggregate>().SelectMany(entry => entry.Entity.TakeEvents())];

    public void Forget() => ChangeTracker.Clear();

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        using var settled = Settle();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        using var settled = Settle();
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(KomejiDb).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseHouseConventions();

    /// <summary>Looks for changes once, where each question to the tracker and the saving itself would look again.</summary>
    /// <returns>To be left when all is saved.</returns>
    DetectionPause Settle()
    {
        var pause = new DetectionPause(ChangeTracker);
        foreach (var entry in ChangeTracker.Entries<StatefulAggregate>().ToList())
        {
            StateChanges.AddRange(entry.Entity.TakeSteps());
        }

        foreach (var entry in ChangeTracker.Entries<Aggregate>().Where(e => e.State == EntityState.Modified))
        {
            var version = entry.Property(a => a.Version);
            version.CurrentValue = version.OriginalValue + 1;
        }

        touched.UnionWith(ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).Select(e => e.Entity.GetType()));
        added.UnionWith(ChangeTracker.Entries().Where(e => e.State == EntityState.Added).Select(e => e.Entity.GetType()));
        return pause;
    }

    readonly struct DetectionPause : IDisposable
    {
        readonly ChangeTracker tracker;
        readonly bool before;

        public DetectionPause(ChangeTracker tracker)
        {
            (this.tracker, before) = (tracker, tracker.AutoDetectChangesEnabled);
            tracker.DetectChanges();
            tracker.AutoDetectChangesEnabled = false;
        }

        public void Dispose() => tracker.AutoDetectChangesEnabled = before;
    }
}

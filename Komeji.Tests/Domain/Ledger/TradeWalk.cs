using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Domain.Taxes;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain.Ledger;

/// <summary>
/// Trade without a database: the product's aggregates and posting rules on one side, <see cref="MoneyModel"/> on the other. Each step does
/// what a use case does, in its order and with its questions, and then both must say the same of every account that moved. What only a
/// database can show (transactions, turns, two at once) is not in here; the sequences of <c>MoneySequenceTests</c> and the storms have that.
/// </summary>
sealed partial class TradeWalk
{
    const string Provider = "stripe";
    const int FullCheckEvery = 250;

    static readonly OrderTerms Terms = Orders.Terms();
    static readonly Actor Officer = Actor.Staff(new Guid(4, 0, 0, new byte[8]), "keuangan");
    static readonly Actor OtherOfficer = Actor.Staff(new Guid(5, 0, 0, new byte[8]), "keuangan");

    readonly TradeBooks books = new();
    readonly MoneyModel model = new();
    readonly List<Deal> deals = [];
    readonly List<Action> again = [];
    readonly StoreId[] stores = [.. Enumerable.Range(1, 4).Select(i => new StoreId(new Guid(i, 0, 0, new byte[8])))];

    /// <summary>What the product's own objects say of an account: a held share of 2010, a dispute of 1200 and 2035, a refund of 2090, a payout of 2040.</summary>
    readonly Dictionary<(int Account, string Key), Func<long>> known = [];
    readonly ModelMistake mistake;
    Random dice = new(0);
    DateTimeOffset now = Orders.Monday;
    bool replaying;
    int number;

    TradeWalk(ModelMistake mistake) => this.mistake = mistake;

    string Month => Wib.PeriodOf(now);

    /// <param name="seen">The rules that booked something are added.</param>
    /// <returns>Null where both agreed to the end; else after how many steps they did not, and on what.</returns>
    public static (int Steps, string Fault)? Run(IReadOnlyList<TradeStep> steps, ISet<string> seen, ModelMistake mistake = ModelMistake.None)
    {
        var walk = new TradeWalk(mistake);
        for (var i = 0; i < steps.Count; i++)
        {
            try
            {
                walk.Do(steps[i]);
                walk.Compare(i % FullCheckEvery == 0 || i == steps.Count - 1);
            }
            catch (Exception fault) when (fault is not RuleBroken)
            {
                return (i + 1, $"{steps[i]}: {fault.Message}");
            }
        }

        seen.UnionWith(walk.books.Rules);
        return null;
    }

    void Do(TradeStep step)
    {
        dice = new Random(step.Dice);
        now += TimeSpan.FromMinutes(dice.Next(1, 1_200));
        try
        {
            Act(step.Act)();
        }
        catch (RuleBroken)
        {
            // It was not possible now; nothing may have changed.
        }
        finally
        {
            replaying = false;
        }
    }

    Action Act(TradeAct act) => act switch
    {
        TradeAct.Place => Place,
        TradeAct.Pay => () => With(deals, d => !d.IsPaid, d => Receive(d, d.Purchase.Total)),
        TradeAct.PayAgain => () => With(deals, d => d.Payment.IsClosed, d => Receive(d, d.Purchase.Total)),
        TradeAct.PayWrongly => () => With(deals, _ => true, d => Receive(d, d.Purchase.Total + new Rupiah(dice.Next(1, 5_000)))),
        TradeAct.ReturnWrongMoney => () => With(deals, d => d.Wrong.Count > 0, ReturnWrongMoney),
        TradeAct.GiveUp => () => With(deals, d => !d.Payment.IsClosed, GiveUp),
        TradeAct.Cost => () => With(deals, d => d is { IsPaid: true, CostKnown: false }, LearnCost),
        TradeAct.Accept => () => WithOrder(t => t is { Order.State: OrderState.AwaitingSeller, Share.State: EscrowState.Held }, t => t.Order.Accept(Orders.Seller, Terms, now)),
        TradeAct.Cancel => () => WithOrder(t => t.Order.State is OrderState.AwaitingSeller or OrderState.Processing, Cancel),
        TradeAct.ShipPart => () => WithOrder(t => t.MayLeave, ShipPart),
        TradeAct.Ship => () => WithOrder(t => t.MayLeave, t => t.Order.Ship(Orders.Seller, Terms, now)),
        TradeAct.CancelRest => () => WithOrder(t => t.Order.State == OrderState.PartiallyShipped, CancelRest),
        TradeAct.Deliver => () => WithOrder(t => t.Order.State == OrderState.Shipped, t => t.Order.ProveDelivery(Orders.Seller, "Pak Budi", "bukti", Terms, now)),
        TradeAct.Complete => () => WithOrder(t => t is { Order.State: OrderState.Shipped or OrderState.Delivered, Share.State: EscrowState.Held }, Complete),
        TradeAct.RefundByShop => () => WithOrder(t => t is { Order.State: OrderState.Delivered, Share.State: EscrowState.Held }, RefundByShop),
        TradeAct.DecideRefund => () => WithOrder(t => t.Order.MayBeRefunded, DecideRefund),
        TradeAct.SendRefund => () => WithRefund(r => r.State is RefundState.Requested or RefundState.Failed, SendRefund),
        TradeAct.ReturnRefund => () => WithRefund(r => r.State == RefundState.Succeeded && books.Has(PostingRules.RefundSentKey(r.Id)), ReturnRefund),
        TradeAct.TransferRefund => () => WithRefund(r => r.State == RefundState.Failed, TransferRefund),
        TradeAct.Dispute => () => With(deals, d => d.IsPaid && d.Disputes.Count < 2, OpenDispute),
        TradeAct.WinDispute => () => WithDispute(c => !c.Dispute.IsOver, Win),
        TradeAct.LoseDispute => () => WithDispute(c => !c.Dispute.IsOver, Lose),
        TradeAct.BearDispute => () => WithDispute(c => c.Dispute is { State: DisputeState.Lost, Unsettled.IsPositive: true }, Bear),
        TradeAct.MoneyBack => () => WithDispute(c => c is { Dispute.State: DisputeState.Lost, CameBack: false }, BackAfterLoss),
        TradeAct.DecideMoneyBack => () => WithDispute(c => c.Dispute.BackAfterLoss.IsPositive, DecideBack),
        TradeAct.AskPayout => AskPayout,
        TradeAct.MovePayout => () => With(payouts, _ => true, MovePayout),
        TradeAct.Settle => Settle,
        TradeAct.ReturnSettlement => ReturnSettlement,
        TradeAct.Sweep => Sweep,
        TradeAct.PrepareTax => PrepareTax,
        TradeAct.RemitTax => () => With(remittances, r => r.State == TaxRemittanceState.Prepared, RemitTax),
        TradeAct.Round => Round,
        TradeAct.Replay => Replay,
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
    };

    /// <summary>Something that was told or pressed before comes once more: it may be refused, and books nothing.</summary>
    void Replay()
    {
        if (again.Count > 0)
        {
            replaying = true;
            again[dice.Next(Math.Max(0, again.Count - 60), again.Count)]();
        }
    }

    void Compare(bool all)
    {
        books.RequireNotOverdrawn();
        var touched = all ? books.Balances.Keys.Union(model.Balances.Keys).Union(known.Keys) : books.Touched.Union(model.Touched);
        foreach (var (account, key) in touched)
        {
            var (booked, modelled) = (books.Of(account, key), model.Of(account, key));
            if (booked != modelled)
            {
                throw new InvalidOperationException($"account {account} {key}: the books say {booked}, the model {modelled}");
            }

            if (known.TryGetValue((account, key), out var told) && told() != booked)
            {
                throw new InvalidOperationException($"account {account} {key}: the books say {booked}, its own object {told()}");
            }
        }

        books.Touched.Clear();
        model.Touched.Clear();
        if (all)
        {
            books.RequireSums(model.Cash);
        }
    }

    void Book(Journal journal)
    {
        if (books.Post(journal) == replaying)
        {
            throw new InvalidOperationException(replaying ? $"{journal.Key} was booked by a replay" : $"{journal.Key} was there before");
        }
    }

    Refund Owe(Deal deal, OrderId? order, string payment, Rupiah amount, string why)
    {
        var refund = Refund.Request(deal.Purchase.Id, order, Provider, payment, amount, why, now);
        Keep(deal, refund);
        return refund;
    }

    void Keep(Deal deal, Refund refund)
    {
        deal.Refunds.Add(refund);
        known[(2090, KeyOf(refund))] = () => refund.State == RefundState.Succeeded ? 0 : -refund.Rest.Amount;
    }

    void With<T>(IReadOnlyList<T> from, Func<T, bool> which, Action<T> act)
    {
        var fitting = from.Where(which).ToList();
        if (fitting.Count > 0)
        {
            act(fitting[dice.Next(fitting.Count)]);
        }
    }

    void WithOrder(Func<Trade, bool> which, Action<Trade> act) => With(deals.Where(d => d.IsPaid).SelectMany(d => d.Trades).ToList(), which, act);

    void WithRefund(Func<Refund, bool> which, Action<Deal, Refund> act) =>
        With(deals.SelectMany(d => d.Refunds, (deal, refund) => (Deal: deal, Refund: refund)).ToList(), x => which(x.Refund), x => act(x.Deal, x.Refund));

    void WithDispute(Func<Case, bool> which, Action<Deal, Case> act) =>
        With(deals.SelectMany(d => d.Disputes, (deal, dispute) => (Deal: deal, Case: dispute)).ToList(), x => which(x.Case), x => act(x.Deal, x.Case));

    int Next() => ++number;

    static string KeyOf(Refund refund) => refund.Id.Value.ToString();

    /// <summary>A purchase and all that became of it.</summary>
    sealed class Deal
    {
        public required Purchase Purchase { get; init; }
        public required Payment Payment { get; init; }
        public required AttemptId Attempt { get; init; }
        public required Trade[] Trades { get; init; }
        public List<Refund> Refunds { get; } = [];
        public List<Case> Disputes { get; } = [];
        public List<RefundDecision> Decisions { get; } = [];

        /// <summary>Money of another amount that waits for a decision.</summary>
        public List<(string Payment, Rupiah Amount)> Wrong { get; } = [];
        public bool CostKnown { get; set; }
        public bool IsPaid => Payment.State == PaymentState.Paid;
        public TakenBack SoFar => new(Disputes.SelectMany(d => d.Dispute.Claims), Decisions);
        public IEnumerable<Refund> OpenRefunds => Refunds.Where(r => r.ProviderPayment == Payment.ProviderPayment && r.State != RefundState.Succeeded);
    }

    sealed class Trade
    {
        public required Order Order { get; init; }
        public required ModelOrder Model { get; init; }

        /// <summary>In the order in which refunds go through them.</summary>
        public required OrderLine[] Lines { get; init; }
        public EscrowShare? Share { get; set; }

        /// <summary>Of the release.</summary>
        public string Month { get; set; } = "";
        public string Key => Order.Id.Value.ToString();
        public bool MayLeave => Order.State is OrderState.Processing or OrderState.PartiallyShipped && Share?.State == EscrowState.Held;
    }

    sealed class Case
    {
        public required Dispute Dispute { get; init; }
        public List<(Trade Trade, DisputeClaim Claim, ModelTaken Taken)> Claims { get; } = [];

        /// <summary>Of the buyer's refunds, what it counts as paid and has not been given to her again.</summary>
        public long Counted { get; set; }
        public bool CameBack { get; set; }
        public string Key => Dispute.Id.Value.ToString();
    }
}

using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payouts;
using Komeji.Domain.Taxes;

namespace Komeji.Tests.Domain.Ledger;

/// <summary>Money at the provider and the bank, on its way to shops, to the cooperative and to the State.</summary>
sealed partial class TradeWalk
{
    readonly List<Payout> payouts = [];
    readonly List<TaxRemittance> remittances = [];
    readonly HashSet<TaxMonth> remitted = [];
    readonly List<(string Id, Rupiah Amount)> settlements = [];

    /// <summary>What of the escrow account the bank has not been told to pay.</summary>
    long NotPromised => books.Of(1020, "") - payouts.Where(p => p.IsWithBank).Sum(p => p.Amount.Amount);

    void AskPayout()
    {
        var store = stores[dice.Next(stores.Length)];
        var key = store.Value.ToString();
        var balance = -model.Of(2030, key);
        if (balance <= 0)
        {
            return;
        }

        var amount = new Rupiah(dice.Next(2) == 0 ? balance : dice.NextInt64(1, balance + 1));
        var payout = Payout.Request($"CAIR-{Next()}", store, amount, new PayoutAccount("BCA", "******7890", "segel", "sidik", "Sri Wahyuni"), null, Actor.System, now);
        payouts.Add(payout);
        known[(2040, payout.Id.Value.ToString())] = () => payout.IsOnTheWay ? -payout.Amount.Amount : 0;
        Book(PostingRules.PayoutAsked(payout, now));
        model.Between(2030, key, 2040, payout.Id.Value.ToString(), amount.Amount);
        again.Add(() => Book(PostingRules.PayoutAsked(payout, now)));
    }

    void MovePayout(Payout payout)
    {
        switch (payout.State)
        {
            case PayoutState.Requested when dice.Next(5) == 0:
                payout.Cancel(Actor.System, null, now);
                PayoutBack(payout);
                break;
            case PayoutState.Requested:
                payout.Prepare(Officer, now);
                break;
            case PayoutState.AwaitingApproval when dice.Next(5) == 0:
                payout.Reject(OtherOfficer, "Rekening bukan milik toko", now);
                PayoutBack(payout);
                break;
            case PayoutState.AwaitingApproval:
                payout.Approve(OtherOfficer, PayoutChannel.BiFast, now);
                break;
            case PayoutState.Failed when dice.Next(3) == 0:
                payout.Cancel(Officer, "Rekening toko ditutup bank", now);
                PayoutBack(payout);
                break;
            case PayoutState.Approved or PayoutState.Failed when payout.Amount.Amount <= NotPromised:
                PayoutFile.Make($"BRK-{Next()}", PayoutChannel.BiFast, [payout], Officer, now);
                break;
            case PayoutState.Processing when dice.Next(5) == 0:
                payout.Doubt(Officer, payout.Attempts.Count, "Bank belum menjawab", now);
                break;
            case PayoutState.Processing or PayoutState.NeedsCheck:
                Answer(payout);
                break;
            case PayoutState.Succeeded when dice.Next(8) == 0:
                payout.Return(Officer, "Dikembalikan bank penerima", now);
                Book(PostingRules.PayoutReturned(payout, now));
                model.Arrives(1020, 2040, payout.Id.Value.ToString(), payout.Amount.Amount);
                PayoutBack(payout);
                break;
            default:
                break;
        }
    }

    /// <summary>What the bank says of a try, and what it takes for it.</summary>
    void Answer(Payout payout)
    {
        var (attempt, charge) = (payout.Attempts.Count, new Rupiah(NotPromised >= 2_500 ? dice.Next(2) * 2_500 : 0));
        if (dice.Next(3) == 0)
        {
            payout.Fail(Officer, attempt, "Rekening penerima tidak aktif", charge, now);
        }
        else
        {
            payout.Succeed(Officer, attempt, "REF-12345", charge, now);
            Book(PostingRules.PayoutSent(payout, now));
            model.Leaves(2040, payout.Id.Value.ToString(), 1020, payout.Amount.Amount);
            again.Add(() => payout.Succeed(Officer, attempt, "REF-12345", charge, now));
            again.Add(() => Book(PostingRules.PayoutSent(payout, now)));
        }

        if (charge.IsPositive)
        {
            Book(PostingRules.PayoutCharged(payout, payout.Attempts[^1].Id, charge, now));
            model.Leaves(5050, "", 1020, charge.Amount);
        }
    }

    void PayoutBack(Payout payout)
    {
        Book(PostingRules.PayoutGivenBack(payout, now));
        model.Between(2040, payout.Id.Value.ToString(), 2030, payout.StoreId.Value.ToString(), payout.Amount.Amount);
        again.Add(() => Book(PostingRules.PayoutGivenBack(payout, now)));
    }

    void Settle()
    {
        if (books.Of(1010, Provider) is > 0 and var most)
        {
            var (id, amount) = ($"po_{Next()}", new Rupiah(dice.NextInt64(1, most + 1)));
            void Told() => Book(PostingRules.ProviderSettled(Provider, id, amount, now, now));
            Told();
            again.Add(Told);
            settlements.Add((id, amount));
            model.Between(1020, "", 1010, Provider, amount.Amount);
        }
    }

    void ReturnSettlement() => With(settlements, s => s.Amount.Amount <= NotPromised, settled =>
    {
        settlements.Remove(settled);
        Book(PostingRules.ProviderSettlementReturned(Provider, settled.Id, settled.Amount, now, now));
        model.Between(1010, Provider, 1020, "", settled.Amount.Amount);
    });

    /// <summary>What is the cooperative's own, and not promised; others stay covered.</summary>
    void Sweep()
    {
        if (Math.Min(books.Own(), NotPromised) is > 0 and var most)
        {
            var amount = new Rupiah(dice.NextInt64(1, most + 1));
            Book(PostingRules.SweptToCooperative($"sw_{Next()}", amount, now, now));
            model.Between(1021, "", 1020, "", amount.Amount);
            if (books.Own() < 0)
            {
                throw new InvalidOperationException("I9: after a sweep others are not covered.");
            }
        }
    }

    /// <summary>What is prepared counts as remitted: what is taken back of that month from now on the State owes.</summary>
    void PrepareTax()
    {
        var owed = model.Balances.Where(b => b.Key.Account is 2080 or 2081 && b.Value < 0)
            .Select(b => (Month: new TaxMonth(b.Key.Account == 2081 ? TaxKind.ServiceFeeVat : TaxKind.MarketplaceIncomeTax, b.Key.Key), Amount: -b.Value))
            .Where(o => !remittances.Any(r => r.Of == o.Month && r.State == TaxRemittanceState.Prepared)).ToList();
        With(owed, o => o.Month.IsOver(Month), o =>
        {
            var before = remittances.Count(r => r.Of == o.Month);
            remittances.Add(TaxRemittance.Prepare(o.Month, new Rupiah(o.Amount), before, new UserId(Officer.UserId!.Value), "keuangan", Month, now));
            remitted.Add(o.Month);
        });
    }

    void RemitTax(TaxRemittance remittance)
    {
        var account = remittance.Tax.Owed().Code;
        if (books.Of(1021, "") < remittance.Amount.Amount)
        {
            return;
        }

        remittance.Confirm($"{Next():D16}", Wib.DayOf(now), new Rupiah(-books.Of(account, remittance.Month)), new UserId(OtherOfficer.UserId!.Value), "keuangan", now);
        Book(PostingRules.TaxRemitted(remittance, now, now));
        model.Leaves(account, remittance.Month, 1021, remittance.Amount.Amount);
        again.Add(() => Book(PostingRules.TaxRemitted(remittance, now, now)));
    }

    void Round()
    {
        if (deals.Count(d => d.IsPaid) > Math.Abs(model.Of(5090, "")) + 1)
        {
            var (roundings, rupiah) = (Next(), (dice.Next(2) * 2) - 1);
            Book(PostingRules.ProviderRounding(Provider, roundings, new Rupiah(rupiah), now));
            model.Rounded(Provider, rupiah);
            again.Add(() => Book(PostingRules.ProviderRounding(Provider, roundings, new Rupiah(rupiah), now)));
        }
    }
}

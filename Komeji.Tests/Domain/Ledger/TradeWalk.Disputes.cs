using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payments;
using Komeji.Domain.Taxes;

namespace Komeji.Tests.Domain.Ledger;

/// <summary>Refunds on their way, and money that a buyer's bank takes.</summary>
sealed partial class TradeWalk
{
    /// <summary>What lost disputes took is counted as paid first; while one is open nothing is sent.</summary>
    void SendRefund(Deal deal, Refund refund)
    {
        foreach (var lost in deal.Disputes.Where(c => c.Dispute.State == DisputeState.Lost && c.Dispute.ProviderPayment == refund.ProviderPayment).ToList())
        {
            CountAsPaid(refund, lost);
            GoOn(deal, lost);
        }

        if (refund.State != RefundState.Requested)
        {
            return;
        }

        if (deal.Disputes.Any(c => !c.Dispute.IsOver && c.Dispute.ProviderPayment == refund.ProviderPayment))
        {
            refund.AwaitDispute(TimeSpan.FromHours(6), now);
            return;
        }

        refund.Send(TimeSpan.FromMinutes(2), now);
        if (dice.Next(4) == 0)
        {
            refund.Fail("rekening_tutup", now);
            return;
        }

        refund.Succeed($"re_{Next()}", now);
        var sent = PostingRules.RefundSent(refund, now, now);
        Book(sent);
        model.RefundSent(Provider, KeyOf(refund));
        again.Add(() => refund.Succeed("re_lagi", now));
        again.Add(() => Book(sent));
    }

    /// <summary>Once: old news of a refund that came back undoes nothing.</summary>
    void ReturnRefund(Deal deal, Refund refund)
    {
        var key = $"evt_{refund.Id.Value}";
        if (!books.Has(PostingRules.RefundFailedKeys(refund.Id) + key))
        {
            refund.Fail("rekening_tutup", now);
            var back = PostingRules.RefundFailed(refund, key, now, now);
            Book(back);
            model.RefundCameBack(Provider, KeyOf(refund), refund.Rest.Amount);
            again.Add(() => Book(back));
        }
    }

    void TransferRefund(Deal deal, Refund refund)
    {
        var standing = deal.Disputes.Any(c => c.Dispute.ProviderPayment == refund.ProviderPayment && (!c.Dispute.IsOver || (c.Dispute.State == DisputeState.Lost && c.Dispute.Unsettled.IsPositive)));
        if (standing || refund.Rest.Amount > NotPromised)
        {
            return;
        }

        var reference = $"TRF-{Next()}";
        refund.PayByHand(Officer, "BCA, Siti Aminah, 7890", now);
        refund.Transfer(OtherOfficer, reference, now);
        Book(PostingRules.RefundedByTransfer(refund, reference, now, now));
        model.RefundTransferred(KeyOf(refund));
        again.Add(() => refund.Transfer(OtherOfficer, reference, now));
    }

    void OpenDispute(Deal deal)
    {
        var amount = new Rupiah(dice.Next(3) == 0 ? deal.Purchase.Total.Amount : dice.NextInt64(1, deal.Purchase.Total.Amount + 1));
        var dispute = Dispute.Open(Provider, $"dp_{Next()}", deal.Payment.ProviderPayment, deal.Purchase.Id, amount, "fraudulent", now);
        var opened = new Case { Dispute = dispute };
        foreach (var share in deal.Trades.Select(t => t.Share!).Where(s => s.State == EscrowState.Held))
        {
            share.Freeze(Actor.System, "dispute", now);
        }

        known[(1200, opened.Key)] = () => dispute.Unsettled.Amount;
        known[(2035, opened.Key)] = () => -dispute.Claims.Where(c => c.State == DisputeClaimState.Held).Sum(c => c.Held.Amount);
        var fee = new Rupiah(dice.Next(2) * 2_400);
        void Withdrawn() => Book(PostingRules.DisputeWithdrawn(dispute, amount, fee, now, now));
        dispute.Withdraw(amount);
        Withdrawn();
        again.Add(Withdrawn);
        model.Disputed(Provider, opened.Key, amount.Amount, fee.Amount);
        Claim(deal, opened, amount);
        deal.Disputes.Add(opened);
    }

    /// <summary>It falls on the payment's orders and open refunds by what each still has; what completed orders brought their shops is held.</summary>
    void Claim(Deal deal, Case opened, Rupiah amount)
    {
        var soFar = deal.SoFar;
        var weights = deal.Trades.Select(t => Left(t, soFar).Amount).Append(deal.OpenRefunds.Sum(r => r.Rest.Amount)).ToList();
        var plain = deal.Trades.Select(ModelLeft).Append(ModelOwed(deal)).ToList();
        if (!weights.SequenceEqual(plain))
        {
            throw new InvalidOperationException($"left to be taken: {string.Join(", ", weights)}, and by the model {string.Join(", ", plain)}");
        }

        if (weights.Sum() == 0)
        {
            return;
        }

        var taken = Rupiah.Min(amount, new Rupiah(weights.Sum()));
        var parts = Allocation.Allocate(taken, weights, deal.Trades[0].Order.Sequence);
        var modelled = MoneyModel.Split(taken.Amount, plain, deal.Trades[0].Model.Turn);
        for (var i = 0; i < deal.Trades.Length; i++)
        {
            var trade = deal.Trades[i];
            if (trade.Share!.State == EscrowState.Released && parts[i].IsPositive)
            {
                var claim = opened.Dispute.Claim(trade.Order, parts[i], soFar, trade.Month);
                opened.Claims.Add((trade, claim, model.Claimed(trade.Model, opened.Key, modelled[i])));
                if (claim.Held.IsPositive)
                {
                    Book(PostingRules.DisputeHeld(opened.Dispute, claim, now));
                }
            }
        }
    }

    void Win(Deal deal, Case won)
    {
        var dispute = won.Dispute;
        dispute.Follow(DisputeState.Won, null, now);
        ComesBack(won);
        foreach (var claim in dispute.GiveClaimsBack().Where(c => c.Held.IsPositive))
        {
            Book(PostingRules.DisputeHoldReturned(dispute, claim, now));
            again.Add(() => Book(PostingRules.DisputeHoldReturned(dispute, claim, now)));
        }

        won.Claims.ForEach(c => model.ClaimGivenBack(c.Trade.Model, won.Key, c.Taken));
        again.Add(() => dispute.Follow(DisputeState.Lost, null, now));
        GoOn(deal, won);
    }

    void Lose(Deal deal, Case lost)
    {
        var dispute = lost.Dispute;
        dispute.Follow(DisputeState.Lost, null, now);
        dispute.BookLoss(new RemittedTaxes(remitted));
        foreach (var (trade, claim, taken) in lost.Claims)
        {
            Book(PostingRules.DisputeLost(dispute, claim, now));
            model.ClaimLost(trade.Model, lost.Key, taken, Month, RemittedOf(trade.Month));
            again.Add(() => Book(PostingRules.DisputeLost(dispute, claim, now)));
        }

        var held = deal.Trades.Where(t => t.Share!.State != EscrowState.Released).Sum(t => Left(t, TakenBack.Nothing).Amount);
        var paidBack = dispute.Unsettled - new Rupiah(held + deal.OpenRefunds.Sum(r => r.Rest.Amount));
        var modelled = model.Of(1200, lost.Key) - deal.Trades.Where(t => !t.Model.IsReleased).Sum(ModelLeft) - ModelOwed(deal);
        if (Math.Max(0, modelled) != Math.Max(0, paidBack.Amount))
        {
            throw new InvalidOperationException($"the buyer had {paidBack} back, and by the model {modelled}");
        }

        if (paidBack.IsPositive)
        {
            dispute.Bear(paidBack);
            Book(PostingRules.DisputeBorne(dispute, paidBack, "paid-back", now));
            model.Between(5030, "", 1200, lost.Key, modelled);
        }

        foreach (var refund in deal.OpenRefunds.ToList())
        {
            CountAsPaid(refund, lost);
        }

        GoOn(deal, lost);
    }

    /// <summary>As far as the lost dispute took money, the buyer has her refund.</summary>
    void CountAsPaid(Refund refund, Case lost)
    {
        var amount = Rupiah.Min(refund.Rest, lost.Dispute.Unsettled);
        if (amount.IsPositive && refund.State is RefundState.Requested or RefundState.Failed)
        {
            refund.SettleBy(lost.Dispute.ProviderDispute, amount, now);
            lost.Dispute.Settle(amount);
            lost.Counted += amount.Amount;
            Book(PostingRules.RefundedByDispute(refund, lost.Dispute, amount, now));
            model.Between(2090, KeyOf(refund), 1200, lost.Key, amount.Amount);
            again.Add(() => Book(PostingRules.RefundedByDispute(refund, lost.Dispute, amount, now)));
        }
    }

    /// <summary>An officer decides so, where no refund is owed that would be paid besides.</summary>
    void Bear(Deal deal, Case lost)
    {
        if (!deal.OpenRefunds.Any())
        {
            var rest = lost.Dispute.BearRest(Officer, "Pembeli menerima barangnya", now);
            Book(PostingRules.DisputeBorne(lost.Dispute, rest, PostingRules.BorneByDecision, now));
            model.Between(5030, "", 1200, lost.Key, rest.Amount);
            GoOn(deal, lost);
        }
    }

    void BackAfterLoss(Deal deal, Case lost)
    {
        lost.CameBack = true;
        ComesBack(lost);
        GoOn(deal, lost);
    }

    void ComesBack(Case dispute)
    {
        var amount = dispute.Dispute.Amount;
        var late = amount.Amount - Math.Min(amount.Amount, model.Of(1200, dispute.Key));
        if (dispute.Dispute.GetBack(amount).Amount != late)
        {
            throw new InvalidOperationException($"{dispute.Dispute.ProviderDispute}: by the model {late} came back late");
        }

        void Returned() => Book(PostingRules.DisputeReturned(dispute.Dispute, amount, new Rupiah(late), Rupiah.Zero, now, now));
        Returned();
        again.Add(Returned);
        model.CameBack(Provider, dispute.Key, dispute.Dispute.ProviderDispute, amount.Amount, late);
    }

    void DecideBack(Deal deal, Case lost)
    {
        var (dispute, receipt) = (lost.Dispute, lost.Dispute.ProviderDispute);
        switch (dice.Next(3))
        {
            case 0:
                foreach (var claim in dispute.ReturnToShops(Officer, "Barang diterima pembeli", now))
                {
                    var (trade, _, taken) = lost.Claims.Single(c => c.Claim == claim);
                    Book(PostingRules.DisputeLossReturned(dispute, claim, now));
                    model.ClaimReturned(trade.Model, receipt, taken, Month);
                }

                break;
            case 1:
                var owed = dispute.ReturnToBuyer(new Rupiah(lost.Counted), Officer, "Bank menarik kembali dananya", now);
                lost.Counted -= owed.Amount;
                var refund = Owe(deal, null, dispute.ProviderPayment, owed, "dispute_back");
                Book(PostingRules.DisputeBackToBuyer(refund, dispute, now));
                model.Between(2091, receipt, 2090, KeyOf(refund), owed.Amount);
                break;
            default:
                var amount = dispute.Recover(Officer, "Koperasi yang menanggung", now);
                Book(PostingRules.DisputeRecovered(dispute, amount, now));
                model.Between(2091, receipt, 5030, "", amount.Amount);
                break;
        }
    }

    /// <summary>Nothing of the payment is in dispute any more: what was frozen goes on.</summary>
    void GoOn(Deal deal, Case over)
    {
        static bool Stands(Dispute d) => !d.IsOver || (d.State == DisputeState.Lost && (!d.LossBooked || d.Unsettled.IsPositive));
        if (!Stands(over.Dispute) && !deal.Disputes.Any(c => Stands(c.Dispute)))
        {
            foreach (var share in deal.Trades.Select(t => t.Share!).Where(s => s.State == EscrowState.Frozen))
            {
                share.Unfreeze(Actor.System, "dispute", now);
            }
        }
    }

    static Rupiah Left(Trade trade, TakenBack soFar) =>
        trade.Share!.State == EscrowState.Released ? soFar.Left(trade.Order) : Rupiah.Min(trade.Share.Remaining, trade.Order.Left);

    long ModelLeft(Trade trade) => trade.Model.IsReleased ? trade.Model.Left : Math.Min(-model.Of(2010, trade.Model.Key), trade.Model.Left);

    long ModelOwed(Deal deal) => deal.Refunds.Where(r => r.ProviderPayment == deal.Payment.ProviderPayment).Sum(r => -model.Of(2090, KeyOf(r)));

    (bool Vat, bool IncomeTax) RemittedOf(string month) =>
        (remitted.Contains(new TaxMonth(TaxKind.ServiceFeeVat, month)), remitted.Contains(new TaxMonth(TaxKind.MarketplaceIncomeTax, month)));
}

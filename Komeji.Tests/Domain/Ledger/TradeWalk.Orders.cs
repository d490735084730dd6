using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Domain.Shipping;
using Komeji.Domain.Taxes;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain.Ledger;

/// <summary>From the purchase to the release, and what goes back by decision.</summary>
sealed partial class TradeWalk
{
    static readonly int[] FeeRates = [0, 250, 500, 777, 1_000];
    static readonly int[] VatRates = [0, 1_100, 1_200];

    void Place()
    {
        var first = dice.Next(stores.Length);
        var drafts = Enumerable.Range(0, dice.Next(1, 4)).Select(i => Draft(stores[(first + i) % stores.Length])).ToList();
        var destination = new Destination("Siti", "081234567890", "Jl. Mawar", "35.78.10.1001", "", "60136", "");
        var purchase = Purchase.Place($"BLJ-{Next()}", Orders.BuyerId, $"token-{number}", destination, drafts, TimeSpan.FromHours(24), now);
        var payment = Payment.Of(purchase.Id, purchase.Total, now);
        var (fee, vat, incomeTax) = (FeeRates[dice.Next(FeeRates.Length)], VatRates[dice.Next(VatRates.Length)], dice.Next(2) * 50);
        var trades = purchase.Orders.Select(order =>
        {
            OrderLine[] lines = [.. order.Lines.OrderBy(l => l.Id.Value)];
            var plain = new ModelOrder
            {
                Key = order.Id.Value.ToString(),
                Store = order.StoreId.Value.ToString(),
                Turn = order.Sequence,
                Lines = [.. lines.Select(l => new ModelLine { Total = l.UnitPrice.Amount * l.Quantity, Pieces = l.Quantity })],
                Shipping = order.Shipping.Fee.Amount,
                FeeRate = fee,
                VatRate = vat,
                IncomeTaxRate = incomeTax,
                Mistake = mistake,
            };
            return new Trade { Order = order, Model = plain, Lines = lines };
        });
        deals.Add(new Deal { Purchase = purchase, Payment = payment, Attempt = payment.Attempt(Provider, now).Id, Trades = [.. trades] });
    }

    /// <summary>Some things cost next to nothing: there rounding shows.</summary>
    OrderDraft Draft(StoreId store)
    {
        var lines = Enumerable.Range(0, dice.Next(1, 4)).Select(_ => new OrderLineDraft(
            ProductId.New(now), VariantId.New(now), "Keripik", "", "keripik", null, new Rupiah(dice.Next(3) == 0 ? dice.Next(1, 60) : dice.Next(100, 200_000)), dice.Next(1, 4), 200, Warranty.None, "")).ToList();
        var shipping = new ShippingChoice(ShipmentKind.Courier, "jne", "JNE REG", new Rupiah(dice.Next(3) == 0 ? 0 : dice.Next(1, 20_000)), 1, 3);
        return Orders.Draft(ShipmentKind.Courier, $"KMJ-{Next()}") with { StoreId = store, Sequence = (number * 1_000L) + dice.Next(1_000), Lines = lines, Shipping = shipping };
    }

    void Receive(Deal deal, Rupiah amount)
    {
        var payment = $"pay_{Next()}";
        Hear(deal, payment, amount);
        again.Add(() => HearAgain(deal, payment, amount));
    }

    /// <summary>Money came: what it means, the payment says.</summary>
    void Hear(Deal deal, string payment, Rupiah amount)
    {
        switch (deal.Payment.Receive(deal.Attempt, payment, amount, "IDR", "qris", now, now))
        {
            case Receipt.Accepted:
                Hold(deal, payment);
                break;
            case Receipt.Surplus:
                var refund = Owe(deal, null, payment, amount, "surplus");
                Book(PostingRules.SurplusReceived(Provider, refund, now, now));
                model.Unasked(Provider, 2090, KeyOf(refund), amount.Amount);
                break;
            case Receipt.Wrong:
                deal.Wrong.Add((payment, amount));
                Book(PostingRules.WrongAmountReceived(Provider, payment, deal.Purchase.Id, amount, now, now));
                model.Unasked(Provider, 2091, payment, amount.Amount);
                break;
            default:
                throw new InvalidOperationException($"{payment} came for the first time and counts as a repeat.");
        }
    }

    /// <summary>The same notice once more: the payment knows its own, and no meaning of it could be booked a second time.</summary>
    void HearAgain(Deal deal, string payment, Rupiah amount)
    {
        if (deal.Payment.ProviderPayment == payment && deal.Payment.Receive(deal.Attempt, payment, amount, "IDR", "qris", now, now) != Receipt.Repeat)
        {
            throw new InvalidOperationException($"{payment} counts twice.");
        }

        Book(PostingRules.PurchasePaid(Provider, payment, deal.Purchase.Id, deal.Trades.Select(t => (t.Order.Id, t.Order.Total)), now, now));
        Book(PostingRules.WrongAmountReceived(Provider, payment, deal.Purchase.Id, amount, now, now));
    }

    void Hold(Deal deal, string payment)
    {
        foreach (var trade in deal.Trades)
        {
            var terms = new FeeTerms(new BasisPoints(trade.Model.FeeRate), "1", new BasisPoints(trade.Model.VatRate), Rounding.HalfUp);
            trade.Order.Pay(terms, Terms, now);
            var share = EscrowShare.Hold(trade.Order.Id, trade.Order.Total, now);
            trade.Share = share;
            known[(2010, trade.Key)] = () => -share.Remaining.Amount;
        }

        Book(PostingRules.PurchasePaid(Provider, payment, deal.Purchase.Id, deal.Trades.Select(t => (t.Order.Id, t.Order.Total)), now, now));
        model.Paid(Provider, deal.Trades.Select(t => t.Model));
    }

    void ReturnWrongMoney(Deal deal)
    {
        var (payment, amount) = deal.Wrong[0];
        deal.Wrong.RemoveAt(0);
        var refund = Owe(deal, null, payment, amount, "wrong_amount");
        Book(PostingRules.WrongAmountReturned(refund, now));
        model.WrongReturned(payment, KeyOf(refund), amount.Amount);
        again.Add(() => Book(PostingRules.WrongAmountReturned(refund, now)));
    }

    void GiveUp(Deal deal)
    {
        deal.Purchase.CancelByBuyer(Orders.Buyer, "Salah pesan", now);
        deal.Payment.Cancel(now);
    }

    void LearnCost(Deal deal)
    {
        deal.CostKnown = true;
        var cost = new Rupiah(Math.Max(1, deal.Purchase.Total.Amount * dice.Next(0, 100) / 10_000));
        var key = $"bt_{Next()}";
        void Told() => Book(PostingRules.ProviderCostKnown(Provider, key, deal.Purchase.Id, cost, now, now));
        Told();
        again.Add(Told);
        var parts = Allocation.Allocate(cost, [.. deal.Trades.Select(t => t.Order.Total.Amount)], deal.Trades[0].Order.Sequence);
        foreach (var (trade, part) in deal.Trades.Zip(parts))
        {
            trade.Order.BearProviderCost(part);
        }

        model.Cost(Provider, [.. deal.Trades.Select(t => t.Model)], cost.Amount);
    }

    void Cancel(Trade trade)
    {
        var deal = DealOf(trade);
        trade.Order.Decline(Orders.Seller, "Stok rusak", now);
        var refund = GiveBack(deal, trade, trade.Share!.Remaining, "declined_by_seller");
        model.Cancelled(trade.Model, KeyOf(refund));
        again.Add(() => trade.Order.Decline(Orders.Seller, "Stok rusak", now));
        again.Add(() => Book(PostingRules.RefundedBeforeRelease(refund, trade.Order.Id, now, now)));
    }

    /// <summary>One line's pieces, or some of them.</summary>
    void ShipPart(Trade trade) =>
        With(trade.Lines, l => l.Open > 0, line => trade.Order.ShipPart(Orders.Seller, new Dictionary<OrderLineId, int> { [line.Id] = dice.Next(1, line.Open + 1) }, Terms, now));

    void CancelRest(Trade trade)
    {
        var (open, before) = (trade.Lines.Select(l => l.Open).ToArray(), trade.Order.CancelledGoods);
        trade.Order.CancelRest(Orders.Seller, "Stok habis", Terms, now);
        var price = trade.Order.CancelledGoods - before;
        trade.Share!.RefundPart(price, "rest_cancelled", now);
        var refund = Owe(DealOf(trade), trade.Order.Id, DealOf(trade).Payment.ProviderPayment, price, "rest_cancelled");
        Book(PostingRules.RefundedBeforeRelease(refund, trade.Order.Id, now, now));
        model.RestCancelled(trade.Model, open, KeyOf(refund));
    }

    void Complete(Trade trade)
    {
        trade.Order.ConfirmReceived(Orders.Buyer, Terms, now);
        Release(trade);
        again.Add(() =>
        {
            trade.Order.ConfirmReceived(Orders.Buyer, Terms, now);
            Book(PostingRules.Released(trade.Order, now, now));
            trade.Share!.Release(now);
            throw new InvalidOperationException($"{trade.Key} was released twice.");
        });
    }

    /// <summary>PPh 22 freezes here, where it is withheld.</summary>
    void Release(Trade trade)
    {
        if (trade.Model.IncomeTaxRate > 0)
        {
            trade.Order.FreezeIncomeTax(new Withholding(1, WithholdingStanding.Withheld, new BasisPoints(trade.Model.IncomeTaxRate), Rounding.Down));
        }

        trade.Share!.Release(now);
        trade.Month = Month;
        Book(PostingRules.Released(trade.Order, now, now));
        model.Released(trade.Model, Month);
    }

    void RefundByShop(Trade trade)
    {
        var left = trade.Order.Left;
        trade.Order.RefundBySeller(Orders.Seller, "Barang rusak", Orders.Terms(), now);
        var refund = GiveBack(DealOf(trade), trade, left, "refunded_by_seller");
        model.RefundedByShop(trade.Model, KeyOf(refund));
        ReleaseRest(trade);
    }

    /// <summary>What others bore of an order that ended is still its shop's.</summary>
    void ReleaseRest(Trade trade)
    {
        if (trade.Share!.Remaining.IsPositive)
        {
            Release(trade);
        }
    }

    void DecideRefund(Trade trade)
    {
        var (deal, order) = (DealOf(trade), trade.Order);
        var soFar = deal.SoFar;
        var (goods, lines) = (soFar.LeftGoods(order).Amount, new long[trade.Lines.Length]);
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = Some(Math.Min(goods, trade.Lines[i].Left.Amount));
            goods -= lines[i];
        }

        var (shipping, seller) = (Some(soFar.LeftShipping(order).Amount), dice.Next(3) == 0 ? dice.Next(101) : 100);
        var platform = Math.Min(100 - seller, dice.Next(11));
        int[] percents = [seller, 100 - seller - platform, platform];
        var plan = new RefundPlan(
            trade.Lines.Zip(lines).ToDictionary(x => x.First.Id, x => new Rupiah(x.Second)),
            new Rupiah(shipping),
            new Dictionary<RefundBearer, int> { [RefundBearer.Seller] = percents[0], [RefundBearer.Courier] = percents[1], [RefundBearer.Platform] = percents[2] });
        if (!plan.Amount.IsPositive || (order.State != OrderState.Completed && plan.Amount == order.Left && (order.State == OrderState.Shipped || trade.Share!.State == EscrowState.Frozen)))
        {
            return;
        }

        var refund = Refund.Request(deal.Purchase.Id, order.Id, Provider, deal.Payment.ProviderPayment, plan.Amount, "refund_decided", now);
        var decision = RefundDecision.Make(order, refund, plan, soFar, trade.Month, new RemittedTaxes(remitted), Orders.Staff, "Barang cacat", now);
        Keep(deal, refund);
        deal.Decisions.Add(decision);
        if (!decision.AfterRelease && decision.OfShop.IsPositive)
        {
            trade.Share!.Refund(decision.OfShop, "refund_decided", now);
        }

        var journals = PostingRules.RefundDecided(refund, decision, now);
        foreach (var journal in journals)
        {
            Book(journal);
            again.Add(() => Book(journal));
        }

        if (model.Refunded(trade.Model, lines, shipping, percents, KeyOf(refund), Month, RemittedOf(trade.Month)) != decision.OfShop.Amount)
        {
            throw new InvalidOperationException($"of {plan.Amount} the shop bears {decision.OfShop}, and the model says otherwise");
        }

        if (order.State == OrderState.Refunded)
        {
            trade.Model.IsOver = true;
            ReleaseRest(trade);
        }
    }

    /// <summary>Nothing, all of it, or a part.</summary>
    long Some(long most) => dice.Next(4) switch
    {
        0 => 0,
        1 => most,
        2 => Math.Min(most, dice.Next(1, 4)),
        _ => dice.NextInt64(0, most + 1),
    };

    Refund GiveBack(Deal deal, Trade trade, Rupiah amount, string why)
    {
        trade.Share!.Refund(amount, why, now);
        var refund = Owe(deal, trade.Order.Id, deal.Payment.ProviderPayment, amount, why);
        Book(PostingRules.RefundedBeforeRelease(refund, trade.Order.Id, now, now));
        return refund;
    }

    Deal DealOf(Trade trade) => deals.Single(d => d.Purchase.Id == trade.Order.PurchaseId);
}

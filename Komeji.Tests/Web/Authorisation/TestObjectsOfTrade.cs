using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Application.Legal;
using Komeji.Application.Payments;
using Komeji.Domain.Accounts;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Domain.Payouts;
using Komeji.Domain.Shipping;
using Komeji.Domain.Stores;
using Komeji.Domain.Taxes;
using Komeji.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Web.Authorisation;

/// <summary>What is sold, and what was bought of it.</summary>
public sealed partial class TestObjects
{
    static readonly Rupiah SmallPayout = new(1_000);

    static readonly OrderTerms Terms = new(2, 3, TimeSpan.FromHours(24), 3, 7, TimeSpan.FromHours(72), 2, 3, new WorkingCalendar([]));

    static readonly ComplaintTerms ComplaintClocks = new(TimeSpan.FromHours(72), TimeSpan.FromHours(72), TimeSpan.FromHours(24), new Rupiah(500_000), 5, TimeSpan.FromDays(2), TimeSpan.FromDays(3), TimeSpan.FromDays(3), 7, 1, new WorkingCalendar([]));

    readonly Dictionary<UserId, Rupiah> earned = [];

    async Task<Product> NewProduct(Store store, DateTimeOffset now)
    {
        var facts = new ProductFacts(category, "camilan", ProductKind.Goods, "Keripik tempe uji", "", 200, 0, 0, 0, 200, "g", 1, "", true, "", Warranty.None);
        var product = Product.Draft(store.Id, $"keripik-uji-{++made}", facts, [new VariantFacts(null, "", new Rupiah(18_500), 10, "")], now);
        product.AddPicture("uji.webp", 10, 10, "Keripik", now);
        product.Publish(now);
        await Added(product, p => p.Id.Value);
        return product;
    }

    async Task<Purchase> NewPurchase(UserId buyer, Store store, DateTimeOffset now, bool paid = true, string? proof = null, bool service = false, PickupPoint? point = null, Warranty? warranty = null)
    {
        var product = await NewProduct(store, now);
        var line = new OrderLineDraft(product.Id, product.Variants[0].Id, product.Name, "", product.Slug, null, new Rupiah(18_500), 1, 200, warranty ?? Warranty.None, "");
        var draft = new OrderDraft($"KMJ-20261005-U{++made:00000}", made, store.Id, store.Name, [line], point is null
            ? new ShippingChoice(ShipmentKind.Courier, "jne", "REG", new Rupiah(8_000), 1, 3)
            : new ShippingChoice(ShipmentKind.CommunityPoint, "", point.Name, Rupiah.Zero, 0, 0, point.Id), 1, "",
            service ? new AppointmentDraft(product.Id, ServicePlace.AtSeller, now.AddDays(2), now.AddDays(2).AddHours(1), now.AddDays(1)) : null);
        var destination = new Destination("Siti", "+6281234567890", "Jl. Mawar 12", "35.78.10.1001", "Tambaksari", "60136", "");
        var purchase = Purchase.Place($"BLJ-20261005-U{made:00000}", buyer, $"uji-{made}", destination, [draft], TimeSpan.FromDays(1), now);
        await Trade(async db =>
        {
            db.Purchases.Add(purchase);
            db.Payments.Add(Payment.Of(purchase.Id, purchase.Total, now));
            var variant = product.Variants[0].Id;
            await db.Variants.Where(v => v.Id == variant).ExecuteUpdateAsync(set => set.SetProperty(v => v.Stock, v => v.Stock - 1).SetProperty(v => v.Reserved, v => v.Reserved + 1));
        });
        if (paid)
        {
            await Pay(purchase.Id, now);
        }

        if (proof is not null)
        {
            await Deliver(purchase.Orders[0].Id, proof, now);
        }

        return purchase;
    }

    /// <summary>As the product's own commands do, so that stock, books and what the buyer is told belong together.</summary>
    async Task Trade(Func<KomejiDb, Task> deed)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KomejiDb>();
        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().Run(() => deed(db), CancellationToken.None);
    }

    Task Pay(PurchaseId id, DateTimeOffset now) => Trade(async db =>
    {
        var payment = await db.Payments.Include(p => p.Attempts).SingleAsync(p => p.PurchaseId == id);
        var attempt = payment.Attempt("sandbox", now);
        payment.Receive(attempt.Id, $"bayar-{id.Value}", payment.Amount, "IDR", "QRIS", now, now);
    });

    Task Deliver(OrderId id, string proof, DateTimeOffset now) => Trade(async db =>
    {
        var order = await db.Orders.Include(o => o.Lines).Include(o => o.Timers).SingleAsync(o => o.Id == id);
        order.Accept(Actor.System, Terms, now);
        order.Ship(Actor.System, Terms, now);
        order.ProveDelivery(Actor.System, "Pak Budi", proof, Terms, now);
    });

    /// <summary>The goods came broken; the seller has not answered.</summary>
    async Task<string> NewComplaint(UserId buyer, Store store, DateTimeOffset now)
    {
        var order = (await NewPurchase(buyer, store, now, proof: "uji")).Orders[0].Id;
        var number = $"KPL-20261005-U{++made:00000}";
        await Trade(async db =>
        {
            var bought = await db.Orders.Include(o => o.Lines).Include(o => o.Timers).SingleAsync(o => o.Id == order);
            var complaint = Complaint.Begin(bought, number, now);
            var items = new Dictionary<OrderLineId, ComplaintItemFacts> { [bought.Lines[0].Id] = new(1, Rupiah.Zero) };
            complaint.Write(new ComplaintFacts(ComplaintType.Damaged, "Barangnya datang pecah", items, ComplaintSolution.FullRefund, Rupiah.Zero, false));
            complaint.Submit(bought, new Dictionary<OrderLineId, int>(), Actor.Buyer(buyer.Value), ComplaintClocks, now);
            db.Complaints.Add(complaint);
        });
        return number;
    }

    Task<string> NewProof() =>
        app.Services.GetRequiredService<IPrivateFiles>().Save("<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "svg", CancellationToken.None);

    async Task<string> NewParkedEvent(DateTimeOffset now)
    {
        var stored = new PaymentEvent("sandbox", $"uji-{++made}", "paid", "{}", now);
        for (var tries = 0; tries < PaymentEvent.MostTries; tries++)
        {
            stored.Fail("uji", now);
        }

        await app.Write(db =>
        {
            db.Add(stored);
            return Task.CompletedTask;
        });
        return stored.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    async Task<string> NewFailedRefund(UserId owner, DateTimeOffset now)
    {
        var purchase = await NewPurchase(owner, stores.First(s => s.Key != owner).Value, now);
        var id = purchase.Orders[0].Id;
        await Trade(async db => (await db.Orders.Include(o => o.Lines).Include(o => o.Timers).SingleAsync(o => o.Id == id)).CancelByStaff(Actor.System, "Untuk pengujian", now));
        RefundId refund = default;
        await Trade(async db =>
        {
            var asked = await db.Refunds.SingleAsync(r => r.OrderId == id);
            asked.Send(TimeSpan.FromMinutes(2), now);
            asked.Fail("bank", now);
            refund = asked.Id;
        });
        return refund.Value.ToString();
    }

    /// <summary>Of somebody else's purchase, by an officer who is nobody here.</summary>
    async Task<string> NewMoneyApproval(UserId owner, DateTimeOffset now)
    {
        var purchase = await NewPurchase(owner, stores.First(s => s.Key != owner).Value, now);
        var wish = new MoneyWish(MoneyAct.DisputeBorne, purchase.Id.Value, purchase.Id, purchase.Number, new Rupiah(2_000_000), "Untuk pengujian", "", "");
        return await Added(MoneyApproval.Ask(wish, Actor.Staff(Guid.CreateVersion7(now), Roles.Finance), now), a => a.Id.Value);
    }

    /// <summary>A courier bears a part of a delivered order's refund.</summary>
    async Task<string> NewClaim(UserId owner, DateTimeOffset now)
    {
        var purchase = await NewPurchase(owner, stores.First(s => s.Key != owner).Value, now, proof: await NewProof());
        var id = purchase.Orders[0].Id;
        RefundId claim = default;
        await Trade(async db =>
        {
            var order = await db.Orders.Include(o => o.Lines).Include(o => o.Timers).SingleAsync(o => o.Id == id);
            var plan = new RefundPlan(
                new Dictionary<OrderLineId, Rupiah> { [order.Lines[0].Id] = new(1_000) }, Rupiah.Zero, new Dictionary<RefundBearer, int> { [RefundBearer.Courier] = RefundDecision.Whole });
            var refund = Refund.Request(order.PurchaseId, id, "sandbox", $"bayar-{purchase.Id.Value}", plan.Amount, "refund_decided", now);
            var decision = RefundDecision.Make(order, refund, plan, TakenBack.Nothing, "", RemittedTaxes.None, Actor.Staff(Guid.CreateVersion7(now), Roles.Operator), "Untuk pengujian", now);
            db.Refunds.Add(refund);
            db.RefundDecisions.Add(decision);
            db.Journals.AddRange(PostingRules.RefundDecided(refund, decision, now));
            claim = refund.Id;
        });
        return claim.Value.ToString();
    }

    /// <summary>Asked for by a shop that has sold enough for it.</summary>
    async Task<Payout> NewPayout(UserId owner, DateTimeOffset now)
    {
        await Earn(owner, SmallPayout, now);
        var account = app.Services.GetRequiredService<PersonalKey>().KeepAccount(owner, "BCA", "1234567890");
        var payout = Payout.Request($"CAIR-UJI-{++made}", stores[owner].Id, SmallPayout, new PayoutAccount("BCA", account.Shown, account.Sealed, account.Index, "Siti Aminah"), null, Actor.Seller(owner.Value), now);
        await Trade(db =>
        {
            db.Payouts.Add(payout);
            return Task.CompletedTask;
        });
        return payout;
    }

    /// <summary>An order of the shop is completed whenever what earlier ones brought is used up, and the provider settles plenty, bank charges too.</summary>
    async Task Earn(UserId owner, Rupiah amount, DateTimeOffset now)
    {
        if (earned.GetValueOrDefault(owner) < amount)
        {
            var order = (await NewPurchase(people[Identity.Buyer], stores[owner], now, proof: "uji")).Orders[0].Id;
            await Trade(async db =>
            {
                (await db.Orders.Include(o => o.Lines).Include(o => o.Timers).SingleAsync(o => o.Id == order)).ConfirmReceived(Actor.System, Terms, now);
                db.Journals.Add(PostingRules.ProviderSettled("sandbox", $"uji-{order.Value}", new Rupiah(10_000_000), now, now));
            });
            earned[owner] = earned.GetValueOrDefault(owner) + new Rupiah(25_000);
        }

        earned[owner] -= amount;
    }

    async Task<string> NewPayoutFile(DateTimeOffset now)
    {
        var id = (await NewPayout(people[Identity.OtherSeller], now)).Id;
        PayoutFile file = null!;
        await Trade(async db =>
        {
            var payout = await db.Payouts.Include(p => p.Attempts).SingleAsync(p => p.Id == id);
            payout.Prepare(Actor.Staff(people[Identity.Buyer].Value, Roles.Finance), now);
            payout.Approve(Actor.Staff(people[Identity.OtherBuyer].Value, Roles.Finance), PayoutChannel.BiFast, now);
            file = PayoutFile.Make($"BERKAS-UJI-{++made}", PayoutChannel.BiFast, [payout], Actor.Staff(people[Identity.Buyer].Value, Roles.Finance), now);
            db.PayoutFiles.Add(file);
        });
        return file.Id.Value.ToString();
    }

    /// <summary>A charge at the sandbox provider, whose pages know nothing of our people.</summary>
    async Task<string> NewCharge(UserId owner)
    {
        var now = app.Clock.GetUtcNow();
        var purchase = await NewPurchase(owner, stores.First(s => s.Key != owner).Value, now, paid: false);
        var intent = new PaymentIntent(AttemptId.New(now), purchase.Number, purchase.Total, "http://localhost/", now.AddDays(1), now);
        var outcome = await app.Services.GetRequiredService<IEnumerable<IPaymentGateway>>().Single().Start(intent, CancellationToken.None);
        return outcome.ShouldBeOfType<PaymentOutcome.NeedsAction>().PayAddress.Split('/')[^1];
    }
}

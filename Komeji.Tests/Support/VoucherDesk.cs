using Komeji.Application.Ledger;
using Komeji.Application.Ordering.Checkouts;
using Komeji.Application.Promotions;
using Komeji.Application.Promotions.Desk;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Promotions;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Support;

/// <summary>Vouchers of shops and of the cooperative, made through the product's own commands, and purchases that have them.</summary>
public sealed class VoucherDesk(TestKomeji komeji, Market market)
{
    public static readonly UserId Maker = new(new Guid(71, 0, 0, new byte[8]));
    public static readonly UserId Checker = new(new Guid(72, 0, 0, new byte[8]));

    int references;

    DateOnly Today => Wib.DayOf(komeji.Clock.GetUtcNow());

    public VoucherTerms Terms(string code, long amount, int quota = 100, int perBuyer = 1) => new(
        code, "Voucher uji", new Rupiah(amount), BasisPoints.Zero, Rupiah.Zero, new Rupiah(2 * amount), Today, Today.AddDays(30), quota, perBuyer);

    public Task<VoucherId> OfShop(Shop shop, VoucherTerms terms) => komeji.As(shop.Owner).Send(new MakeShopVoucher(terms, "Panen raya"));

    /// <summary>One officer makes it, the shop agrees where it pays a part, another officer activates it.</summary>
    public async Task<VoucherId> OfCooperative(VoucherTerms terms, long budget, Shop? partner = null, int ofShop = 0)
    {
        var slug = partner is null ? "" : (await komeji.Read(db => db.Stores.SingleAsync(s => s.Id == partner.Id))).Slug;
        var id = await komeji.As(Maker, Roles.Operator).Send(new MakeVoucher(terms, new BasisPoints(ofShop), slug, new Rupiah(budget), "Hari koperasi"));
        if (ofShop > 0)
        {
            await komeji.As(partner!.Owner).Send(new AnswerSharedVoucher(id, true, ""));
        }

        await komeji.As(Checker, Roles.Finance).Send(new ActivateVoucher(id, $"TRX-{++references}"));
        return id;
    }

    /// <summary>Money of the cooperative's own, as if its share of fees had been swept to its account: here out of a provider's rounding.</summary>
    public Task GiveCooperative(long rupiah)
    {
        var now = komeji.Clock.GetUtcNow();
        return komeji.Write(db =>
        {
            db.Journals.AddRange(
                PostingRules.ProviderRounding("sandbox", 1, new Rupiah(-rupiah), now),
                PostingRules.ProviderSettled("sandbox", "po_modal", new Rupiah(rupiah), now, now),
                PostingRules.SweptToCooperative("MODAL", new Rupiah(rupiah), now, now));
            return Task.CompletedTask;
        });
    }

    public async Task<CheckoutPage> Look(UserId buyer, string code) => await market.Look(buyer, Wish(code));

    public async Task<Purchase> Buy(UserId buyer, string code, params VariantId[] things)
    {
        foreach (var thing in things)
        {
            await market.Put(buyer, thing);
        }

        return await market.Purchase(await market.Place(buyer, await Look(buyer, code), Wish(code)));
    }

    public static CheckoutWish Wish(string code) => CheckoutWish.Nothing with { Voucher = code };

    /// <summary>All money rules but the two that this desk's beginning breaks: no provider rounds so much, and none has a statement here.</summary>
    public async Task ShouldBeSound()
    {
        var report = await komeji.Send(new VerifyLedger());
        report.Checks.ShouldContain(c => c.Name == "vouchers agree");
        report.Checks.Where(c => !c.Ok && c.Name != "I9 rounding is small" && !c.Name.StartsWith("I5", StringComparison.Ordinal)).Select(c => $"{c.Name}: {c.Detail}").ShouldBeEmpty();
    }
}

using Komeji.Application.Common;
using Komeji.Application.Ledger;
using Komeji.Application.Taxes;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Promotions;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Promotions.Desk;

/// <summary>Sets the cooperative's money for a voucher apart, and takes back what is left of it (rule P17). Each reference of the bank is booked once.</summary>
public sealed class VoucherFunds(IKomejiDb db, TaxBooks books, EscrowAccount account, TimeProvider clock)
{
    const int LongestReference = 40;

    /// <param name="voucher">Just activated, so that it says how much.</param>
    /// <exception cref="RuleBroken"><c>voucher.reference</c>, <c>voucher.recorded</c>, <c>voucher.bank_short</c></exception>
    public async Task SetApart(Voucher voucher, string given, CancellationToken cancellationToken)
    {
        var reference = Reference(given);
        await books.TakeTurn(cancellationToken);
        await RequireNew(PostingRules.PromotionFundedKeys + reference, cancellationToken);
        var own = await books.AtBank(cancellationToken) - await TaxesOwed(cancellationToken);
        if (own < voucher.Funded)
        {
            throw new RuleBroken("voucher.bank_short", $"Menurut buku besar rekening koperasi (1021), tanpa pajak yang masih harus disetor, hanya berisi {Rupiah.Max(Rupiah.Zero, own)}. Kurangi dana vouchernya, atau bukukan dahulu pemindahan dana.");
        }

        db.Journals.Add(PostingRules.PromotionFunded(voucher, reference, clock.GetUtcNow()));
    }

    /// <exception cref="RuleBroken"><c>voucher.reference</c>, <c>voucher.recorded</c>, <c>voucher.escrow_short</c>, and what <see cref="Voucher.ReturnFund"/> refuses.</exception>
    public async Task TakeBack(Voucher voucher, string given, Actor by, CancellationToken cancellationToken)
    {
        var (reference, now) = (Reference(given), clock.GetUtcNow());
        await account.TakeTurn(cancellationToken);
        await RequireNew(PostingRules.PromotionReturnedKeys + reference, cancellationToken);
        var free = await Free(voucher.Id, cancellationToken);
        voucher.ReturnFund(free, reference, by, now);
        var there = await account.NotPromised([], cancellationToken);
        if (there < free)
        {
            throw new RuleBroken("voucher.escrow_short", $"Rekening titipan (1020) sekarang hanya berisi {there} yang belum dijanjikan. Tunggu penyelesaian dana dari penyedia, lalu coba lagi.");
        }

        db.Journals.Add(PostingRules.PromotionReturned(voucher, free, reference, now));
    }

    /// <summary>What the books hold for it, without what purchases that wait for payment would take.</summary>
    public async Task<Rupiah> Free(VoucherId voucher, CancellationToken cancellationToken)
    {
        var waiting = await db.VoucherUses.Where(u => u.VoucherId == voucher && u.State == VoucherUseState.Reserved).SumAsync(u => (long)u.OfCooperative, cancellationToken);
        return await db.FundOf(voucher, cancellationToken) - new Rupiah(waiting);
    }

    /// <summary>What lies on the cooperative's account for the State is nobody's discount.</summary>
    async Task<Rupiah> TaxesOwed(CancellationToken cancellationToken)
    {
        int[] taxes = [Chart.IncomeTaxWithheld.Code, Chart.VatPayable.Code];
        return new Rupiah(-await db.Entries.Where(e => taxes.Contains(e.Account)).SumAsync(e => (long)e.Amount, cancellationToken));
    }

    async Task RequireNew(string key, CancellationToken cancellationToken)
    {
        if (await db.Journals.AnyAsync(j => j.Key == key, cancellationToken))
        {
            throw new RuleBroken("voucher.recorded", "Nomor referensi ini sudah dicatat untuk pemindahan lain.");
        }
    }

    static string Reference(string given)
    {
        var reference = given.Trim().ToUpperInvariant();
        return reference.Length is >= 3 and <= LongestReference && reference.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '/' or '.')
            ? reference
            : throw new RuleBroken("voucher.reference", "Tulis nomor referensi pemindahan dari bank, 3 sampai 40 huruf atau angka.");
    }
}

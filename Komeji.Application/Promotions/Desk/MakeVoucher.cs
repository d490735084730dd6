using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Promotions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Promotions.Desk;

/// <summary>An officer writes down a voucher the cooperative pays, alone or with a shop. A second officer activates it, a shop that pays a part agrees first.</summary>
/// <param name="OfShop">The part the shop pays; nothing where the cooperative pays all of it.</param>
/// <param name="Shop">The address of the shop's page, or its name; empty for all shops.</param>
/// <param name="Budget">The most the cooperative pays.</param>
/// <exception cref="RuleBroken">As <see cref="Voucher.MadeByCooperative"/> says; <c>voucher.no_such_shop</c>, <c>voucher.code_taken</c>, <c>staff.own_case</c></exception>
public sealed record MakeVoucher(VoucherTerms Terms, BasisPoints OfShop, string Shop, Rupiah Budget, string Reason) : ICommand<VoucherId>, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, SettingsInForce settings, Notifier notifier, ICurrentUser user, TimeProvider clock) : IRequestHandler<MakeVoucher, VoucherId>
    {
        public async Task<VoucherId> Handle(MakeVoucher request, CancellationToken cancellationToken)
        {
            var (by, store) = (user.VoucherOfficer(), await Store(request.Shop.Trim(), cancellationToken));
            var most = new BasisPoints(await settings.Number(SettingCatalogue.VoucherMostPart, cancellationToken));
            var voucher = Voucher.MadeByCooperative(request.Terms, request.OfShop, store, request.Budget, most, request.Reason, by, clock.GetUtcNow());
            await db.RequireNewCode(voucher.Code, cancellationToken);
            if (store is { } shop)
            {
                await db.RequireUntied(user.Require(), shop, cancellationToken);
            }

            if (voucher.IsShared)
            {
                var owner = await db.Stores.Where(s => s.Id == store).Select(s => s.OwnerId).SingleAsync(cancellationToken);
                await notifier.Tell(owner, VoucherTexts.Proposed(voucher), cancellationToken);
            }

            db.Vouchers.Add(voucher);
            return voucher.Id;
        }

        async Task<StoreId?> Store(string shop, CancellationToken cancellationToken)
        {
            if (shop.Length == 0)
            {
                return null;
            }

            var found = await db.Stores.Where(s => s.Slug == shop || s.Name == shop).Select(s => s.Id).Take(2).ToListAsync(cancellationToken);
            return found.Count == 1
                ? found[0]
                : throw new RuleBroken("voucher.no_such_shop", "Toko itu tidak ditemukan. Tulis bagian akhir alamat halamannya, misalnya dapur-bu-sari.");
        }
    }
}

/// <summary>What we write to shops about vouchers they are asked to pay a part of.</summary>
static class VoucherTexts
{
    public static Notice Proposed(Voucher voucher) => new(
        "Koperasi mengajak voucher bersama",
        $"Voucher {voucher.Code} ({voucher.Title}): toko Anda menanggung {voucher.OfShop} dari potongannya, selebihnya koperasi. Voucher baru berlaku bila Anda setuju.",
        $"/penjual/voucher/{voucher.Id.Value}");
}

static class VoucherOfficers
{
    /// <summary>Operators and finance; the pages' policy says the same.</summary>
    /// <exception cref="NotFound">The person is neither.</exception>
    public static Actor VoucherOfficer(this ICurrentUser user) => Actor.Staff(
        user.Require().Value, user.IsIn(Roles.Finance) ? Roles.Finance : user.IsIn(Roles.Operator) ? Roles.Operator : throw new NotFound());
}

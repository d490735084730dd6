using Komeji.Application.Common;
using Komeji.Application.Ledger.Cash;
using Komeji.Application.Notifications;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores.Desk;

/// <summary>The seller closes her shop for good.</summary>
/// <param name="Sure">She has said that she knows it does not open again.</param>
/// <exception cref="RuleBroken"><c>store.sure</c>, <c>store.open_orders</c>, <c>store.debt</c>, <c>store.state</c></exception>
public sealed record CloseMyStore(bool Sure) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TimeProvider clock) : IRequestHandler<CloseMyStore>
    {
        public async Task<Unit> Handle(CloseMyStore request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Own, cancellationToken);
            var store = await db.StoreToDecide(shop.Id, cancellationToken);
            if (!request.Sure)
            {
                throw new RuleBroken("store.sure", "Centang bahwa Anda mengerti toko tidak bisa dibuka lagi, lalu tutup tokonya.");
            }

            await db.RequireNothingOpen(store, cancellationToken);
            store.Close(shop.Actor, "", clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

/// <summary>The cooperative closes a shop for good.</summary>
/// <exception cref="NotFound">No such shop.</exception>
/// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>store.appeal_waits</c>, <c>store.reason</c>, <c>store.open_orders</c>, <c>store.debt</c>, <c>store.state</c></exception>
public sealed record CloseStore(StoreId Id, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, Notifier notifier, TimeProvider clock) : IRequestHandler<CloseStore>
    {
        public async Task<Unit> Handle(CloseStore request, CancellationToken cancellationToken)
        {
            var store = await db.StoreToJudge(user.Require(), request.Id, cancellationToken);
            await db.RequireNothingOpen(store, cancellationToken);
            store.CloseByStaff(user.Staff(), request.Reason, clock.GetUtcNow());
            await notifier.TellEverywhere(store.OwnerId, StoreTexts.Closed(store.Name, request.Reason.Trim()), cancellationToken);
            return Unit.Value;
        }
    }
}

static class Closing
{
    /// <exception cref="RuleBroken"><c>store.open_orders</c>, <c>store.debt</c></exception>
    public static async Task RequireNothingOpen(this IKomejiDb db, Store store, CancellationToken cancellationToken)
    {
        var ended = Enum.GetValues<OrderState>().Where(OrderMoves.IsFinal).ToList();
        var open = await db.Orders.CountAsync(o => o.StoreId == store.Id && !ended.Contains(o.State), cancellationToken);
        if (open > 0)
        {
            throw new RuleBroken("store.open_orders", $"Masih ada {open} pesanan yang belum selesai. Selesaikan atau batalkan dahulu, lalu tutup tokonya. Agar tidak ada pesanan baru, liburkan toko.");
        }

        var (account, key) = (Chart.SellerBalance.Code, store.Id.Value.ToString());
        var overdrawn = await db.Entries.Where(e => e.Account == account && e.AccountKey == key).SumAsync(e => (long)e.Amount, cancellationToken);
        var owed = Rupiah.Max(Rupiah.Zero, new Rupiah(overdrawn)) + await db.CashDebtOf(store.Id, cancellationToken);
        if (owed.IsPositive)
        {
            throw new RuleBroken("store.debt", $"Toko masih mempunyai utang {owed} kepada koperasi. Transfer jumlah itu ke rekening koperasi dengan nama toko sebagai berita, lalu sampaikan bukti transfernya lewat halaman Pengaduan. Setelah petugas keuangan mencatatnya, toko bisa ditutup.");
        }
    }
}

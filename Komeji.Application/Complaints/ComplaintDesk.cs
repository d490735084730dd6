using Komeji.Application.Common;
using Komeji.Application.Returns;
using Komeji.Application.Stores;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Domain.Returns;
using Komeji.Domain.Stores;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Complaints;

/// <summary>On whose page a complaint is looked at.</summary>
public enum ComplaintOnlooker
{
    Buyer,
    Seller,
    Staff,
}

/// <summary>Whoever acts on a complaint finds it only through what is theirs; a draft is its buyer's alone. Two who change one take turns.</summary>
public sealed class ComplaintDesk(IKomejiDb db, ICurrentUser user, ShopDesk shops)
{
    /// <exception cref="NotFound">The person is none of these.</exception>
    public async Task<IQueryable<Complaint>> Visible(ComplaintOnlooker onlooker, CancellationToken cancellationToken)
    {
        var person = user.Require();
        switch (onlooker)
        {
            case ComplaintOnlooker.Buyer:
                return db.Complaints.Where(c => c.BuyerId == person && c.SubmittedAt != null);
            case ComplaintOnlooker.Seller:
                var shop = (await shops.At(ShopRights.Orders, cancellationToken)).Id;
                return db.Complaints.Where(c => c.StoreId == shop && c.BuyerId != person && c.SubmittedAt != null);
            case ComplaintOnlooker.Staff when user.IsIn(Roles.Operator) || user.IsIn(Roles.CallCentre):
                return db.Complaints.Where(c => c.SubmittedAt != null);
            default:
                throw new NotFound();
        }
    }

    /// <summary>A complaint to be changed, and as whom. What follows sees what the one before changed.</summary>
    /// <exception cref="NotFound">No such complaint of theirs.</exception>
    /// <exception cref="RuleBroken"><c>staff.own_case</c></exception>
    public async Task<(Complaint Complaint, Actor By)> Take(string number, ComplaintOnlooker onlooker, CancellationToken cancellationToken)
    {
        var known = await (await Visible(onlooker, cancellationToken)).Where(c => c.Number == number)
            .Select(c => new { c.Id, c.BuyerId, c.StoreId }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
        var by = await ActorAs(onlooker, cancellationToken);
        if (onlooker == ComplaintOnlooker.Staff)
        {
            await RequireNotOwn(known.BuyerId, known.StoreId, cancellationToken);
        }

        return (await db.TakeComplaint(known.Id, cancellationToken), by);
    }

    /// <summary>Nobody of the cooperative has a hand in a complaint of her own, or of a shop she is tied to.</summary>
    /// <exception cref="RuleBroken"><c>staff.own_case</c></exception>
    public async Task RequireNotOwn(UserId buyer, StoreId store, CancellationToken cancellationToken)
    {
        var person = user.Require();
        if (buyer == person)
        {
            throw new RuleBroken("staff.own_case", "Ini komplain Anda sendiri. Minta petugas lain yang menanganinya.");
        }

        await db.RequireUntied(person, store, cancellationToken);
    }

    public async Task<Actor> ActorAs(ComplaintOnlooker onlooker, CancellationToken cancellationToken) => onlooker switch
    {
        ComplaintOnlooker.Buyer => Actor.Buyer(user.Require().Value),
        ComplaintOnlooker.Seller => (await shops.At(ShopRights.Orders, cancellationToken)).Actor,
        _ => Officer(),
    };

    /// <exception cref="NotFound">The person is not of the staff that handles complaints.</exception>
    public Actor Officer() =>
        Actor.Staff(user.Require().Value, user.IsIn(Roles.Operator) ? Roles.Operator : user.IsIn(Roles.CallCentre) ? Roles.CallCentre : throw new NotFound());
}

static class ComplaintsOf
{
    /// <summary>With what it is made of, to be changed; another who changes it waits. What was said so far is not read: it is only added to.</summary>
    public static async Task<Complaint> TakeComplaint(this IKomejiDb db, ComplaintId id, CancellationToken cancellationToken)
    {
        await db.TakeTurn($"complaint {id.Value}", cancellationToken);
        var complaint = await db.Complaints.Include(c => c.Items).Include(c => c.Pictures).SingleAsync(c => c.Id == id, cancellationToken);
        await db.Complaints.Include(c => c.Offers).ThenInclude(o => o.Lines).SingleAsync(c => c.Id == id, cancellationToken);
        return complaint;
    }

    /// <summary>The officer's clock, as the complaint's steps tell.</summary>
    public static async Task<DecisionClock?> DecisionClockOf(this IKomejiDb db, ComplaintId id, CancellationToken cancellationToken) =>
        DecisionClock.Of(await db.StateChanges.AsNoTracking().Where(c => c.SubjectId == id.Value && c.Subject == "complaint").OrderBy(c => c.Id).ToListAsync(cancellationToken));

    /// <summary>The refund of its outcome is booked; a return it waited for is paid with it.</summary>
    public static async Task SettleComplaint(this IKomejiDb db, Complaint complaint, RefundId refund, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var outcome = complaint.OutcomeId?.Value;
        complaint.Settle(refund, now);
        if (await db.GoodsReturns.Include(r => r.Lines).SingleOrDefaultAsync(r => r.Cause == ReturnCause.Complaint && r.CauseId == outcome, cancellationToken) is { } goods)
        {
            goods.SettleWith(refund);
            goods.CoverFreight(refund, complaint.ReturnFreight - complaint.FreightUncovered);
        }
    }

    /// <summary>Goods that go back first have to be with the buyer; what came back or is on its way goes back no second time.</summary>
    /// <exception cref="RuleBroken"><c>complaint.goods_gone</c></exception>
    public static async Task RequireGoodsFor(this IKomejiDb db, Complaint complaint, Settlement settlement, CancellationToken cancellationToken)
    {
        if (!settlement.NeedsReturn)
        {
            return;
        }

        var order = await db.Orders.AsNoTracking().Include(o => o.Lines).SingleAsync(o => o.Id == complaint.OrderId, cancellationToken);
        var left = await db.ReturnableOf(order, cancellationToken);
        if (complaint.Items.Any(i => i.Quantity > left.Pieces(order.Lines.Single(l => l.Id == i.OrderLineId))))
        {
            throw new RuleBroken("complaint.goods_gone", "Barangnya sudah kembali kepada penjual atau sedang dikirim balik. Hapus centang barang kembali.");
        }
    }

    public static IQueryable<Complaint> Open(this IQueryable<Complaint> complaints) => complaints.Where(c => c.State != ComplaintState.Draft && c.State != ComplaintState.Resolved
        && c.State != ComplaintState.ClosedNoReply && c.State != ComplaintState.Cancelled && c.State != ComplaintState.Referred);

    /// <summary>It is this side's turn: to answer the last offer, to bring evidence, to send the goods back, or to appeal if it wants to.</summary>
    public static IQueryable<Complaint> WaitingFor(this IQueryable<Complaint> complaints, ComplaintSide side)
    {
        var alone = side == ComplaintSide.Seller ? ComplaintState.AwaitingSeller : ComplaintState.AwaitingReturn;
        return complaints.Where(c => (c.State == alone && c.DueAt != null) || c.State == ComplaintState.AwaitingEvidence
            || (c.State == ComplaintState.Negotiating && c.Offers.OrderByDescending(o => o.Number).Select(o => o.Side).First() != side)
            || (c.State == ComplaintState.Decided && !c.Offers.Any(o => o.Kind == ComplaintOfferKind.Final)));
    }

    /// <summary>While a complaint is open, what goes back to the buyer is agreed or decided there and nowhere else.</summary>
    /// <exception cref="RuleBroken"><c>refund.complaint_open</c></exception>
    public static async Task RequireNoComplaint(this IKomejiDb db, OrderId order, CancellationToken cancellationToken)
    {
        if (await db.OpenComplaintOf(order, cancellationToken) is { } number)
        {
            throw new RuleBroken("refund.complaint_open", $"Komplain {number} atas pesanan ini masih berjalan, dan pengembalian dananya diputuskan di sana. Buka komplain itu; sesudah berakhir, yang tersisa dapat dikembalikan di sini.");
        }
    }

    /// <summary>The number of the complaint that is open; null while none is.</summary>
    public static Task<string?> OpenComplaintOf(this IKomejiDb db, OrderId order, CancellationToken cancellationToken) =>
        db.Complaints.Open().Where(c => c.OrderId == order).Select(c => c.Number).FirstOrDefaultAsync(cancellationToken);

    /// <summary>While there is one, the order's money waits.</summary>
    public static Task<bool> HasOpenComplaint(this IKomejiDb db, OrderId order, CancellationToken cancellationToken) =>
        db.Complaints.Open().AnyAsync(c => c.OrderId == order, cancellationToken);
}

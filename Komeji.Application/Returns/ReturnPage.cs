using System.Linq.Expressions;
using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Domain.Ordering;
using Komeji.Domain.Returns;
using Komeji.Domain.Shipping;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Returns;

/// <summary>Everything a page tells about one return, to its buyer, its shop or the cooperative's staff.</summary>
public sealed record ShowReturn(string Return, OrderOnlooker Onlooker) : IQuery<ReturnPage>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, ShopDesk desk, SettingsInForce settings) : IRequestHandler<ShowReturn, ReturnPage>
    {
        /// <exception cref="NotFound">No such return of theirs.</exception>
        public async Task<ReturnPage> Handle(ShowReturn request, CancellationToken cancellationToken)
        {
            var goods = await (await db.ReturnsSeenBy(request.Onlooker, user, desk, cancellationToken)).AsNoTracking().Load(request.Return, cancellationToken);
            var order = await db.Orders.AsNoTracking().Include(o => o.Lines).SingleAsync(o => o.Id == goods.OrderId, cancellationToken);
            var forBuyer = request.Onlooker == OrderOnlooker.Buyer;
            return new ReturnPage
            {
                Number = goods.Number,
                State = goods.State,
                Cause = goods.Cause,
                CauseNumber = goods.CauseNumber,
                Order = order.Number,
                BuyerName = order.Destination.Recipient,
                Sender = forBuyer ? new OrderDestination(order.Destination.Recipient, order.Destination.Phone, order.Destination.Street, order.Destination.Region, order.Destination.PostalCode, order.Destination.Landmark) : null,
                Shop = await ShopOf(order, cancellationToken),
                ShopPostalCode = await db.Stores.Where(s => s.Id == order.StoreId)
                    .Select(s => db.Regions.Where(r => r.Code == s.VillageCode).Select(r => r.PostalCode).FirstOrDefault()).SingleAsync(cancellationToken) ?? "",
                Point = goods.PointId is { } point ? (await Points(p => p.Id == point, cancellationToken)).SingleOrDefault() : null,
                Points = forBuyer && goods.State == GoodsReturnState.AwaitingReturn
                    ? await Points(p => p.IsOpen && db.ServedPoints.Any(s => s.PointId == p.Id && s.StoreId == goods.StoreId), cancellationToken)
                    : [],
                Code = request.Onlooker switch
                {
                    OrderOnlooker.Buyer when goods.State == GoodsReturnState.AwaitingReturn => goods.DropCode,
                    OrderOnlooker.Seller when goods.IsAtPoint => goods.FetchCode,
                    _ => null,
                },
                IsLocked = goods.IsLocked,
                Freight = goods.Freight,
                FreightPaid = goods.FreightPaid,
                FreightOwed = goods.State == GoodsReturnState.ReturnReceived ? goods.FreightOwed : Rupiah.Zero,
                FreightCover = await CoverOf(goods, order, cancellationToken),
                FreightMost = (await settings.ReturnTerms(cancellationToken)).FreightMost,
                HasReceipt = goods.FreightProof is not null,
                Courier = goods.Courier,
                TrackingNumber = goods.TrackingNumber,
                Times = new ReturnTimes(goods.OpenedAt, goods.SentAt, goods.AtPointAt, goods.FetchedAt, goods.ArrivedAt, goods.EndedAt),
                Deadline = goods is { Clock: { } clock, DueAt: { } due } ? new ReturnDeadline(clock, due) : null,
                ShortReason = goods.ShortReason,
                Objection = goods.Objection,
                Offered = goods.Offered,
                IsRefunded = goods.RefundId is not null,
                IsBeingPaid = goods.RefundId is null && await db.Complaints.AnyAsync(c => c.Number == goods.CauseNumber && c.State == ComplaintState.Executing, cancellationToken),
                Lines = LinesOf(goods, order),
                Photos = [.. goods.Photos.OrderBy(p => p.Place).Select(p => new ReturnPagePhoto(p.Place, p.Of, p.At))],
                Replacements = await db.Replacements.Where(r => r.Cause == goods.Cause && r.CauseId == goods.CauseId).OrderBy(r => r.Id).Select(r => r.Number).ToListAsync(cancellationToken),
                Steps = await db.StateChanges.Where(c => c.SubjectId == goods.Id.Value && c.Subject == "return").OrderBy(c => c.Id)
                    .Select(c => new OrderStep(c.From, c.To, c.ActorRole, c.At, c.ReasonCode, c.Note)).ToListAsync(cancellationToken),
            };
        }

        /// <summary>A refund gives back no more than was paid for shipping, and shipping that its complaint gives back goes first.</summary>
        async Task<Rupiah> CoverOf(GoodsReturn goods, Order order, CancellationToken cancellationToken)
        {
            var outcome = new ComplaintOfferId(goods.CauseId);
            var agreed = goods.Cause == ReturnCause.Complaint
                ? await db.Complaints.SelectMany(c => c.Offers).Where(o => o.Id == outcome).Select(o => o.Shipping).SingleOrDefaultAsync(cancellationToken)
                : Rupiah.Zero;
            return Rupiah.Max(Rupiah.Zero, order.LeftShipping - agreed);
        }

        static IReadOnlyList<ReturnPageLine> LinesOf(GoodsReturn goods, Order order)
        {
            var bought = order.Lines.ToDictionary(l => l.Id);
            return
            [
                .. goods.Lines.OrderBy(l => l.OrderLineId.Value).Select(l => new ReturnPageLine(
                    l.OrderLineId, bought[l.OrderLineId].FullName(), bought[l.OrderLineId].PictureKey, l.Pieces, l.Agreed, l.Sellable, l.Unsellable, l.Offered)),
            ];
        }

        Task<OrderShop> ShopOf(Order order, CancellationToken cancellationToken) => db.Stores.Where(s => s.Id == order.StoreId)
            .Select(s => new OrderShop(order.StoreName, s.Slug, s.Phone, s.Street, s.OpeningHours, db.Regions.Where(r => r.Code == s.VillageCode).Select(r => r.FullName).FirstOrDefault() ?? ""))
            .SingleAsync(cancellationToken);

        async Task<IReadOnlyList<ReturnPoint>> Points(Expression<Func<PickupPoint, bool>> which, CancellationToken cancellationToken) =>
            await db.PickupPoints.Where(which).OrderBy(p => p.Name)
                .Select(p => new ReturnPoint(p.Id, p.Name, p.Street, p.OpeningHours, p.Phone, db.Regions.Where(r => r.Code == p.VillageCode).Select(r => r.FullName).FirstOrDefault() ?? ""))
                .ToListAsync(cancellationToken);
    }
}

public sealed record ReturnPage
{
    public required string Number { get; init; }
    public required GoodsReturnState State { get; init; }
    public required ReturnCause Cause { get; init; }
    public required string CauseNumber { get; init; }
    public required string Order { get; init; }
    public required string BuyerName { get; init; }

    /// <summary>Whose name and address stand on the parcel, as on the order; only for the buyer, and without a street where the order was collected.</summary>
    public required OrderDestination? Sender { get; init; }
    public required OrderShop Shop { get; init; }

    /// <summary>Of the shop's village; empty where it is not known.</summary>
    public required string ShopPostalCode { get; init; }

    /// <summary>The community point it is brought to.</summary>
    public required ReturnPoint? Point { get; init; }

    /// <summary>Where the buyer may bring it.</summary>
    public required IReadOnlyList<ReturnPoint> Points { get; init; }

    /// <summary>What the reader shows at the point; null where there is none for her.</summary>
    public required string? Code { get; init; }
    public required bool IsLocked { get; init; }
    public required FreightPayer Freight { get; init; }
    public required Rupiah FreightPaid { get; init; }

    /// <summary>What of it no refund has given back.</summary>
    public required Rupiah FreightOwed { get; init; }

    /// <summary>What of the shipping paid for the order is left to give freight back from.</summary>
    public required Rupiah FreightCover { get; init; }
    public required Rupiah FreightMost { get; init; }
    public required bool HasReceipt { get; init; }
    public required string Courier { get; init; }
    public required string TrackingNumber { get; init; }
    public required ReturnTimes Times { get; init; }
    public required ReturnDeadline? Deadline { get; init; }
    public required string ShortReason { get; init; }
    public required string Objection { get; init; }
    public required Rupiah Offered { get; init; }

    /// <summary>A decided refund gave it back.</summary>
    public required bool IsRefunded { get; init; }

    /// <summary>The complaint it follows from is being carried out, and pays by itself.</summary>
    public required bool IsBeingPaid { get; init; }
    public required IReadOnlyList<ReturnPageLine> Lines { get; init; }
    public required IReadOnlyList<ReturnPagePhoto> Photos { get; init; }

    /// <summary>Numbers of what the shop sends by the same outcome.</summary>
    public required IReadOnlyList<string> Replacements { get; init; }
    public required IReadOnlyList<OrderStep> Steps { get; init; }

    public Rupiah Agreed => Rupiah.Sum(Lines.Select(l => l.Agreed));

    /// <summary>What goes back if what was counted so far stands.</summary>
    public Rupiah ByCount => Rupiah.Sum(Lines.Select(l => Returnable.Target(l.Agreed, l.Accepted, l.Pieces)));

    /// <summary>Of the freight still owed, what goes back with the goods' money.</summary>
    public Rupiah FreightComing => IsBeingPaid && Offered.IsPositive ? Rupiah.Min(FreightOwed, FreightCover) : Rupiah.Zero;

    public bool IsCounted => State is GoodsReturnState.PartlyAccepted or GoodsReturnState.ReturnReceived || Lines.Any(l => l.Accepted > 0);
}

public sealed record ReturnTimes(DateTimeOffset OpenedAt, DateTimeOffset? SentAt, DateTimeOffset? AtPointAt, DateTimeOffset? FetchedAt, DateTimeOffset? ArrivedAt, DateTimeOffset? EndedAt);

/// <summary>What happens next by itself, and when.</summary>
public sealed record ReturnDeadline(ReturnClock Clock, DateTimeOffset At);

public sealed record ReturnPoint(PointId Id, string Name, string Street, string OpeningHours, string Phone, string Region);

/// <param name="Agreed">What goes back when all of them come back.</param>
/// <param name="Offered">What goes back for what came.</param>
public sealed record ReturnPageLine(OrderLineId Id, string Name, string? PictureKey, int Pieces, Rupiah Agreed, int Sellable, int Unsellable, Rupiah Offered)
{
    public int Accepted => Sellable + Unsellable;
}

public sealed record ReturnPagePhoto(int Place, ReturnPhotoOf Of, DateTimeOffset At);

static class ReturnReaders
{
    /// <summary>What the reader may see: a foreign one is not there.</summary>
    public static async Task<IQueryable<GoodsReturn>> ReturnsSeenBy(this IKomejiDb db, OrderOnlooker onlooker, ICurrentUser user, ShopDesk desk, CancellationToken cancellationToken) => onlooker switch
    {
        OrderOnlooker.Buyer => db.GoodsReturns.BoughtBy(user.Require()),
        OrderOnlooker.Seller => db.GoodsReturns.SoldBy(await desk.At(ShopRights.Orders, cancellationToken)),
        OrderOnlooker.Staff when user.IsIn(Roles.Operator) || user.IsIn(Roles.CallCentre) => db.GoodsReturns,
        _ => throw new NotFound(),
    };

    public static async Task<IQueryable<Replacement>> ReplacementsSeenBy(this IKomejiDb db, OrderOnlooker onlooker, ICurrentUser user, ShopDesk desk, CancellationToken cancellationToken) => onlooker switch
    {
        OrderOnlooker.Buyer => db.Replacements.BoughtBy(user.Require()),
        OrderOnlooker.Seller => db.Replacements.SoldBy(await desk.At(ShopRights.Orders, cancellationToken)),
        OrderOnlooker.Staff when user.IsIn(Roles.Operator) || user.IsIn(Roles.CallCentre) => db.Replacements,
        _ => throw new NotFound(),
    };

    /// <summary>Product and variant in words.</summary>
    public static string FullName(this OrderLine line) => line.VariantName.Length > 0 ? $"{line.ProductName}, {line.VariantName}" : line.ProductName;
}

using Komeji.Application.Common;
using Komeji.Application.Shipping;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;

namespace Komeji.Application.Complaints;

/// <summary>What never came and goes back wholly by a complaint is lost; an order on its way could not end otherwise.</summary>
static class LostGoods
{
    /// <param name="order">Tracked when it is to be saved; of another copy it is only looked at what would be booked.</param>
    /// <returns>False where the goods came, or only a part of what was paid goes back.</returns>
    public static bool Lose(this Order order, RefundPlan plan, string why, DateTimeOffset now)
    {
        if (order.State != OrderState.Shipped || plan.Amount < order.Left)
        {
            return false;
        }

        order.ReturnToSender(Actor.System, PlainText.Cut($"Tidak sampai. {why}", 500), now);
        return true;
    }

    /// <summary>The order's parcels with it, in the transaction that books the refund.</summary>
    public static async Task LoseWithParcels(this IKomejiDb db, Order order, RefundPlan plan, string why, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!order.Lose(plan, why, now))
        {
            return;
        }

        foreach (var parcel in await db.ParcelsUnderWay(order, cancellationToken))
        {
            parcel.Lose(Actor.System, now);
        }
    }
}

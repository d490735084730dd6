using System.Text.Json;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;

namespace Komeji.Application.Payments.Desk;

/// <summary>The plan of a refund as it is kept while it waits for a second officer.</summary>
sealed record RefundWish(IReadOnlyDictionary<Guid, long> Lines, long Shipping, IReadOnlyDictionary<RefundBearer, int> Percents, int OfBuyer = 0)
{
    public static string Write(RefundPlan plan) => JsonSerializer.Serialize(
        new RefundWish(plan.Lines.ToDictionary(l => l.Key.Value, l => l.Value.Amount), plan.Shipping.Amount, plan.Percents, plan.OfBuyer));

    public static RefundPlan Read(string text)
    {
        var wish = JsonSerializer.Deserialize<RefundWish>(text) ?? throw new InvalidOperationException("A refund without a plan waits.");
        return new RefundPlan(wish.Lines.ToDictionary(l => new OrderLineId(l.Key), l => new Rupiah(l.Value)), new Rupiah(wish.Shipping), wish.Percents) { OfBuyer = wish.OfBuyer };
    }
}

using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Desk;

/// <summary>A dispute with the orders it holds up and what it took, for finance.</summary>
public sealed record ShowDispute(DisputeId Id) : IQuery<DisputePage>
{
    internal sealed class Handler(IKomejiDb db, Gateways gateways) : IRequestHandler<ShowDispute, DisputePage>
    {
        public async Task<DisputePage> Handle(ShowDispute request, CancellationToken cancellationToken)
        {
            var dispute = await db.Disputes.AsNoTracking().Include(d => d.Claims).SingleOrDefaultAsync(d => d.Id == request.Id, cancellationToken) ?? throw new NotFound();
            var purchase = await db.Purchases.Where(p => p.Id == dispute.PurchaseId).Select(p => p.Number).SingleAsync(cancellationToken);
            var orders = await (
                from order in db.Orders
                where order.PurchaseId == dispute.PurchaseId
                join share in db.EscrowShares on order.Id equals share.OrderId
                orderby order.Number
                select new { order.Id, order.Number, order.StoreName, order.State, share.Remaining, IsFrozen = share.State == EscrowState.Frozen }).ToListAsync(cancellationToken);
            var held = dispute.Claims.ToDictionary(c => c.OrderId, c => c);
            var steps = await db.StateChanges.Where(c => c.Subject == "dispute" && c.SubjectId == dispute.Id.Value).OrderBy(c => c.Id)
                .Select(c => new RefundStep(c.To, c.ReasonCode, c.Note, c.ActorRole, c.At)).ToListAsync(cancellationToken);
            return new DisputePage
            {
                Id = dispute.Id,
                ProviderDispute = dispute.ProviderDispute,
                Gateway = dispute.Gateway,
                Purchase = purchase,
                State = dispute.State,
                Reason = dispute.Reason,
                Amount = dispute.Amount,
                IsWithdrawn = dispute.IsWithdrawn,
                Unsettled = dispute.Unsettled,
                Borne = dispute.Borne,
                BackAfterLoss = dispute.BackAfterLoss,
                LostByShops = Rupiah.Sum(dispute.Claims.Where(c => c.State == DisputeClaimState.Lost).Select(c => c.Amount)),
                CountedAsRefund = await db.CountedAsRefund(dispute, cancellationToken),
                OpenedAt = dispute.OpenedAt,
                EvidenceBefore = dispute.EvidenceBefore,
                EndsByHand = dispute.State != DisputeState.Lost && gateways.Named(dispute.Gateway) is { TellsHowDisputesEnd: false }
                    && !await db.Disputes.AnyAsync(d => d.Gateway == dispute.Gateway && d.ProviderDispute == dispute.NextProviderDispute, cancellationToken),
                Orders = [.. orders.Select(o => new DisputedOrder(o.Number, o.StoreName, o.State, o.Remaining, o.IsFrozen, held.TryGetValue(o.Id, out var claim) ? claim.Held : Rupiah.Zero))],
                Steps = steps,
                Waiting = await db.MoneyApprovals.Where(a => a.SubjectId == dispute.Id.Value && a.State == MoneyApprovalState.Waiting).Select(a => a.Id).ToListAsync(cancellationToken),
            };
        }
    }
}

public sealed record DisputePage
{
    public required DisputeId Id { get; init; }

    /// <summary>The provider's id of it, to be found at its desk.</summary>
    public required string ProviderDispute { get; init; }
    public required string Gateway { get; init; }
    public required string Purchase { get; init; }
    public required DisputeState State { get; init; }
    public required string Reason { get; init; }
    public required Rupiah Amount { get; init; }
    public required bool IsWithdrawn { get; init; }

    /// <summary>What was taken and nobody has borne yet.</summary>
    public required Rupiah Unsettled { get; init; }

    /// <summary>What the cooperative bore.</summary>
    public required Rupiah Borne { get; init; }

    /// <summary>What came back though the dispute had been lost, and waits to be decided about.</summary>
    public required Rupiah BackAfterLoss { get; init; }

    /// <summary>What shops of completed orders gave up for it, with fee and taxes.</summary>
    public required Rupiah LostByShops { get; init; }

    /// <summary>What of the buyer's refunds counts as paid by her bank.</summary>
    public required Rupiah CountedAsRefund { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset? EvidenceBefore { get; init; }

    /// <summary>The provider does not tell how it ends: an officer records it, also that one that was won is lost after all.</summary>
    public required bool EndsByHand { get; init; }
    public required IReadOnlyList<DisputedOrder> Orders { get; init; }
    public required IReadOnlyList<RefundStep> Steps { get; init; }

    /// <summary>Decisions about it that wait for a second officer.</summary>
    public required IReadOnlyList<MoneyApprovalId> Waiting { get; init; }

    /// <summary>Somebody has to decide who bears it.</summary>
    public bool AwaitsDecision => State == DisputeState.Lost && (Unsettled.IsPositive || Orders.Any(o => o.IsFrozen));
}

/// <param name="Held">What is held of it for the buyer.</param>
/// <param name="IsFrozen">Neither side can go on with it.</param>
/// <param name="HeldOfShop">What is, or was, set apart from the shop's balance.</param>
public sealed record DisputedOrder(string Number, string StoreName, OrderState State, Rupiah Held, bool IsFrozen, Rupiah HeldOfShop);

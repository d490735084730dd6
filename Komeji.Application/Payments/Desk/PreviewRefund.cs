using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Desk;

/// <summary>What a refund would move, exactly, and who gives what. Nothing is saved.</summary>
public sealed record PreviewRefund(string Number, RefundPlan Plan, string Reason) : IQuery<RefundPreview>
{
    internal sealed class Handler(IKomejiDb db, RefundDrafts drafts, SecondOfficer second, TimeProvider clock) : IRequestHandler<PreviewRefund, RefundPreview>
    {
        public async Task<RefundPreview> Handle(PreviewRefund request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var draft = await drafts.Make(drafts.Officer(), db.Orders.AsNoTracking(), request.Number, request.Plan, request.Reason, now, cancellationToken);
            return RefundPreview.Of(draft, await second.IsNeededToRefund(draft.Order.PurchaseId, draft.Decision.Amount, cancellationToken), now);
        }
    }
}

public sealed record RefundPreview
{
    public required string Number { get; init; }
    public required Rupiah Amount { get; init; }
    public required RefundSolution Solution { get; init; }
    public required bool AfterRelease { get; init; }
    public required IReadOnlyList<BorneShare> Shares { get; init; }

    /// <summary>What leaves the shop's balance, or the money held for it: after the release without fee and taxes, which come back too.</summary>
    public required Rupiah FromShop { get; init; }
    public required IReadOnlyList<RefundEffect> Effects { get; init; }

    /// <summary>To be given back with the decision.</summary>
    public required string Seen { get; init; }

    /// <summary>It is so much that another officer has to agree.</summary>
    public required bool NeedsSecond { get; init; }

    internal static RefundPreview Of(RefundDraft draft, bool needsSecond, DateTimeOffset now)
    {
        var decision = draft.Decision;
        return new RefundPreview
        {
            Number = draft.Order.Number,
            Amount = decision.Amount,
            Solution = decision.Solution,
            AfterRelease = decision.AfterRelease,
            Shares = [.. decision.Shares.Select(s => new BorneShare(s.Bearer, s.Percent, s.Amount))],
            FromShop = decision.AfterRelease ? decision.Reversed.OfShop : decision.OfShop,
            Effects = draft.Effects(now),
            Seen = draft.Effect(now),
            NeedsSecond = needsSecond,
        };
    }
}

/// <param name="Amount">Of the buyer's money.</param>
public sealed record BorneShare(RefundBearer Bearer, int Percent, Rupiah Amount);

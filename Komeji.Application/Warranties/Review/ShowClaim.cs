using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Warranties;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Warranties.Review;

/// <summary>One claim with what an officer needs to decide it.</summary>
public sealed record ShowClaim(string Claim) : IQuery<ClaimCase>
{
    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ShowClaim, ClaimCase>
    {
        public async Task<ClaimCase> Handle(ShowClaim request, CancellationToken cancellationToken)
        {
            var page = await ClaimPage.Read(db, db.WarrantyClaims.Submitted(), request.Claim, cancellationToken);
            var claim = await db.WarrantyClaims.AsNoTracking().Load(request.Claim, cancellationToken);
            var line = await db.Orders.AsNoTracking().SelectMany(o => o.Lines).SingleAsync(l => l.Id == claim.OrderLineId, cancellationToken);
            var refunds = claim.State == ClaimState.UnderReview
                ? await db.DecidedFor(claim).OrderByDescending(d => d.DecidedAt).Select(d => new ClaimableRefund(d.Id, d.Amount, d.Reason, d.DecidedAt)).ToListAsync(cancellationToken)
                : [];
            return new ClaimCase(page, claim.Leads(ClaimRuling.Uphold), claim.Leads(ClaimRuling.Dismiss), Price(line.Total, claim.Pieces, line.Quantity, line.Left), refunds)
            {
                Store = claim.StoreId,
                Buyer = await db.Users.Where(u => u.Id == claim.BuyerId.Value).Select(u => u.FullName).SingleOrDefaultAsync(cancellationToken) ?? "",
            };
        }

        /// <summary>What was paid for the claimed pieces, as far as it is still to give back.</summary>
        static Rupiah Price(Rupiah total, int pieces, int quantity, Rupiah left) =>
            Rupiah.Min(left, new Rupiah((checked(total.Amount * pieces) + quantity - 1) / quantity));
    }
}

/// <param name="Upheld">Where the claim goes when the buyer is right; null while nothing is to decide.</param>
/// <param name="Dismissed">Where it goes when the warrantor is; null where that cannot be decided now.</param>
/// <param name="Price">What may go back for the claimed pieces.</param>
/// <param name="Refunds">Decided refunds that may have been for it.</param>
public sealed record ClaimCase(ClaimPage Claim, ClaimState? Upheld, ClaimState? Dismissed, Rupiah Price, IReadOnlyList<ClaimableRefund> Refunds)
{
    public required StoreId Store { get; init; }

    /// <summary>Name.</summary>
    public required string Buyer { get; init; }
}

public sealed record ClaimableRefund(RefundId Id, Rupiah Amount, string Reason, DateTimeOffset At);

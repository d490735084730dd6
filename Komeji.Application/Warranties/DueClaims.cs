using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Warranties;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Warranties;

/// <summary>Claims whose clock has run out. What an officer decides has a deadline and no clock.</summary>
public sealed class DueClaims(IKomejiDb db, TimeProvider clock) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await db.WarrantyClaims.Where(c => c.EndedAt == null && c.DueAt <= now && c.State != ClaimState.UnderReview)
            .OrderBy(c => c.DueAt).ThenBy(c => c.Id).Take(most).Select(c => c.Id).ToListAsync(cancellationToken);
        return [.. due.Select(id => new RunClaimClock(id))];
    }
}

/// <summary>Does what a claim's clock asks for when it has run out; one that was moved meanwhile does nothing.</summary>
public sealed record RunClaimClock(WarrantyClaimId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, SettingsInForce settings, TimeProvider clock) : IRequestHandler<RunClaimClock>
    {
        public async Task<Unit> Handle(RunClaimClock request, CancellationToken cancellationToken)
        {
            var claim = await db.WarrantyClaims.SingleAsync(c => c.Id == request.Id, cancellationToken);
            claim.RunOut(await settings.ClaimTerms(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

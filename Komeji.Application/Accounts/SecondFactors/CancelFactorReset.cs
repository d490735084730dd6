using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Accounts.SecondFactors;

/// <summary>A person who is still signed in somewhere stops the request to take the second factor off.</summary>
public sealed record CancelFactorReset : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser me, TimeProvider clock) : IRequestHandler<CancelFactorReset>
    {
        public async Task<Unit> Handle(CancelFactorReset request, CancellationToken cancellationToken)
        {
            var id = me.Require().Value;
            await db.TakeTurn($"second factor {id}", cancellationToken);
            await db.CancelFactorResets(id, new Actor(id, "pemilik"), "cancelled", clock.GetUtcNow(), cancellationToken);
            return Unit.Value;
        }
    }
}

using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores;

/// <summary>Writes what the seller's shop promises its buyers.</summary>
/// <exception cref="RuleBroken"><c>store.policy</c>, <c>store.void_clause</c></exception>
public sealed record WritePolicy(string Returns, string Shipping, string Other) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, ShopDesk desk, TimeProvider clock) : IRequestHandler<WritePolicy>
    {
        public async Task<Unit> Handle(WritePolicy request, CancellationToken cancellationToken)
        {
            var store = (await desk.At(ShopRights.Page, cancellationToken)).Id;
            await db.TakeTurn($"policy:{store.Value}", cancellationToken);
            var policy = await db.StorePolicies.SingleOrDefaultAsync(p => p.StoreId == store, cancellationToken) ?? db.StorePolicies.Add(StorePolicy.Of(store)).Entity;
            policy.Write(request.Returns, request.Shipping, request.Other, user.Require(), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

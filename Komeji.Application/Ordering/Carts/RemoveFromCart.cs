using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering.Carts;

/// <summary>Taking out what is not there is no mistake.</summary>
public sealed record RemoveFromCart(VariantId VariantId, string? VisitorToken) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<RemoveFromCart>
    {
        public async Task<Unit> Handle(RemoveFromCart request, CancellationToken cancellationToken)
        {
            await db.TakeTurn(CartKeys.Turn(user.Id, request.VisitorToken), cancellationToken);
            var cart = await db.Carts.Of(user.Id, request.VisitorToken).Include(c => c.Lines).SingleOrDefaultAsync(cancellationToken);
            cart?.Remove(request.VariantId, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

using Komeji.Application.Common;
using Komeji.Domain.Ordering;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering.Carts;

/// <summary>After signing in: what the visitor had in the cart is the person's now. A second time nothing is left to take.</summary>
public sealed record TakeOverCart(string VisitorToken) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<TakeOverCart>
    {
        public async Task<Unit> Handle(TakeOverCart request, CancellationToken cancellationToken)
        {
            var owner = user.Require();
            var now = clock.GetUtcNow();
            await db.TakeTurn(CartKeys.Turn(null, request.VisitorToken), cancellationToken);
            await db.TakeTurn(CartKeys.Turn(owner, null), cancellationToken);
            var visitor = await db.Carts.OfVisitor(request.VisitorToken).Include(c => c.Lines).SingleOrDefaultAsync(cancellationToken);
            if (visitor is null)
            {
                return Unit.Value;
            }

            var mine = await db.Carts.Of(owner, null).Include(c => c.Lines).SingleOrDefaultAsync(cancellationToken);
            if (mine is null)
            {
                mine = Cart.Of(owner, now);
                db.Carts.Add(mine);
            }

            mine.TakeOver(visitor, now);
            db.Carts.Remove(visitor);
            return Unit.Value;
        }
    }
}

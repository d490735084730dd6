using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering.Carts;

public sealed record ChangeCartLine(VariantId VariantId, int Quantity, string? VisitorToken) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ChangeCartLine>
    {
        public async Task<Unit> Handle(ChangeCartLine request, CancellationToken cancellationToken)
        {
            await db.TakeTurn(CartKeys.Turn(user.Id, request.VisitorToken), cancellationToken);
            var cart = await db.Carts.Of(user.Id, request.VisitorToken).Include(c => c.Lines).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
            cart.Change(request.VariantId, request.Quantity, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

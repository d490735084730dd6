using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering.Carts;

/// <param name="TouchedBefore">One touched since stays.</param>
public sealed record ForgetCart(CartId CartId, DateTimeOffset TouchedBefore) : ICommand
{
    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ForgetCart>
    {
        public async Task<Unit> Handle(ForgetCart request, CancellationToken cancellationToken)
        {
            var cart = await db.Carts.Include(c => c.Lines)
                .SingleOrDefaultAsync(c => c.Id == request.CartId && c.OwnerId == null && c.TouchedAt < request.TouchedBefore, cancellationToken);
            if (cart is not null)
            {
                db.Carts.Remove(cart);
            }

            return Unit.Value;
        }
    }
}

using Komeji.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering.Carts;

/// <summary>Pieces in the cart, for the page's head.</summary>
public sealed record CountCart(string? VisitorToken) : IQuery<int>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user) : IRequestHandler<CountCart, int>
    {
        public async Task<int> Handle(CountCart request, CancellationToken cancellationToken) =>
            user.Id is null && request.VisitorToken is null
                ? 0
                : await db.Carts.Of(user.Id, request.VisitorToken).SelectMany(c => c.Lines).SumAsync(l => l.Quantity, cancellationToken);
    }
}

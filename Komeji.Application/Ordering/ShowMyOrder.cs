using Komeji.Application.Common;
using MediatR;

namespace Komeji.Application.Ordering;

/// <summary>One order as its buyer sees it; the receipt is printed from the same.</summary>
public sealed record ShowMyOrder(string Number) : IQuery<OrderPage>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user) : IRequestHandler<ShowMyOrder, OrderPage>
    {
        public Task<OrderPage> Handle(ShowMyOrder request, CancellationToken cancellationToken) =>
            OrderPage.Read(db, db.Orders.BoughtBy(user.Require()), request.Number, cancellationToken);
    }
}

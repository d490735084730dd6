using Komeji.Application.Common;
using MediatR;

namespace Komeji.Application.Ordering.Staff;

/// <summary>Any order, for the cooperative's staff. The page's policy says who that is.</summary>
public sealed record ShowOrder(string Number) : IQuery<OrderPage>
{
    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ShowOrder, OrderPage>
    {
        public Task<OrderPage> Handle(ShowOrder request, CancellationToken cancellationToken) =>
            OrderPage.Read(db, db.Orders, request.Number, cancellationToken);
    }
}

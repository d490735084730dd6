using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;

namespace Komeji.Application.Payouts;

/// <summary>The owner asks for money of her shop's balance on its bank account. It is taken out of the balance at once.</summary>
/// <param name="Amount">Null: all there is.</param>
/// <exception cref="NotFound">The shop is not hers.</exception>
/// <exception cref="RuleBroken">As <see cref="PayoutReserve"/> says.</exception>
public sealed record RequestPayout(Rupiah? Amount) : ICommand<PayoutId>, INeedsProof
{
    internal sealed class Handler(ShopDesk desk, PayoutReserve reserve) : IRequestHandler<RequestPayout, PayoutId>
    {
        public async Task<PayoutId> Handle(RequestPayout request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Own, cancellationToken);
            return (await reserve.Reserve(shop.Id, shop.Owner, request.Amount, null, shop.Actor, cancellationToken)).Id;
        }
    }
}

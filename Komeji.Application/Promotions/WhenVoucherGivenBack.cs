using Komeji.Application.Common;
using Komeji.Domain.Promotions;

namespace Komeji.Application.Promotions;

/// <summary>Told after what ended the purchase has moved stock and appointments: places of vouchers come last.</summary>
sealed class WhenVoucherGivenBack(VoucherPlaces places) : IReaction<VoucherGivenBack>
{
    public Task Handle(Happened<VoucherGivenBack> happened, CancellationToken cancellationToken) =>
        places.Free(happened.Fact.VoucherId, happened.Fact.OfCooperative, cancellationToken);
}

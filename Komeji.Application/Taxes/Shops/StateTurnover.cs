using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Komeji.Domain.Taxes;
using MediatR;

namespace Komeji.Application.Taxes.Shops;

/// <summary>The shop's owner states that her sales of this tax year are within the free band, or no longer. It counts for orders paid from now on.</summary>
/// <exception cref="RuleBroken"><c>tax.only_individuals</c>, <c>tax.stated</c>, <c>tax.stated_above</c></exception>
public sealed record StateTurnover(bool WithinBand) : ICommand
{
    internal sealed class Handler(IKomejiDb db, TaxesInForce taxes, ShopDesk desk, TimeProvider clock) : IRequestHandler<StateTurnover>
    {
        public async Task<Unit> Handle(StateTurnover request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Own, cancellationToken);
            await db.TakeTurn($"tax papers of {shop.Id.Value}", cancellationToken);
            var before = await taxes.PapersOf(shop.Id, cancellationToken);
            var form = await taxes.FormOf(shop.Id, cancellationToken);
            db.SellerTaxPapers.Add(SellerTaxPaper.State(shop.Id, request.WithinBand, form, before, shop.Owner, clock.GetUtcNow()));
            return Unit.Value;
        }
    }
}

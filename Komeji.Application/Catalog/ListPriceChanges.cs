using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog;

/// <summary>The steps a listing's prices took, newest first.</summary>
public sealed record ListPriceChanges(ProductId Id, int Page = 1) : IQuery<PageOf<PriceStep>>
{
    const int PageSize = 20;

    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<ListPriceChanges, PageOf<PriceStep>>
    {
        public async Task<PageOf<PriceStep>> Handle(ListPriceChanges request, CancellationToken cancellationToken)
        {
            if (!await (await db.Products(desk, cancellationToken)).AnyAsync(p => p.Id == request.Id, cancellationToken))
            {
                throw new NotFound();
            }

            return await db.PriceChanges.AsNoTracking().Where(c => c.ProductId == request.Id).OrderByDescending(c => c.At).ThenByDescending(c => c.Id)
                .Select(c => new PriceStep(db.Variants.Where(v => v.Id == c.VariantId).Select(v => v.Name).FirstOrDefault() ?? "", c.Before, c.After, c.At))
                .ToPage(request.Page, PageSize, cancellationToken);
        }
    }
}

/// <param name="Before">Null when the variant was just listed.</param>
public sealed record PriceStep(string Variant, Rupiah? Before, Rupiah After, DateTimeOffset At);

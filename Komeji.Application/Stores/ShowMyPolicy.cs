using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores;

/// <summary>What the seller's shop promises, to be changed.</summary>
public sealed record ShowMyPolicy : IQuery<PolicyTexts>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<ShowMyPolicy, PolicyTexts>
    {
        public async Task<PolicyTexts> Handle(ShowMyPolicy request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Page, cancellationToken);
            return await db.StorePolicies.AsNoTracking().Where(p => p.StoreId == shop.Id).Select(p => new PolicyTexts(p.Returns, p.Shipping, p.Other)).SingleOrDefaultAsync(cancellationToken)
                ?? new PolicyTexts("", "", "");
        }
    }
}

public sealed record PolicyTexts(string Returns, string Shipping, string Other)
{
    public bool IsEmpty => Returns.Length + Shipping.Length + Other.Length == 0;
}

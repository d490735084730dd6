using Komeji.Application.Catalog;
using Komeji.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores;

/// <summary>What the seller's shop promises, to be changed.</summary>
public sealed record ShowMyPolicy : IQuery<PolicyTexts>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user) : IRequestHandler<ShowMyPolicy, PolicyTexts>
    {
        public async Task<PolicyTexts> Handle(ShowMyPolicy request, CancellationToken cancellationToken)
        {
            var owner = user.Require();
            var mine = await db.Stores.AsNoTracking().OwnedBy(owner)
                .Select(s => new { Policy = db.StorePolicies.Where(p => p.StoreId == s.Id).Select(p => new PolicyTexts(p.Returns, p.Shipping, p.Other)).FirstOrDefault() })
                .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
            return mine.Policy ?? new PolicyTexts("", "", "");
        }
    }
}

public sealed record PolicyTexts(string Returns, string Shipping, string Other)
{
    public bool IsEmpty => Returns.Length + Shipping.Length + Other.Length == 0;
}

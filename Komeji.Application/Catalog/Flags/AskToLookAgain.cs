using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog.Flags;

/// <summary>The seller of a listing that was taken off display answers: what was mended, or why it may be sold. Another person looks.</summary>
public sealed record AskToLookAgain(ProductId Id, string Plea) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TimeProvider clock) : IRequestHandler<AskToLookAgain>
    {
        public async Task<Unit> Handle(AskToLookAgain request, CancellationToken cancellationToken)
        {
            var product = await db.Mine(desk, request.Id, cancellationToken);
            var flags = await db.ListingFlags.Holding(product.Id).Where(f => f.State == ListingFlagState.Withheld).ToListAsync(cancellationToken);
            if (flags.Count == 0)
            {
                throw new RuleBroken("flag.none", "Tidak ada yang perlu ditinjau lagi pada produk ini.");
            }

            foreach (var flag in flags)
            {
                flag.AskAgain(request.Plea, clock.GetUtcNow());
            }

            return Unit.Value;
        }
    }
}

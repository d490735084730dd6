using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Warranties;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Warranties.Cards;

/// <summary>The person's warranty cards, those that end first on top; or those that have ended.</summary>
/// <param name="Search">Words of a product's or a shop's name, an order's number or a serial number.</param>
public sealed record ListMyCards(bool Ended, string? Search, int Page) : IQuery<MyCards>
{
    public const int PageSize = 12;

    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ListMyCards, MyCards>
    {
        public async Task<MyCards> Handle(ListMyCards request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            var today = Wib.DayOf(clock.GetUtcNow());
            var mine = db.WarrantyCards.AsNoTracking().HeldBy(me);
            var shown = request.Ended ? mine.Where(c => c.Until < today).OrderByDescending(c => c.Until) : mine.Where(c => c.Until >= today).OrderBy(c => c.Until);
            IQueryable<WarrantyCard> found = shown.ThenBy(c => c.Id);
            if (request.Search?.Trim() is { Length: > 0 and <= 100 } words)
            {
                found = Named(found, words);
            }

            var rows = await found.Select(c => new MyCardRow(
                    c.Code, c.ProductName, c.VariantName, c.StoreName, c.PictureKey, c.Pieces, c.Serial, c.Until,
                    db.WarrantyClaims.Where(k => k.CardId == c.Id && k.EndedAt == null).Select(k => new OpenClaim(k.Number, k.State, k.DueAt)).FirstOrDefault()))
                .ToPage(request.Page, PageSize, cancellationToken);
            return new MyCards(rows, await db.WarrantyClaims.MadeBy(me).CountAsync(c => c.EndedAt == null, cancellationToken));
        }

#pragma warning disable CA1304, CA1311, CA1862 // The database folds the case.
        static IQueryable<WarrantyCard> Named(IQueryable<WarrantyCard> cards, string words)
        {
            var folded = words.ToLowerInvariant();
            return cards.Where(c => c.ProductName.ToLower().Contains(folded) || c.StoreName.ToLower().Contains(folded)
                || c.OrderNumber.ToLower().Contains(folded) || c.Serial.ToLower().Contains(folded));
        }
#pragma warning restore CA1304, CA1311, CA1862
    }
}

/// <param name="OpenClaims">How many claims go on, for the tab.</param>
public sealed record MyCards(PageOf<MyCardRow> Page, int OpenClaims);

/// <param name="Claim">One that goes on.</param>
public sealed record MyCardRow(
    string Code, string ProductName, string VariantName, string StoreName, string? PictureKey, int Pieces, string Serial, DateOnly Until, OpenClaim? Claim);

public sealed record OpenClaim(string Number, ClaimState State, DateTimeOffset? DueAt);

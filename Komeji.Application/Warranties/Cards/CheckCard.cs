using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using Komeji.Domain.Warranties;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Warranties.Cards;

/// <summary>What a card's code says to anybody who has it: the thing and how long it is covered, and nothing of who bought it.</summary>
public sealed record CheckCard(string Code) : IQuery<CheckedCard>
{
    internal sealed class Handler(IKomejiDb db, TimeProvider clock) : IRequestHandler<CheckCard, CheckedCard>
    {
        public async Task<CheckedCard> Handle(CheckCard request, CancellationToken cancellationToken)
        {
            var code = request.Code.Trim().ToUpperInvariant();
            if (code.Length != WarrantyCard.CodeLength)
            {
                throw new NotFound();
            }

            var card = await db.WarrantyCards.AsNoTracking().Load(code, cancellationToken);
            var line = await db.Orders.AsNoTracking().SelectMany(o => o.Lines).SingleAsync(l => l.Id == card.OrderLineId, cancellationToken);
            return new CheckedCard(
                card.Code, card.ProductName, card.VariantName, card.StoreName, card.Kind, card.Answerer, card.From, card.Until, card.ExtendedDays, Masked(card.Serial),
                !line.Left.IsPositive || await db.PiecesPaidBack(card, cancellationToken) >= card.Pieces, card.Covers(clock.GetUtcNow()));
        }

        /// <summary>Enough to compare with what is printed on the thing, too little to make another card look like it.</summary>
        static string Masked(string serial) => serial.Length <= 4 ? serial : new string('•', serial.Length - 4) + serial[^4..];
    }
}

public sealed record CheckedCard(
    string Code, string ProductName, string VariantName, string StoreName, WarrantyKind Kind, string Answerer, DateOnly From, DateOnly Until, int ExtendedDays, string Serial,
    bool IsPaidBack, bool IsInForce);

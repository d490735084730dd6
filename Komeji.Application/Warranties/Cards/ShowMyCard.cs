using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Warranties;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Warranties.Cards;

/// <summary>One card as whoever bought the thing sees it, with its claims. The printed card is the same.</summary>
public sealed record ShowMyCard(string Code) : IQuery<CardPage>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ShowMyCard, CardPage>
    {
        public Task<CardPage> Handle(ShowMyCard request, CancellationToken cancellationToken) =>
            CardPage.Read(db, user.Require(), request.Code, clock.GetUtcNow(), cancellationToken);
    }
}

public sealed record CardPage
{
    public required string Code { get; init; }
    public required string OrderNumber { get; init; }
    public required string StoreName { get; init; }
    public required string StoreSlug { get; init; }
    public required string ProductName { get; init; }
    public required string VariantName { get; init; }
    public required string? PictureKey { get; init; }
    public required int Unit { get; init; }
    public required int Pieces { get; init; }
    public required WarrantyKind Kind { get; init; }
    public required string Answerer { get; init; }
    public required string Terms { get; init; }
    public required WarrantyFreight Freight { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly Until { get; init; }
    public required int ExtendedDays { get; init; }
    public required string Serial { get; init; }
    public required bool IsService { get; init; }
    public required bool IsInForce { get; init; }

    /// <summary>The buyer has the price of its pieces or of the whole line back, so nobody stands behind it any more.</summary>
    public required bool IsPaidBack { get; init; }

    /// <summary>The newest first; one that is being written too.</summary>
    public required IReadOnlyList<CardClaim> Claims { get; init; }

    public CardClaim? Open => Claims.FirstOrDefault(c => c.IsOpen);

    /// <exception cref="NotFound">There is no such card of this person.</exception>
    internal static async Task<CardPage> Read(IKomejiDb db, UserId buyer, string code, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var card = await db.WarrantyCards.AsNoTracking().HeldBy(buyer).Load(code, cancellationToken);
        var line = await db.Orders.AsNoTracking().SelectMany(o => o.Lines).SingleAsync(l => l.Id == card.OrderLineId, cancellationToken);
        return new CardPage
        {
            Code = card.Code,
            OrderNumber = card.OrderNumber,
            StoreName = card.StoreName,
            StoreSlug = await db.Stores.Where(s => s.Id == card.StoreId).Select(s => s.Slug).SingleOrDefaultAsync(cancellationToken) ?? "",
            ProductName = card.ProductName,
            VariantName = card.VariantName,
            PictureKey = card.PictureKey,
            Unit = card.Unit,
            Pieces = card.Pieces,
            Kind = card.Kind,
            Answerer = card.Answerer,
            Terms = card.Terms,
            Freight = card.Freight,
            From = card.From,
            Until = card.Until,
            ExtendedDays = card.ExtendedDays,
            Serial = card.Serial,
            IsService = card.IsService,
            IsInForce = card.Covers(now),
            IsPaidBack = !line.Left.IsPositive || await db.PiecesPaidBack(card, cancellationToken) >= card.Pieces,
            Claims = await db.WarrantyClaims.AsNoTracking().Where(c => c.CardId == card.Id).OrderByDescending(c => c.BegunAt)
                .Select(c => new CardClaim(c.Number, c.State, c.BegunAt, c.EndedAt == null)).ToListAsync(cancellationToken),
        };
    }
}

public sealed record CardClaim(string Number, ClaimState State, DateTimeOffset BegunAt, bool IsOpen);

using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using Komeji.Domain.Warranties;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Warranties;

/// <summary>One claim with its card, its pictures and everything that happened to it; the same for both sides and the officers.</summary>
public sealed record ClaimPage
{
    public required string Number { get; init; }
    public required string CardCode { get; init; }
    public required string OrderNumber { get; init; }
    public required string StoreName { get; init; }
    public required string ProductName { get; init; }
    public required string VariantName { get; init; }
    public required string? PictureKey { get; init; }
    public required int Pieces { get; init; }
    public required string Serial { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly Until { get; init; }
    public required WarrantyKind Kind { get; init; }
    public required string Answerer { get; init; }
    public required string Terms { get; init; }
    public required WarrantyFreight Freight { get; init; }
    public required bool IsService { get; init; }
    public required ClaimState State { get; init; }
    public required string Problem { get; init; }
    public required ClaimSolution Wish { get; init; }
    public required string Answer { get; init; }
    public required string Waybill { get; init; }

    /// <summary>The community point it is brought to; empty where it is not.</summary>
    public required string Point { get; init; }

    /// <summary>Who took it in there.</summary>
    public required string TakenInBy { get; init; }
    public required DateTimeOffset? SentAt { get; init; }
    public required DateTimeOffset? ReceivedAt { get; init; }
    public required string Finding { get; init; }
    public required ClaimSolution? Solution { get; init; }
    public required string BackWaybill { get; init; }
    public required DateTimeOffset? SentBackAt { get; init; }
    public required int AwayDays { get; init; }
    public required ReviewCause? Cause { get; init; }
    public required ClaimState? ReviewedFrom { get; init; }
    public required string Plea { get; init; }
    public required string Ruling { get; init; }
    public required DateTimeOffset? DueAt { get; init; }
    public required DateTimeOffset BegunAt { get; init; }
    public required DateTimeOffset? SubmittedAt { get; init; }
    public required DateTimeOffset? EndedAt { get; init; }

    /// <summary>What went back to the buyer for it, and who bears how much.</summary>
    public required ClaimRefund? Refund { get; init; }
    public required IReadOnlyList<ClaimPhoto> Pictures { get; init; }
    public required IReadOnlyList<ClaimStep> Steps { get; init; }

    public bool CanBeSent => State == ClaimState.AwaitingGoods && SentAt is null;
    public bool IsOnItsWay => State == ClaimState.AwaitingGoods && SentAt is not null;

    /// <param name="claims">Those the person may see.</param>
    /// <exception cref="NotFound">It is not there, or not among them.</exception>
    internal static async Task<ClaimPage> Read(IKomejiDb db, IQueryable<WarrantyClaim> claims, string number, CancellationToken cancellationToken)
    {
        var claim = await claims.AsNoTracking().Load(number, cancellationToken);
        var card = await db.WarrantyCards.AsNoTracking().SingleAsync(c => c.Id == claim.CardId, cancellationToken);
        return new ClaimPage
        {
            Number = claim.Number,
            CardCode = card.Code,
            OrderNumber = card.OrderNumber,
            StoreName = card.StoreName,
            ProductName = card.ProductName,
            VariantName = card.VariantName,
            PictureKey = card.PictureKey,
            Pieces = claim.Pieces,
            Serial = card.Serial,
            From = card.From,
            Until = card.Until,
            Kind = card.Kind,
            Answerer = card.Answerer,
            Terms = card.Terms,
            Freight = card.Freight,
            IsService = claim.IsService,
            State = claim.State,
            Problem = claim.Problem,
            Wish = claim.Wish,
            Answer = claim.Answer,
            Waybill = claim.Waybill,
            Point = await NameOfPoint(db, claim, cancellationToken),
            TakenInBy = await NameOfKeeper(db, claim, cancellationToken),
            SentAt = claim.SentAt,
            ReceivedAt = claim.ReceivedAt,
            Finding = claim.Finding,
            Solution = claim.Solution,
            BackWaybill = claim.BackWaybill,
            SentBackAt = claim.SentBackAt,
            AwayDays = claim.AwayDays,
            Cause = claim.Cause,
            ReviewedFrom = claim.ReviewedFrom,
            Plea = claim.Plea,
            Ruling = claim.Ruling,
            DueAt = claim.DueAt,
            BegunAt = claim.BegunAt,
            SubmittedAt = claim.SubmittedAt,
            EndedAt = claim.EndedAt,
            Refund = await RefundOf(db, claim, cancellationToken),
            Pictures = [.. claim.Pictures.OrderBy(p => p.Id.Value).Select(p => new ClaimPhoto(p.Id.Value, p.Of, p.At))],
            Steps = await StepsOf(db, claim, cancellationToken),
        };
    }

    static async Task<string> NameOfPoint(IKomejiDb db, WarrantyClaim claim, CancellationToken cancellationToken) => claim.PointId is { } point
        ? await db.PickupPoints.Where(p => p.Id == point).Select(p => p.Name).SingleOrDefaultAsync(cancellationToken) ?? ""
        : "";

    static async Task<string> NameOfKeeper(IKomejiDb db, WarrantyClaim claim, CancellationToken cancellationToken) => claim.TakenInBy is { } keeper
        ? await db.Users.Where(u => u.Id == keeper.Value).Select(u => u.FullName).SingleOrDefaultAsync(cancellationToken) ?? ""
        : "";

    static async Task<ClaimRefund?> RefundOf(IKomejiDb db, WarrantyClaim claim, CancellationToken cancellationToken)
    {
        if (claim.RefundId is not { } id)
        {
            return null;
        }

        var decision = await db.RefundDecisions.AsNoTracking().Include(d => d.Shares).SingleAsync(d => d.Id == id, cancellationToken);
        return new ClaimRefund(decision.Amount, [.. decision.Shares.OrderBy(s => s.Bearer).Select(s => new ClaimBearer(s.Bearer, s.Percent, s.Amount))]);
    }

    static async Task<IReadOnlyList<ClaimStep>> StepsOf(IKomejiDb db, WarrantyClaim claim, CancellationToken cancellationToken)
    {
        var id = claim.Id.Value;
        return await db.StateChanges.AsNoTracking().Where(s => s.Subject == WarrantyClaim.Subject && s.SubjectId == id).OrderBy(s => s.Id)
            .Select(s => new ClaimStep(s.To, s.ReasonCode, s.Note, s.ActorRole, s.At)).ToListAsync(cancellationToken);
    }
}

public sealed record ClaimPhoto(Guid Id, ClaimPictureOf Of, DateTimeOffset At);

public sealed record ClaimStep(string To, string ReasonCode, string? Note, string Role, DateTimeOffset At);

public sealed record ClaimRefund(Rupiah Amount, IReadOnlyList<ClaimBearer> By);

public sealed record ClaimBearer(RefundBearer Bearer, int Percent, Rupiah Amount);

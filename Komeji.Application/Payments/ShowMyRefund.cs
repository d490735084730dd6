using Komeji.Application.Common;
using Komeji.Application.Legal.Opening;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments;

/// <summary>One refund as its buyer sees it, with the account she named for it.</summary>
public sealed record ShowMyRefund(RefundId Id) : IQuery<MyRefundPage>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, SettingsInForce settings) : IRequestHandler<ShowMyRefund, MyRefundPage>
    {
        public async Task<MyRefundPage> Handle(ShowMyRefund request, CancellationToken cancellationToken)
        {
            var refund = await db.Refunds.AsNoTracking().OfBuyer(db, user.Require()).SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken) ?? throw new NotFound();
            return new MyRefundPage
            {
                Id = refund.Id,
                Purchase = await db.Purchases.Where(p => p.Id == refund.PurchaseId).Select(p => p.Number).SingleAsync(cancellationToken),
                Order = await db.Orders.Where(o => o.Id == refund.OrderId).Select(o => o.Number).SingleOrDefaultAsync(cancellationToken),
                Amount = refund.Rest,
                State = refund.State,
                Account = await db.ReadRefundAccount(refund.Id, cancellationToken),
                Banks = Banks.Read(await settings.Text(SettingCatalogue.PayoutBanks, cancellationToken)),
            };
        }
    }
}

public sealed record MyRefundPage
{
    public required RefundId Id { get; init; }
    public required string Purchase { get; init; }

    /// <summary>Null for money that came late or twice.</summary>
    public required string? Order { get; init; }
    public required Rupiah Amount { get; init; }
    public required RefundState State { get; init; }

    /// <summary>Null until she has named one.</summary>
    public required NamedAccount? Account { get; init; }

    /// <summary>To choose from.</summary>
    public required IReadOnlyList<string> Banks { get; init; }

    /// <summary>The channel cannot pay it back: an account is needed, or may still be changed.</summary>
    public bool AsksForAccount => State == RefundState.Failed;
}

/// <param name="Number">Masked.</param>
/// <param name="ProfileName">What the buyer was called when she named it.</param>
public sealed record NamedAccount(string Bank, string Number, string Holder, string ProfileName, bool NameMatches, DateTimeOffset NamedAt);

static class RefundsOfBuyer
{
    public static IQueryable<Refund> OfBuyer(this IQueryable<Refund> refunds, IKomejiDb db, UserId buyer) =>
        refunds.Where(r => db.Purchases.Any(p => p.Id == r.PurchaseId && p.BuyerId == buyer));

    public static Task<NamedAccount?> ReadRefundAccount(this IKomejiDb db, RefundId id, CancellationToken cancellationToken) =>
        db.RefundAccounts.Where(a => a.RefundId == id)
            .Select(a => new NamedAccount(a.Bank, a.Number, a.Holder, a.ProfileName, a.NameMatches, a.NamedAt)).SingleOrDefaultAsync(cancellationToken);
}

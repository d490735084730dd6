using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Taxes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Taxes.Desk;

/// <summary>An officer of finance prepares what is paid to the State for a month; another pays it and records it.</summary>
/// <exception cref="RuleBroken"><c>tax.prepared</c>, <c>tax.month_open</c>, <c>tax.nothing_owed</c></exception>
public sealed record PrepareRemittance(TaxMonth Month) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, TaxBooks books, ICurrentUser user, TimeProvider clock) : IRequestHandler<PrepareRemittance>
    {
        public async Task<Unit> Handle(PrepareRemittance request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            await books.TakeTurn(cancellationToken);
            if (await db.TaxRemittances.Prepared(request.Month).AnyAsync(cancellationToken))
            {
                throw new RuleBroken("tax.prepared", "Setoran masa ini sudah disiapkan. Minta petugas keuangan lain membayar dan mencatatnya, atau batalkan dahulu.");
            }

            var paidBefore = await db.TaxRemittances.Of(request.Month).CountAsync(r => r.State == TaxRemittanceState.Confirmed, cancellationToken);
            var owed = await books.Owed(request.Month, cancellationToken);
            db.TaxRemittances.Add(TaxRemittance.Prepare(request.Month, owed, paidBefore, user.Require(), Roles.Finance, Wib.PeriodOf(now), now));
            return Unit.Value;
        }
    }
}

static class RemittancesOf
{
    public static IQueryable<TaxRemittance> Of(this IQueryable<TaxRemittance> remittances, TaxMonth of)
    {
        var (tax, month) = (of.Tax, of.Month);
        return remittances.Where(r => r.Tax == tax && r.Month == month);
    }

    /// <summary>The one on its way.</summary>
    public static IQueryable<TaxRemittance> Prepared(this IQueryable<TaxRemittance> remittances, TaxMonth of) =>
        remittances.Of(of).Where(r => r.State == TaxRemittanceState.Prepared);
}

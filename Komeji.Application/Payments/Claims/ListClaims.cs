using Komeji.Application.Common;
using Komeji.Application.Ledger.Positions;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Claims;

/// <summary>Claims on couriers, the oldest first, and what each party still owes by age.</summary>
/// <param name="Party">A courier's code; null for all.</param>
/// <param name="IsOpen">Only those that are still owed.</param>
public sealed record ListClaims(string? Party, bool IsOpen, int Page) : IQuery<ClaimsPage>
{
    public const int PageSize = 30;

    internal sealed class Handler(IKomejiDb db, Balances balances, TimeProvider clock) : IRequestHandler<ListClaims, ClaimsPage>
    {
        public async Task<ClaimsPage> Handle(ListClaims request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            await using var moment = await db.BeginSnapshot(cancellationToken);
            var keys = await (await balances.KeysAt(Chart.CourierClaim.Code, Wib.DayOf(now), cancellationToken)).ToListAsync(cancellationToken);
            var open = keys.ToDictionary(k => new RefundId(Guid.Parse(k.Key)), k => new Rupiah(k.Sum));
            var ids = open.Keys.ToList();
            var waiting = await db.Claims().Where(c => ids.Contains(c.Id)).ToListAsync(cancellationToken);
            var parties = waiting.GroupBy(c => c.Party).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => PartyClaims.Of(g.Key, [.. g.Select(c => (Age(c.Since, now), open[c.Id]))])).ToList();
            var claims = request.IsOpen ? db.Claims().Where(c => ids.Contains(c.Id)) : db.Claims();
            if (request.Party is { } party)
            {
                claims = claims.Where(c => c.Party == party);
            }

            var page = await claims.ToPage(request.Page, PageSize, cancellationToken);
            return new ClaimsPage(
                Rupiah.Sum(open.Values),
                parties,
                new PageOf<ClaimRow>(
                    [.. page.Rows.Select(c => new ClaimRow(c.Id, c.Order, c.Party, c.Amount, open.GetValueOrDefault(c.Id), c.Since, Age(c.Since, now)))],
                    page.Number, page.Size, page.Total));
        }

        static int Age(DateTimeOffset since, DateTimeOffset now) => (now - since).Days;
    }
}

/// <param name="Open">Account 1030.</param>
public sealed record ClaimsPage(Rupiah Open, IReadOnlyList<PartyClaims> Parties, PageOf<ClaimRow> Claims);

/// <summary>What one party owes, by how long.</summary>
/// <param name="Month">Not longer than 30 days.</param>
/// <param name="TwoMonths">31 to 60 days.</param>
/// <param name="ThreeMonths">61 to 90 days.</param>
/// <param name="Older">Longer.</param>
public sealed record PartyClaims(string Party, Rupiah Month, Rupiah TwoMonths, Rupiah ThreeMonths, Rupiah Older)
{
    public Rupiah Total => Month + TwoMonths + ThreeMonths + Older;

    internal static PartyClaims Of(string party, IReadOnlyList<(int Days, Rupiah Open)> claims)
    {
        Rupiah Between(int from, int to) => Rupiah.Sum(claims.Where(c => c.Days >= from && c.Days <= to).Select(c => c.Open));
        return new PartyClaims(party, Between(0, 30), Between(31, 60), Between(61, 90), Between(91, int.MaxValue));
    }
}

/// <param name="Open">What of it is still owed.</param>
/// <param name="Days">Since it was decided.</param>
public sealed record ClaimRow(RefundId Id, string Order, string Party, Rupiah Amount, Rupiah Open, DateTimeOffset Since, int Days);

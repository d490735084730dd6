using Komeji.Application.Common;
using Komeji.Application.Payouts.Providers;
using Komeji.Domain.Common;
using Komeji.Domain.Payouts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payouts.Desk;

/// <summary>A payout with what it is made of, what keeps it, its tries at the bank and every step, for finance.</summary>
/// <param name="Page">Of what it is made of, from 1.</param>
/// <exception cref="NotFound">No such payout.</exception>
public sealed record ShowPayout(PayoutId Id, int Page) : IQuery<PayoutPage>
{
    internal sealed class Handler(IKomejiDb db, PayoutGateways gateways, TimeProvider clock) : IRequestHandler<ShowPayout, PayoutPage>
    {
        public async Task<PayoutPage> Handle(ShowPayout request, CancellationToken cancellationToken)
        {
            var payout = await db.Payouts.AsNoTracking().Include(p => p.Attempts).SingleOrDefaultAsync(p => p.Id == request.Id, cancellationToken) ?? throw new NotFound();
            var store = await db.Stores.Where(s => s.Id == payout.StoreId).Select(s => s.Name).SingleAsync(cancellationToken);
            var obstacle = payout.IsOnTheWay && !payout.IsWithBank ? (await db.Obstacles([payout], clock.GetUtcNow(), cancellationToken)).GetValueOrDefault(payout.Id)?.Message : null;
            var steps = await db.StepsOf(payout.Id, cancellationToken);
            return new PayoutPage(
                payout,
                store,
                await db.BalanceOf(payout.StoreId, cancellationToken),
                obstacle,
                await db.PayoutPlans.AnyAsync(p => p.StoreId == payout.StoreId && p.ReturnedAccount != "" && p.ReturnedAccount == payout.AccountIndex, cancellationToken),
                await db.PartsOf(payout, request.Page, cancellationToken),
                steps,
                await Names(steps, cancellationToken),
                await Files(payout, cancellationToken),
                gateways.Chosen is not null,
                payout.IsWithBank && payout.IsPeoplesTurn(clock.GetUtcNow()),
                payout.IsDoubtful(clock.GetUtcNow()));
        }

        async Task<IReadOnlyDictionary<Guid, string>> Names(IReadOnlyList<PayoutStep> steps, CancellationToken cancellationToken)
        {
            var ids = steps.Select(s => s.ActorId).OfType<Guid>().Distinct().ToList();
            return await db.Users.Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, u.FullName }).ToDictionaryAsync(u => u.Id, u => u.FullName, cancellationToken);
        }

        async Task<IReadOnlyDictionary<PayoutFileId, string>> Files(Payout payout, CancellationToken cancellationToken)
        {
            var ids = payout.Attempts.Select(a => a.FileId).Distinct().ToList();
            return await db.PayoutFiles.Where(f => ids.Contains(f.Id)).Select(f => new { f.Id, f.Number }).ToDictionaryAsync(f => f.Id, f => f.Number, cancellationToken);
        }
    }
}

/// <param name="Payout">Its account is masked; what is sealed of it is not shown.</param>
/// <param name="Balance">What the shop has left: less than zero when it owes.</param>
/// <param name="Obstacle">What keeps it from going on; null when nothing does.</param>
/// <param name="AccountReturned">The bank sent money back from this account, and nobody has made sure of it since.</param>
/// <param name="Names">Of the people in the steps.</param>
/// <param name="Files">Their numbers.</param>
/// <param name="HasProvider">There is a provider that can be asked for names and to send.</param>
/// <param name="IsPeoplesTurn">An officer records what the bank says; else the provider is asked.</param>
/// <param name="IsDoubtful">An officer may say that the answer is not clear.</param>
public sealed record PayoutPage(
    Payout Payout, string Store, Rupiah Balance, string? Obstacle, bool AccountReturned, PayoutParts Parts, IReadOnlyList<PayoutStep> Steps,
    IReadOnlyDictionary<Guid, string> Names, IReadOnlyDictionary<PayoutFileId, string> Files, bool HasProvider, bool IsPeoplesTurn, bool IsDoubtful);

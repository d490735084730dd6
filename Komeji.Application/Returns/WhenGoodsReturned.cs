using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Returns;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Returns;

/// <summary>It is certain what came back: what the shop can sell again is in stock, and what waited for it goes out, or not.</summary>
sealed class WhenGoodsReturned(IKomejiDb db, Stock stock, SettingsInForce settings, TimeProvider clock) : IReaction<GoodsReturned>, IReaction<ReturnClosed>
{
    public async Task Handle(Happened<GoodsReturned> notification, CancellationToken cancellationToken)
    {
        var (fact, terms) = (notification.Fact, await settings.ReturnTerms(cancellationToken));
        var came = fact.Lines.ToDictionary(l => l.Line, l => l.Accepted);
        var free = fact.Lines.Where(l => l.Sellable > 0).Select(l => new Pieces(l.Variant, l.Sellable)).ToList();
        foreach (var replacement in await Waiting(fact.Cause, fact.CauseId, cancellationToken))
        {
            free.AddRange(replacement.Begin(came, terms, clock.GetUtcNow()).OfStock());
        }

        await stock.PutBack(free, cancellationToken);
    }

    public async Task Handle(Happened<ReturnClosed> notification, CancellationToken cancellationToken)
    {
        foreach (var replacement in await Waiting(notification.Fact.Cause, notification.Fact.CauseId, cancellationToken))
        {
            replacement.CallOff(clock.GetUtcNow());
        }
    }

    Task<List<Replacement>> Waiting(ReturnCause cause, Guid causeId, CancellationToken cancellationToken) =>
        db.Replacements.Include(r => r.Lines).Where(r => r.Cause == cause && r.CauseId == causeId && r.State == ReplacementState.AwaitingReturn).ToListAsync(cancellationToken);
}

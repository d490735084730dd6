using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Returns;

/// <summary>Clocks of returns and replacements that have run out.</summary>
public sealed class DueReturns(IKomejiDb db, TimeProvider clock) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var returns = await db.GoodsReturns.Where(r => r.DueAt != null && r.DueAt <= now).OrderBy(r => r.DueAt).ThenBy(r => r.Id).Take(most).Select(r => r.Id).ToListAsync(cancellationToken);
        var replacements = await db.Replacements.Where(r => r.DueAt != null && r.DueAt <= now).OrderBy(r => r.DueAt).ThenBy(r => r.Id).Take(most - returns.Count).Select(r => r.Id).ToListAsync(cancellationToken);
        return [.. returns.Select(id => new RunReturnClock(id)), .. replacements.Select(id => new RunReplacementClock(id))];
    }
}

/// <summary>Does what a return's clock asks for when it has run out; one that was stopped meanwhile does nothing.</summary>
public sealed record RunReturnClock(GoodsReturnId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, SettingsInForce settings, TimeProvider clock) : IRequestHandler<RunReturnClock>
    {
        public async Task<Unit> Handle(RunReturnClock request, CancellationToken cancellationToken)
        {
            var goods = await db.GoodsReturns.Include(r => r.Lines).SingleAsync(r => r.Id == request.Id, cancellationToken);
            goods.RunOut(await settings.ReturnTerms(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

/// <summary>The same for a replacement.</summary>
public sealed record RunReplacementClock(ReplacementId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, SettingsInForce settings, TimeProvider clock) : IRequestHandler<RunReplacementClock>
    {
        public async Task<Unit> Handle(RunReplacementClock request, CancellationToken cancellationToken)
        {
            var replacement = await db.Replacements.Include(r => r.Lines).SingleAsync(r => r.Id == request.Id, cancellationToken);
            replacement.RunOut(await settings.ReturnTerms(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

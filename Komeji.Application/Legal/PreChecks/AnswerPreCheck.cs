using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Application.Notifications;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal.PreChecks;

/// <summary>"Lengkap": on to the office's queue, with a remark. It decides nothing.</summary>
/// <exception cref="RuleBroken"><c>legal.remark</c>, <c>legal.own</c>, <c>legal.state</c></exception>
/// <exception cref="NotFound">It does not wait for the person, or no longer.</exception>
public sealed record PassPreCheck(DocumentId Id, string Remark) : ICommand
{
    internal sealed class Handler(PreCheckDesk desk, SettingsInForce settings, Notifier notifier) : IRequestHandler<PassPreCheck>
    {
        public async Task<Unit> Handle(PassPreCheck request, CancellationToken cancellationToken)
        {
            var paper = await desk.Load(request.Id, cancellationToken);
            paper.PassPreCheck(desk.Actor, request.Remark, await settings.Calendar(cancellationToken), desk.Now);
            await notifier.Tell(paper.OwnerId, LegalTexts.PreCheckPassed(paper.Kind), cancellationToken);
            return Unit.Value;
        }
    }
}

/// <summary>"Belum lengkap": back to the seller, with what is missing.</summary>
/// <exception cref="RuleBroken"><c>legal.reason</c>, <c>legal.own</c>, <c>legal.state</c></exception>
/// <exception cref="NotFound">It does not wait for the person, or no longer.</exception>
public sealed record FailPreCheck(DocumentId Id, string Note) : ICommand
{
    internal sealed class Handler(PreCheckDesk desk, Notifier notifier) : IRequestHandler<FailPreCheck>
    {
        public async Task<Unit> Handle(FailPreCheck request, CancellationToken cancellationToken)
        {
            var paper = await desk.Load(request.Id, cancellationToken);
            paper.FailPreCheck(desk.Actor, request.Note, desk.Now);
            await notifier.Tell(paper.OwnerId, LegalTexts.PreCheckFailed(paper.Kind, request.Note.Trim()), cancellationToken);
            return Unit.Value;
        }
    }
}

/// <summary>Somebody of the community looks at a scan; it is written down first.</summary>
/// <exception cref="NotFound">It does not wait for the person, or no longer.</exception>
public sealed record OpenPreCheckScan(DocumentId Id, ScanId Scan) : ICommand<OpenedScan>
{
    internal sealed class Handler(IKomejiDb db, PreCheckDesk desk, ScanRoom room) : IRequestHandler<OpenPreCheckScan, OpenedScan>
    {
        public async Task<OpenedScan> Handle(OpenPreCheckScan request, CancellationToken cancellationToken)
        {
            var paper = await desk.Waiting().AsNoTracking().Include(d => d.Scans).SingleOrDefaultAsync(d => d.Id == request.Id, cancellationToken) ?? throw new NotFound();
            var scan = paper.Scans.SingleOrDefault(s => s.Id == request.Scan && s.IsThere) ?? throw new NotFound();
            db.DataAccesses.Add(new DataAccess(paper.Id, paper.StoreId, desk.Person, desk.Role, "berkas", "Pra-periksa yang diminta penjual", desk.Now));
            return new OpenedScan(await room.Open(paper.OwnerId, scan.FileKey, cancellationToken), scan.Type, paper.Kind.Word());
        }
    }
}

/// <summary>Papers no community looked at in time.</summary>
public sealed class SilentPreChecks(IKomejiDb db, TimeProvider clock) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var ids = await db.LegalVerifications.AsNoTracking().Where(d => d.State == DocumentState.PreCheck && d.PreCheckUntil <= now).OrderBy(d => d.Id).Take(most).Select(d => d.Id).ToListAsync(cancellationToken);
        return [.. ids.Select(id => new SendOnPaper(id))];
    }
}

/// <summary>Silence of the community sends a paper on to the office.</summary>
public sealed record SendOnPaper(DocumentId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, SettingsInForce settings, Notifier notifier, TimeProvider clock) : IRequestHandler<SendOnPaper>
    {
        public async Task<Unit> Handle(SendOnPaper request, CancellationToken cancellationToken)
        {
            await db.TakeTurn($"paper {request.Id.Value}", cancellationToken);
            var paper = await db.LegalVerifications.SingleAsync(d => d.Id == request.Id, cancellationToken);
            if (paper.SendOn(await settings.Calendar(cancellationToken), clock.GetUtcNow()))
            {
                await notifier.Tell(paper.OwnerId, LegalTexts.PreCheckSilent(paper.Kind), cancellationToken);
            }

            return Unit.Value;
        }
    }
}

using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal.Office;

/// <summary>The paper is right: the office vouches for it until its last day. Of what a shop has one at a time it takes the place of the old one.</summary>
/// <exception cref="NotFound">No such paper in the officer's territory.</exception>
/// <exception cref="RuleBroken"><c>legal.own</c>, <c>legal.not_yours</c>, <c>legal.no_scan</c>, <c>legal.dates</c>, <c>legal.state</c></exception>
public sealed record ApproveDocument(DocumentId Id, Verdict Verdict) : ICommand
{
    internal sealed class Handler(IKomejiDb db, OfficeDesk desk, Notifier notifier, ICodes codes) : IRequestHandler<ApproveDocument>
    {
        public async Task<Unit> Handle(ApproveDocument request, CancellationToken cancellationToken)
        {
            var paper = await desk.Load(request.Id, cancellationToken);
            var office = await desk.OfficeFor(paper.Region, cancellationToken);
            paper.Approve(desk.Officer, request.Verdict, office, $"{codes.SixCharacters()}{codes.SixCharacters()}", desk.Now);
            (await Replaced(paper, cancellationToken)).ForEach(older => older.GiveWay(desk.Now));
            await notifier.Tell(paper.OwnerId, LegalTexts.Approved(paper.Kind, office), cancellationToken);
            return Unit.Value;
        }

        async Task<List<LegalVerification>> Replaced(LegalVerification paper, CancellationToken cancellationToken) => paper.Kind.IsOneOfAKind()
            ? await db.LegalVerifications.Where(d => d.StoreId == paper.StoreId && d.Kind == paper.Kind && d.Id != paper.Id
                && (d.State == DocumentState.Approved || d.State == DocumentState.Expiring || d.State == DocumentState.Waived)).ToListAsync(cancellationToken)
            : [];
    }
}

/// <summary>The seller has to mend something.</summary>
/// <exception cref="RuleBroken"><c>legal.own</c>, <c>legal.not_yours</c>, <c>legal.fixes</c>, <c>legal.state</c></exception>
public sealed record AskFixes(DocumentId Id, IReadOnlyList<Fix> Fixes) : ICommand
{
    internal sealed class Handler(OfficeDesk desk, Notifier notifier) : IRequestHandler<AskFixes>
    {
        public async Task<Unit> Handle(AskFixes request, CancellationToken cancellationToken)
        {
            var paper = await desk.Load(request.Id, cancellationToken);
            paper.AskFix(desk.Officer, request.Fixes, desk.Now);
            await notifier.Tell(paper.OwnerId, LegalTexts.FixAsked(paper.Kind, request.Fixes.Count), cancellationToken);
            return Unit.Value;
        }
    }
}

/// <exception cref="RuleBroken"><c>legal.own</c>, <c>legal.not_yours</c>, <c>legal.reason</c>, <c>legal.state</c></exception>
public sealed record RejectDocument(DocumentId Id, string Reason) : ICommand
{
    internal sealed class Handler(OfficeDesk desk, Notifier notifier) : IRequestHandler<RejectDocument>
    {
        public async Task<Unit> Handle(RejectDocument request, CancellationToken cancellationToken)
        {
            var paper = await desk.Load(request.Id, cancellationToken);
            paper.Reject(desk.Officer, request.Reason, await desk.OfficeFor(paper.Region, cancellationToken), desk.Now);
            await notifier.Tell(paper.OwnerId, LegalTexts.Rejected(paper.Kind, paper.Reason), cancellationToken);
            return Unit.Value;
        }
    }
}

/// <summary>The seller may go without it until a day.</summary>
/// <exception cref="RuleBroken"><c>legal.own</c>, <c>legal.not_yours</c>, <c>legal.reason</c>, <c>legal.until</c>, <c>legal.state</c></exception>
public sealed record WaiveDocument(DocumentId Id, string Reason, DateOnly Until) : ICommand
{
    internal sealed class Handler(OfficeDesk desk, Notifier notifier) : IRequestHandler<WaiveDocument>
    {
        public async Task<Unit> Handle(WaiveDocument request, CancellationToken cancellationToken)
        {
            var paper = await desk.Load(request.Id, cancellationToken);
            paper.Waive(desk.Officer, request.Reason, request.Until, await desk.OfficeFor(paper.Region, cancellationToken), desk.Now);
            await notifier.Tell(paper.OwnerId, LegalTexts.Waived(paper.Kind, request.Until), cancellationToken);
            return Unit.Value;
        }
    }
}

/// <summary>What was vouched for does not hold any more.</summary>
/// <exception cref="RuleBroken"><c>legal.own</c>, <c>legal.reason</c>, <c>legal.state</c></exception>
public sealed record RevokeDocument(DocumentId Id, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(OfficeDesk desk, Standings standings, Notifier notifier) : IRequestHandler<RevokeDocument>
    {
        public async Task<Unit> Handle(RevokeDocument request, CancellationToken cancellationToken)
        {
            var paper = await desk.Load(request.Id, cancellationToken);
            paper.Revoke(desk.Officer, request.Reason, await desk.OfficeFor(paper.Region, cancellationToken), desk.Now);
            await notifier.Tell(paper.OwnerId, LegalTexts.Revoked(paper.Kind, paper.Reason, await standings.StopsWithout(paper, cancellationToken)), cancellationToken);
            return Unit.Value;
        }
    }
}

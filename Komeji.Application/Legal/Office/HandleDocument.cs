using Komeji.Application.Accounts;
using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Application.Stores;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal.Office;

/// <summary>Takes a paper from the queue into the officer's hand. Of two who take it at once the second is told.</summary>
/// <exception cref="NotFound">No such paper in the officer's territory.</exception>
/// <exception cref="RuleBroken"><c>legal.taken</c>, <c>legal.own</c>, <c>legal.other_officer</c>, <c>legal.state</c></exception>
public sealed record ClaimDocument(DocumentId Id) : ICommand
{
    internal sealed class Handler(OfficeDesk desk) : IRequestHandler<ClaimDocument>
    {
        public async Task<Unit> Handle(ClaimDocument request, CancellationToken cancellationToken)
        {
            (await desk.Load(request.Id, cancellationToken)).Claim(desk.Officer, await desk.Calendar(cancellationToken), desk.Now);
            return Unit.Value;
        }
    }
}

/// <summary>Gives a claimed paper back to the queue.</summary>
/// <exception cref="RuleBroken"><c>legal.not_yours</c>, <c>legal.reason</c>, <c>legal.state</c></exception>
public sealed record ReturnDocument(DocumentId Id, string Reason) : ICommand
{
    internal sealed class Handler(OfficeDesk desk) : IRequestHandler<ReturnDocument>
    {
        public async Task<Unit> Handle(ReturnDocument request, CancellationToken cancellationToken)
        {
            (await desk.Load(request.Id, cancellationToken)).Return(desk.Officer, request.Reason, desk.Now);
            return Unit.Value;
        }
    }
}

/// <summary>Hands a claimed paper to a colleague of the same territory.</summary>
/// <param name="To">One of <see cref="OfficePaper.Colleagues"/>.</param>
/// <exception cref="RuleBroken"><c>legal.colleague</c>, <c>legal.not_yours</c>, <c>legal.own</c>, <c>legal.other_officer</c>, <c>legal.state</c></exception>
public sealed record ReassignDocument(DocumentId Id, Guid To) : ICommand
{
    internal sealed class Handler(IKomejiDb db, OfficeDesk desk, Notifier notifier) : IRequestHandler<ReassignDocument>
    {
        public async Task<Unit> Handle(ReassignDocument request, CancellationToken cancellationToken)
        {
            var paper = await desk.Load(request.Id, cancellationToken);
            await desk.RequireOtherEyes(paper.StoreId, new UserId(request.To), cancellationToken);
            if (!(await db.OfficersFor(paper, cancellationToken)).Any(o => o.Id == request.To && o.Id != desk.OfficerId.Value))
            {
                throw new RuleBroken("legal.colleague", "Pilih petugas lain yang bertugas di wilayah ini.");
            }

            paper.Reassign(desk.Officer, Actor.Staff(request.To, Roles.Verifier), await desk.Calendar(cancellationToken), desk.Now);
            var store = await db.Stores.Where(s => s.Id == paper.StoreId).Select(s => s.Name).SingleAsync(cancellationToken);
            await notifier.Tell(new UserId(request.To), LegalTexts.HandedOver(store, paper.Kind), cancellationToken);
            return Unit.Value;
        }
    }
}

static class Officers
{
    /// <summary>Verifiers whose territory holds the paper's place and who may decide on it.</summary>
    public static async Task<IReadOnlyList<Colleague>> OfficersFor(this IKomejiDb db, LegalVerification paper, CancellationToken cancellationToken)
    {
        var region = paper.Region;
        string[] territories = [.. new[] { 0, 2, 5, 8, 13 }.Where(length => length <= region.Length).Select(length => region[..length])];
        var holders = db.RoleGrants.Where(g => g.Role == Roles.Verifier && g.EndedAt == null && territories.Contains(g.Territory)).Select(g => g.UserId);
        var ids = await holders.ToListAsync(cancellationToken);
        var tied = await db.PeopleTiedTo(paper.StoreId, paper.OwnerId, cancellationToken);
        var people = ids.Where(id => !tied.Contains(id) && paper.MayBeDecidedBy(id)).Select(id => id.Value).ToList();
        return await db.Users.AsNoTracking().Where(u => people.Contains(u.Id) && u.BannedAt == null).OrderBy(u => u.FullName).Select(u => new Colleague(u.Id, u.FullName)).ToListAsync(cancellationToken);
    }
}

public sealed record Colleague(Guid Id, string Name);

using Komeji.Application.Common;
using Komeji.Application.Mentoring;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <summary>Signs one browser out: its key opens nothing any more, also as a copy, and what a mentor was doing there is over.</summary>
public sealed record EndSession(string Key) : ICommand
{
    internal sealed class Handler(IKomejiDb db, MentoringEnds mentoring) : IRequestHandler<EndSession>
    {
        public async Task<Unit> Handle(EndSession request, CancellationToken cancellationToken)
        {
            var hash = Session.Hash(request.Key);
            await mentoring.SignOut(db.Sessions.Where(s => s.KeyHash == hash), cancellationToken);
            await db.Sessions.Where(s => s.KeyHash == hash).ExecuteDeleteAsync(cancellationToken);
            return Unit.Value;
        }
    }
}

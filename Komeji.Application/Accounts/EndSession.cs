using Komeji.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <summary>Signs one browser out: its key opens nothing any more, also as a copy.</summary>
public sealed record EndSession(string Key) : ICommand
{
    internal sealed class Handler(IKomejiDb db) : IRequestHandler<EndSession>
    {
        public async Task<Unit> Handle(EndSession request, CancellationToken cancellationToken)
        {
            var hash = Session.Hash(request.Key);
            await db.Sessions.Where(s => s.KeyHash == hash).ExecuteDeleteAsync(cancellationToken);
            return Unit.Value;
        }
    }
}

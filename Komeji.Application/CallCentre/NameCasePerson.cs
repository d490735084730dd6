using Komeji.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.CallCentre;

/// <summary>What somebody is called, for who writes down a call about her; null when there is nobody.</summary>
/// <exception cref="NotFound">Not of the call centre.</exception>
public sealed record NameCasePerson(Guid Id) : IQuery<string?>
{
    internal sealed class Handler(IKomejiDb db, CallCentreDesk desk) : IRequestHandler<NameCasePerson, string?>
    {
        public async Task<string?> Handle(NameCasePerson request, CancellationToken cancellationToken)
        {
            desk.Officer();
            return await db.Users.AsNoTracking().Where(u => u.Id == request.Id).Select(u => u.FullName).SingleOrDefaultAsync(cancellationToken);
        }
    }
}

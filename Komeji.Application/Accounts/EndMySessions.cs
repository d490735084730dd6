using Komeji.Application.Common;
using MediatR;

namespace Komeji.Application.Accounts;

/// <summary>Signs the person out everywhere, this browser too.</summary>
public sealed record EndMySessions : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser me, ICodes codes) : IRequestHandler<EndMySessions>
    {
        public async Task<Unit> Handle(EndMySessions request, CancellationToken cancellationToken)
        {
            var user = await db.Person(me.Require().Value, cancellationToken);
            user.SecurityStamp = codes.Token();
            await db.RemoveSessionsOf(user.Id, cancellationToken);
            return Unit.Value;
        }
    }
}

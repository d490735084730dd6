using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Accounts;

/// <summary>Corrects one's own name; orders keep the one they were placed with.</summary>
/// <exception cref="RuleBroken"><c>user.name</c></exception>
public sealed record ChangeName(string FullName) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser me, TimeProvider clock) : IRequestHandler<ChangeName>
    {
        public async Task<Unit> Handle(ChangeName request, CancellationToken cancellationToken)
        {
            var id = me.Require().Value;
            var user = await db.Person(id, cancellationToken);
            var name = PersonName.Require(request.FullName);
            if (user.FullName != name)
            {
                db.StateChanges.Add(new StateChange(PersonHistory.Subject, id, user.FullName, name, new Actor(id, "pemilik"), clock.GetUtcNow(), PersonHistory.NameChanged));
                user.FullName = name;
            }

            return Unit.Value;
        }
    }
}

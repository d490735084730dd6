using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Stores.Desk;

/// <summary>A person has looked at the words an open shop was flagged for: it goes on as it is.</summary>
/// <exception cref="NotFound">No such shop.</exception>
/// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>store.flag</c></exception>
public sealed record PassStoreFlag(StoreId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<PassStoreFlag>
    {
        public async Task<Unit> Handle(PassStoreFlag request, CancellationToken cancellationToken)
        {
            (await db.StoreToJudge(user.Require(), request.Id, cancellationToken)).PassFlag(user.Staff(), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

using Komeji.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores;

/// <summary>Stops new orders for a while, or takes them again. Orders that exist go on.</summary>
/// <param name="Away">False when the shop is back.</param>
public sealed record TakeHoliday(bool Away) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user) : IRequestHandler<TakeHoliday>
    {
        public async Task<Unit> Handle(TakeHoliday request, CancellationToken cancellationToken)
        {
            var owner = user.Require();
            var store = await db.Stores.SingleOrDefaultAsync(s => s.OwnerId == owner, cancellationToken) ?? throw new NotFound();
            if (request.Away)
            {
                store.GoOnHoliday();
            }
            else
            {
                store.ComeBack();
            }

            return Unit.Value;
        }
    }
}

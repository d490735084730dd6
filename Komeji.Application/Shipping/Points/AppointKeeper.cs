using Komeji.Application.Accounts;
using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Shipping.Points;

/// <summary>The operator names somebody keeper of a point.</summary>
/// <param name="ContactText">The e-mail or phone number of a confirmed account.</param>
/// <exception cref="RuleBroken"><c>contact.unreadable</c>, <c>point.person</c>, <c>point.keepers</c></exception>
public sealed record AppointKeeper(PointId Id, string ContactText) : ICommand
{
    internal sealed class Handler(IKomejiDb db, TimeProvider clock) : IRequestHandler<AppointKeeper>
    {
        public async Task<Unit> Handle(AppointKeeper request, CancellationToken cancellationToken)
        {
            var point = await db.PickupPoints.Include(p => p.Keepers).SingleOrDefaultAsync(p => p.Id == request.Id, cancellationToken) ?? throw new NotFound();
            var person = await db.Users.Where(u => u.BannedAt == null).ReachedAt(Contact.Require(request.ContactText)).Select(u => (Guid?)u.Id).FirstOrDefaultAsync(cancellationToken)
                ?? throw new RuleBroken("point.person", "Tidak ada akun dengan surel atau nomor ponsel itu. Minta orangnya mendaftar dan mengonfirmasi akunnya dahulu.");
            point.Appoint(new UserId(person), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

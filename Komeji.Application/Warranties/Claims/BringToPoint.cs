using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Warranties.Claims;

/// <summary>The buyer says at which community point the thing will be left.</summary>
/// <exception cref="RuleBroken"><c>point.not_open</c>, <c>claim.sent</c>, <c>claim.illegal_move</c></exception>
public sealed record BringToPoint(string Claim, PointId Point) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, ICodes codes, TimeProvider clock) : IRequestHandler<BringToPoint>
    {
        public async Task<Unit> Handle(BringToPoint request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            var claim = await db.WarrantyClaims.MadeBy(me).Load(request.Claim, cancellationToken);
            if (!await db.DropPoints(claim).AnyAsync(p => p.Id == request.Point, cancellationToken))
            {
                throw new RuleBroken("point.not_open", "Titik yang Anda pilih tidak menerima barang untuk toko ini. Muat ulang halaman, lalu pilih lagi.");
            }

            claim.BringTo(request.Point, codes.SixDigits(), Actor.Buyer(me.Value), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

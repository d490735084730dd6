using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Returns;

/// <summary>The buyer will bring the goods to a community point the shop comes to; she gets a code for its keeper, another each time she chooses.</summary>
public sealed record PlanDropOff(string Return, PointId Point) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, ICodes codes, TimeProvider clock) : IRequestHandler<PlanDropOff>
    {
        public async Task<Unit> Handle(PlanDropOff request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            var goods = await db.GoodsReturns.BoughtBy(me).Load(request.Return, cancellationToken);
            if (!await db.PickupPoints.AnyAsync(p => p.Id == request.Point && p.IsOpen && db.ServedPoints.Any(s => s.PointId == p.Id && s.StoreId == goods.StoreId), cancellationToken))
            {
                throw new RuleBroken("return.point", "Titik ini tidak menerima retur untuk toko ini. Pilih titik lain dari daftar, atau kirim lewat kurir.");
            }

            goods.PlanDropOff(Actor.Buyer(me.Value), request.Point, codes.SixDigits(), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger;

static class FrozenMoney
{
    /// <exception cref="RuleBroken"><c>escrow.frozen</c></exception>
    public static async Task RequireNotFrozen(this IKomejiDb db, OrderId id, CancellationToken cancellationToken)
    {
        if (await db.EscrowShares.AnyAsync(s => s.OrderId == id && s.State == EscrowState.Frozen, cancellationToken))
        {
            throw Refusal();
        }
    }

    public static RuleBroken Refusal() =>
        new("escrow.frozen", "Dana pesanan ini sedang dibekukan karena komplain, pemeriksaan, atau sengketa di bank pembeli, jadi pesanan belum dapat dilanjutkan. Batas waktunya ikut berhenti; tunggu kabar dari Komeji.");
}

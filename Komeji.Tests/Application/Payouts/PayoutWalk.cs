using Komeji.Application.Payouts;
using Komeji.Application.Payouts.Desk;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Payouts;
using Komeji.Tests.Support;
using MediatR;
using Microsoft.EntityFrameworkCore;
using static Komeji.Tests.Application.Payments.MoneyDesk;
using static Komeji.Tests.Application.Payouts.PayoutSteps;

namespace Komeji.Tests.Application.Payouts;

/// <summary>Random steps of a shop's payouts, for walks through all rules of money.</summary>
static class PayoutWalk
{
    /// <summary>From the first rupiah on.</summary>
    public static async Task Open(MoneyMarket market)
    {
        await TellAccount(market);
        await Set(market, SettingCatalogue.PayoutLeast, 1);
    }

    public static async Task AskForSome(MoneyMarket market, Random random)
    {
        var available = (await market.Komeji.As(market.Seller).Send(new ShowMyPayouts(1))).Available.Amount;
        await Ask(market, available > 1 && random.Next(2) == 0 ? random.NextInt64(1, available) : null);
    }

    /// <summary>One of the payouts takes a step it can take, or one that is refused.</summary>
    public static async Task Move(MoneyMarket market, Random random)
    {
        var payouts = await market.Komeji.Read(db => db.Payouts.Select(p => new { p.Id, p.State, Tries = p.Attempts.Count }).ToListAsync());
        var open = payouts.Where(p => PayoutMoves.From(p.State).Count > 0).OrderBy(p => p.State).ThenBy(p => p.Id.Value).ToList();
        if (open.Count > 0)
        {
            var payout = open[random.Next(open.Count)];
            await Step(market, payout.Id, payout.State, payout.Tries, random.Next(3));
        }
    }

    static Task<Unit> Step(MoneyMarket market, PayoutId id, PayoutState state, int tries, int way) => (state, way) switch
    {
        (PayoutState.Requested, 0) => market.Komeji.As(market.Seller).Send(new CancelMyPayout(id)),
        (PayoutState.Requested, _) => As(market, First).Send(new PreparePayout(id)),
        (PayoutState.AwaitingApproval, 0) => As(market, First).Send(new RejectPayout(id, "Belum waktunya")),
        (PayoutState.AwaitingApproval, _) => As(market, Second).Send(new ApprovePayout(id)),
        (PayoutState.OnHold, _) => As(market, Second).Send(new ResumePayout(id, "Sudah jelas")),
        (PayoutState.Approved, 0) => As(market, First).Send(new HoldPayout(id, PayoutHoldReason.Orders, "Perlu dilihat dahulu")),
        (PayoutState.Approved, _) => Send(market, id),
        (PayoutState.Processing, 0) => As(market, First).Send(new RecordPayoutDoubt(id, tries, "Belum ada jawaban")),
        (PayoutState.Processing or PayoutState.NeedsCheck, 1) => As(market, First).Send(new RecordPayoutFailure(id, tries, "Rekening diblokir", Rupiah.Zero)),
        (PayoutState.Processing or PayoutState.NeedsCheck, _) => As(market, First).Send(new RecordPayoutSuccess(id, tries, "TRF-" + id.Value, Rupiah.Zero)),
        (PayoutState.Failed, 0) => As(market, First).Send(new CancelPayout(id, "Tidak dicoba lagi")),
        (PayoutState.Failed, _) => Send(market, id),
        (PayoutState.Succeeded, 0) => Return(market, id),
        _ => Unit.Task,
    };

    static async Task<Unit> Send(MoneyMarket market, PayoutId id)
    {
        await As(market, First).Send(new MakePayoutFile(PayoutChannel.BiFast, id, StatementRead: true));
        return Unit.Value;
    }

    static async Task<Unit> Return(MoneyMarket market, PayoutId id)
    {
        await As(market, First).Send(new RecordPayoutReturn(id, "Rekening tidak aktif"));
        return await As(market, First).Send(new TrustPayoutAccount(id, "Sudah dipastikan"));
    }
}

using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Payouts;
using MediatR;

namespace Komeji.Application.Payouts.Desk;

/// <summary>The bank paid it, by its statement.</summary>
/// <param name="Attempt">Which try it answers: the last one, or somebody sent it again meanwhile.</param>
/// <param name="Reference">What the bank calls the transfer.</param>
/// <param name="Charge">What the bank took for it.</param>
/// <exception cref="NotFound">No such payout.</exception>
/// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>payout.other_attempt</c>, <c>payout.reference</c>, <c>payout.charge</c>, <c>payout.illegal_move</c></exception>
public sealed record RecordPayoutSuccess(PayoutId Id, int Attempt, string Reference, Rupiah Charge) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, SettingsInForce settings, ICurrentUser user, TimeProvider clock) : IRequestHandler<RecordPayoutSuccess>
    {
        public async Task<Unit> Handle(RecordPayoutSuccess request, CancellationToken cancellationToken)
        {
            await settings.RequireCharge(request.Charge, cancellationToken);
            (await db.PayoutToJudge(user, request.Id, cancellationToken)).Succeed(user.Treasurer(), request.Attempt, request.Reference, request.Charge, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

/// <summary>The bank did not pay it.</summary>
/// <param name="Attempt">Which try it answers.</param>
/// <param name="Charge">What the bank took all the same.</param>
/// <exception cref="NotFound">No such payout.</exception>
/// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>payout.other_attempt</c>, <c>payout.reason</c>, <c>payout.charge</c>, <c>payout.illegal_move</c></exception>
public sealed record RecordPayoutFailure(PayoutId Id, int Attempt, string Reason, Rupiah Charge) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, SettingsInForce settings, ICurrentUser user, TimeProvider clock) : IRequestHandler<RecordPayoutFailure>
    {
        public async Task<Unit> Handle(RecordPayoutFailure request, CancellationToken cancellationToken)
        {
            await settings.RequireCharge(request.Charge, cancellationToken);
            (await db.PayoutToJudge(user, request.Id, cancellationToken)).Fail(user.Treasurer(), request.Attempt, request.Reason, request.Charge, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

/// <summary>Whether the bank paid it is not known: nothing is sent until it is.</summary>
/// <param name="Attempt">Which try it is about.</param>
/// <exception cref="NotFound">No such payout.</exception>
/// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>payout.other_attempt</c>, <c>payout.reason</c>, <c>payout.illegal_move</c></exception>
public sealed record RecordPayoutDoubt(PayoutId Id, int Attempt, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<RecordPayoutDoubt>
    {
        public async Task<Unit> Handle(RecordPayoutDoubt request, CancellationToken cancellationToken)
        {
            (await db.PayoutToJudge(user, request.Id, cancellationToken)).Doubt(user.Treasurer(), request.Attempt, request.Reason, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

/// <summary>The bank sent back what it had paid: the money is the shop's balance again, and nothing more goes to that account until somebody made sure of it.</summary>
/// <exception cref="NotFound">No such payout.</exception>
/// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>payout.reason</c>, <c>payout.illegal_move</c></exception>
public sealed record RecordPayoutReturn(PayoutId Id, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<RecordPayoutReturn>
    {
        public async Task<Unit> Handle(RecordPayoutReturn request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var payout = await db.PayoutToJudge(user, request.Id, cancellationToken);
            payout.Return(user.Treasurer(), request.Reason, now);
            (await db.PayoutPlanOf(payout.StoreId, cancellationToken)).NoteReturned(payout.AccountIndex, now);
            return Unit.Value;
        }
    }
}

/// <summary>A try arrived besides what the books paid: the shop owes it, and its balance may go below zero.</summary>
/// <exception cref="NotFound">No such payout.</exception>
/// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>payout.reason</c>, <c>payout.not_extra</c></exception>
public sealed record OweExtraPayout(PayoutId Id, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<OweExtraPayout>
    {
        public async Task<Unit> Handle(OweExtraPayout request, CancellationToken cancellationToken)
        {
            (await db.PayoutToJudge(user, request.Id, cancellationToken)).OweExtra(user.Treasurer(), request.Reason, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

/// <summary>What arrived besides came back, by the bank's statement: the shop owes it no longer.</summary>
/// <exception cref="NotFound">No such payout.</exception>
/// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>payout.reason</c>, <c>payout.not_extra</c></exception>
public sealed record RecordExtraReturn(PayoutId Id, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<RecordExtraReturn>
    {
        public async Task<Unit> Handle(RecordExtraReturn request, CancellationToken cancellationToken)
        {
            (await db.PayoutToJudge(user, request.Id, cancellationToken)).ReturnExtra(user.Treasurer(), request.Reason, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

/// <summary>An officer made sure that the account money came back from is right: payouts may go there again.</summary>
/// <param name="Id">A payout of the shop.</param>
/// <exception cref="NotFound">No such payout.</exception>
/// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>payout.reason</c>, <c>payout.not_flagged</c></exception>
public sealed record TrustPayoutAccount(PayoutId Id, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<TrustPayoutAccount>
    {
        public async Task<Unit> Handle(TrustPayoutAccount request, CancellationToken cancellationToken)
        {
            var payout = await db.PayoutToJudge(user, request.Id, cancellationToken);
            (await db.PayoutPlanOf(payout.StoreId, cancellationToken)).TrustAccount(user.Treasurer(), request.Reason, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

static class PayoutCharge
{
    /// <exception cref="RuleBroken"><c>payout.charge</c></exception>
    public static async Task RequireCharge(this SettingsInForce settings, Rupiah charge, CancellationToken cancellationToken)
    {
        var most = new Rupiah(await settings.Number(SettingCatalogue.PayoutChargeMost, cancellationToken));
        if (charge.IsNegative || charge > most)
        {
            throw new RuleBroken("payout.charge", $"Biaya bank untuk satu pencairan dari Rp0 sampai {most}. Periksa jumlahnya, atau ubah batasnya di pengaturan.");
        }
    }
}

using Komeji.Application.Common;
using Komeji.Application.Payouts.Providers;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Payouts;
using MediatR;

namespace Komeji.Application.Payouts.Desk;

/// <summary>One officer has looked at a payout and puts it before another.</summary>
/// <exception cref="NotFound">No such payout.</exception>
/// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>payout.debt</c>, <c>payout.account_changed</c>, <c>payout.account_returned</c>, <c>payout.illegal_move</c></exception>
public sealed record PreparePayout(PayoutId Id) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<PreparePayout>
    {
        public async Task<Unit> Handle(PreparePayout request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var payout = await db.PayoutToJudge(user, request.Id, cancellationToken);
            await db.RequireNoObstacle(payout, now, cancellationToken);
            payout.Prepare(user.Treasurer(), now);
            return Unit.Value;
        }
    }
}

/// <summary>Another officer approves it. What is above the limit of BI-FAST goes another way.</summary>
/// <param name="NameReason">Why the account is right though the bank did not confirm its holder's name; needed only then.</param>
/// <exception cref="NotFound">No such payout.</exception>
/// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>payout.same_officer</c>, <c>payout.name</c>, <c>payout.debt</c>, <c>payout.account_changed</c>, <c>payout.account_returned</c>, <c>payout.illegal_move</c></exception>
public sealed record ApprovePayout(PayoutId Id, string NameReason = "") : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, SettingsInForce settings, PayoutGateways gateways, ICurrentUser user, TimeProvider clock) : IRequestHandler<ApprovePayout>
    {
        public async Task<Unit> Handle(ApprovePayout request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var payout = await db.PayoutToJudge(user, request.Id, cancellationToken);
            await db.RequireNoObstacle(payout, now, cancellationToken);
            var most = new Rupiah(await settings.Number(SettingCatalogue.PayoutBiFastMost, cancellationToken));
            payout.Approve(user.Treasurer(), payout.Amount > most ? PayoutChannel.Rtgs : PayoutChannel.BiFast, now, canAsk: gateways.Chosen is not null, request.NameReason);
            return Unit.Value;
        }
    }
}

/// <summary>It stands still for some days at most, and the shop is told why and may appeal.</summary>
/// <exception cref="NotFound">No such payout.</exception>
/// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>payout.reason</c>, <c>payout.illegal_move</c></exception>
public sealed record HoldPayout(PayoutId Id, PayoutHoldReason Why, string Note) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, SettingsInForce settings, ICurrentUser user, TimeProvider clock) : IRequestHandler<HoldPayout>
    {
        public async Task<Unit> Handle(HoldPayout request, CancellationToken cancellationToken)
        {
            var days = TimeSpan.FromDays(await settings.Number(SettingCatalogue.PayoutHoldDays, cancellationToken));
            (await db.PayoutToJudge(user, request.Id, cancellationToken)).Hold(user.Treasurer(), request.Why, request.Note, days, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

/// <summary>A hold ends before its time: the payout waits for approval again.</summary>
/// <exception cref="NotFound">No such payout.</exception>
/// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>payout.reason</c>, <c>payout.other_officer</c>, <c>payout.illegal_move</c></exception>
public sealed record ResumePayout(PayoutId Id, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ResumePayout>
    {
        public async Task<Unit> Handle(ResumePayout request, CancellationToken cancellationToken)
        {
            (await db.PayoutToJudge(user, request.Id, cancellationToken)).Resume(user.Treasurer(), request.Reason, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

/// <summary>It is not paid, and the money is the shop's balance again.</summary>
/// <exception cref="NotFound">No such payout.</exception>
/// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>payout.reason</c>, <c>payout.other_officer</c>, <c>payout.illegal_move</c></exception>
public sealed record RejectPayout(PayoutId Id, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<RejectPayout>
    {
        public async Task<Unit> Handle(RejectPayout request, CancellationToken cancellationToken)
        {
            (await db.PayoutToJudge(user, request.Id, cancellationToken)).Reject(user.Treasurer(), request.Reason, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

/// <summary>What nobody prepared yet, or the bank did not pay, is given up: the money is the shop's balance again.</summary>
/// <exception cref="NotFound">No such payout.</exception>
/// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>payout.reason</c>, <c>payout.illegal_move</c></exception>
public sealed record CancelPayout(PayoutId Id, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<CancelPayout>
    {
        public async Task<Unit> Handle(CancelPayout request, CancellationToken cancellationToken)
        {
            (await db.PayoutToJudge(user, request.Id, cancellationToken)).Cancel(user.Treasurer(), request.Reason, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

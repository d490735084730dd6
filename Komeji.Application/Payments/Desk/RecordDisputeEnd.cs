using System.Globalization;
using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Desk;

/// <summary>
/// A provider that tells of a dispute, but not how it ends: an officer of finance learned that at its desk, and it is booked as if the
/// provider had told it. Above a limit another officer has to agree first, and always where one recorded as won was lost after all.
/// </summary>
/// <param name="Taken">What the bank took, where the provider did not say; needed only when it was lost.</param>
/// <exception cref="NotFound">No such dispute.</exception>
/// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>dispute.provider_tells</c>, <c>dispute.over</c>, <c>dispute.taken</c>, <c>dispute.reason_required</c>, <c>approval.waits</c></exception>
public sealed record RecordDisputeEnd(DisputeId Id, bool Won, Rupiah? Taken, string Reason) : ICommand<MoneyDecided>, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, Gateways gateways, MoneyDeeds deeds, SecondOfficer second, ICurrentUser user) : IRequestHandler<RecordDisputeEnd, MoneyDecided>
    {
        public async Task<MoneyDecided> Handle(RecordDisputeEnd request, CancellationToken cancellationToken)
        {
            var officer = user.Require();
            var by = Actor.Staff(officer.Value, Roles.Finance);
            var purchase = await db.Disputes.Where(d => d.Id == request.Id).Join(db.Purchases, d => d.PurchaseId, p => p.Id, (d, p) => new { p.Id, p.Number }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
            await db.TakeRefundTurn(purchase.Id, cancellationToken);
            await db.RequireNotOwn(purchase.Id, officer, cancellationToken);
            var looked = await db.Disputes.AsNoTracking().Include(d => d.Claims).SingleAsync(d => d.Id == request.Id, cancellationToken);
            if (gateways.Named(looked.Gateway) is not { TellsHowDisputesEnd: false })
            {
                throw new RuleBroken("dispute.provider_tells", "Penyedia ini mengabarkan sendiri hasil sengketanya. Tunggu kabarnya.");
            }

            var (end, seen) = (new DisputeEnd(request.Won, request.Taken), DisputeEnd.SeenOf(looked));
            if (!looked.IsOver && !await second.IsNeeded(looked.Amount, cancellationToken))
            {
                await deeds.EndDispute(request.Id, end, by, request.Reason, seen, cancellationToken);
                return MoneyDecided.Booked;
            }

            await deeds.DraftEnd(looked, end, by, request.Reason, cancellationToken);
            return await second.Ask(new MoneyWish(MoneyAct.DisputeEnd, request.Id.Value, purchase.Id, purchase.Number, looked.Amount, request.Reason, end.Write(), seen), by, cancellationToken);
        }
    }
}

/// <summary>How a dispute ended, as an officer learned it; and as it is kept while it waits for a second one.</summary>
sealed record DisputeEnd(bool Won, Rupiah? Taken)
{
    /// <summary>How the dispute stood when that was decided.</summary>
    public static string SeenOf(Dispute dispute) => $"{dispute.State} {dispute.IsWithdrawn} {dispute.Unsettled}";

    public string Write() => $"{(Won ? nameof(DisputeState.Won) : nameof(DisputeState.Lost))} {Taken?.Amount}";

    public static DisputeEnd Read(string text)
    {
        var parts = text.Split(' ');
        return new DisputeEnd(parts[0] == nameof(DisputeState.Won), long.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var taken) ? new Rupiah(taken) : null);
    }

    /// <summary>
    /// As the provider would have told it: what was taken comes back when it was won, and what was not told is taken now when it was lost.
    /// What is taken for one that had been won is another dispute.
    /// </summary>
    public ProviderNotice.Disputed Notice(Dispute dispute, DateTimeOffset now)
    {
        var followed = dispute.State == DisputeState.Won;
        return new ProviderNotice.Disputed(
            "", now, followed ? dispute.NextProviderDispute : dispute.ProviderDispute, dispute.ProviderPayment, dispute.Amount, dispute.Reason,
            Won ? DisputeState.Won : DisputeState.Lost, null,
            Won || (dispute.IsWithdrawn && !followed) ? null : new DisputedMoney(dispute.IsWithdrawn ? dispute.Amount : TakenOf(dispute), Rupiah.Zero, now),
            dispute.IsWithdrawn && Won ? new DisputedMoney(dispute.Unsettled, Rupiah.Zero, now) : null);
    }

    Rupiah TakenOf(Dispute dispute) => Taken is { IsPositive: true } told && told <= dispute.Amount
        ? told
        : throw new RuleBroken("dispute.taken", $"Tulis berapa yang ditarik bank menurut dasbor penyedia, dari Rp1 sampai {dispute.Amount}.");
}

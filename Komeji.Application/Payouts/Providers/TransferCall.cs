using Komeji.Application.Common;
using Komeji.Application.Legal;
using Komeji.Application.Payouts.Desk;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Payouts;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payouts.Providers;

/// <summary>The call that sends a payout: its intent is stored before, its answer after.</summary>
public sealed class TransferCall(IKomejiDb db, UnitOfWork unitOfWork, PayoutGateways gateways, PayoutProgress progress, SettingsInForce settings, PersonalKey key, TimeProvider clock)
{
    /// <summary>How long the call may take before another worker asks what became of it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    public async Task Send(PayoutAttemptId id, CancellationToken cancellationToken)
    {
        var claimed = await unitOfWork.RunAfresh(() => Claim(id, cancellationToken), cancellationToken);
        if (claimed is { } order)
        {
            var outcome = await order.Gateway.Send(order.Transfer, CancellationToken.None);
            await Note(id, outcome);
        }
    }

    /// <summary>Stores what the provider said, even if whoever asked has left.</summary>
    public Task Note(PayoutAttemptId id, TransferOutcome outcome) =>
        unitOfWork.RunAfresh(() => progress.Note(id, outcome, CancellationToken.None), CancellationToken.None);

    /// <returns>Null when it is not to be sent: another worker has it, or it has ended.</returns>
    async Task<ToSend?> Claim(PayoutAttemptId id, CancellationToken cancellationToken)
    {
        var payout = await db.PayoutInTurn(id, cancellationToken) ?? throw new NotFound();
        var now = clock.GetUtcNow();
        if (gateways.Named(payout.Attempts.Single(a => a.Id == id).Provider) is not { } gateway)
        {
            payout.GiveUpUncalled(id, "Penyedia pencairan tidak dipakai lagi, dan belum diminta mengirim.", now);
            payout.LoseSight(id, now + TimeSpan.FromHours(1), now);
            return null;
        }

        var owner = await db.Stores.Where(s => s.Id == payout.StoreId).Select(s => s.OwnerId).SingleAsync(cancellationToken);
        var account = key.Read(owner, payout.AccountSealed) ?? throw PayoutKey.Missing();
        var keyLives = TimeSpan.FromHours(await settings.Number(SettingCatalogue.PayoutKeyHours, cancellationToken));
        return payout.TakeToProvider(id, Lease, keyLives, now) is { } taken
            ? new ToSend(gateway, new TransferOrder(taken.Id, payout.Amount, BankCodes.Of(payout.Bank), account, payout.AccountHolder, payout.Number))
            : null;
    }

    sealed record ToSend(IPayoutGateway Gateway, TransferOrder Transfer);
}

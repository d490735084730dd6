using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Reconciliation;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reconciliation;

/// <summary>Books a line at the bank as the bank's own, when it was decided by as many officers as it needs.</summary>
sealed class BankOwnBooks(IKomejiDb db, SettingsInForce settings, TimeProvider clock)
{
    /// <exception cref="RuleBroken"><c>reconciliation.reason</c>, <c>reconciliation.direction</c>, <c>reconciliation.too_large</c>, <c>reconciliation.booked</c>, <c>reconciliation.illegal_move</c></exception>
    public async Task Book(BankLineId id, BankOwn what, Actor by, string reason, CancellationToken cancellationToken)
    {
        var account = await db.BankLines.Where(l => l.Id == id).Select(l => l.Account).SingleAsync(cancellationToken);
        await db.TakeTurn(BankDesk.TurnOf(account), cancellationToken);
        var line = await db.LineOf(id, cancellationToken);
        var journal = await Draft(line, what, cancellationToken);
        db.Journals.Add(journal);

        // The match names the entry by the number the database gives it; the transaction is still the same.
        await db.SaveChangesAsync(cancellationToken);
        var (entry, now) = (journal.Entries.Single(e => e.Account == line.Account), clock.GetUtcNow());
        line.MatchOwn(new LedgerSide(await db.MarkOf(entry.Id, now, cancellationToken), entry.Amount), by, reason, now);
    }

    /// <exception cref="RuleBroken"><c>reconciliation.direction</c>, <c>reconciliation.too_large</c>, <c>reconciliation.booked</c></exception>
    public async Task<Journal> Draft(BankLine line, BankOwn what, CancellationToken cancellationToken)
    {
        await RequireSmall(line, what, cancellationToken);
        var time = await db.TimeOf(line.Id, cancellationToken);
        var key = PostingRules.BankLineKey(line.Id, time);
        return await db.Journals.AnyAsync(j => j.Key == key, cancellationToken)
            ? throw new RuleBroken("reconciliation.booked", "Mutasi ini sudah pernah dibukukan. Cocokkan dengan jurnalnya, yang ada di daftar di bawah, atau minta petugas lain membatalkannya.")
            : PostingRules.BankLineBooked(line, what, clock.GetUtcNow(), time);
    }

    async Task RequireSmall(BankLine line, BankOwn what, CancellationToken cancellationToken)
    {
        var most = new Rupiah(await settings.Number(what == BankOwn.Charge ? SettingCatalogue.BankChargeMost : SettingCatalogue.BankInterestMost, cancellationToken));
        if (line.Amount > most || -line.Amount > most)
        {
            throw new RuleBroken("reconciliation.too_large", $"Lebih dari {most} bukan biaya atau bunga bank yang biasa. Periksa lagi mutasinya, atau minta batasnya diubah di pengaturan.");
        }
    }
}

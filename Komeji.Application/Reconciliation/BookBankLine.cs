using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Reconciliation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reconciliation;

/// <summary>
/// An officer says that a line at the bank is the bank's own charge or interest: it is booked as the cooperative's, once (rule P20), and
/// matched with that. What is larger than such things are is somebody else's money, and is not booked here.
/// </summary>
/// <exception cref="NotFound">No such line.</exception>
/// <exception cref="RuleBroken"><c>reconciliation.reason</c>, <c>reconciliation.direction</c>, <c>reconciliation.too_large</c>, <c>reconciliation.booked</c>, <c>reconciliation.illegal_move</c></exception>
public sealed record BookBankLine(BankLineId Line, BankOwn What, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, SettingsInForce settings, ICurrentUser user, TimeProvider clock) : IRequestHandler<BookBankLine>
    {
        public async Task<Unit> Handle(BookBankLine request, CancellationToken cancellationToken)
        {
            var account = await db.BankLines.Where(l => l.Id == request.Line).Select(l => (int?)l.Account).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
            await db.TakeTurn(BankDesk.TurnOf(account), cancellationToken);
            var line = await db.LineOf(request.Line, cancellationToken);
            await RequireSmall(line, request.What, cancellationToken);
            var key = PostingRules.BankLineKey(line.Id);
            if (await db.Journals.AnyAsync(j => j.Key == key, cancellationToken))
            {
                throw new RuleBroken("reconciliation.booked", "Mutasi ini sudah pernah dibukukan. Cocokkan dengan jurnalnya, yang ada di daftar di bawah.");
            }

            var now = clock.GetUtcNow();
            var journal = PostingRules.BankLineBooked(line, request.What, now);
            db.Journals.Add(journal);

            // The match names the entry by the number the database gives it; the transaction is still the same.
            await db.SaveChangesAsync(cancellationToken);
            var entry = journal.Entries.Single(e => e.Account == line.Account);
            line.MatchOwn(new LedgerSide(await db.MarkOf(entry.Id, now, cancellationToken), entry.Amount), user.Officer(), request.Reason, now);
            return Unit.Value;
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
}

using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Reconciliation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reconciliation;

/// <summary>
/// A line at the bank was booked as the bank's own and was not: another officer than who booked it takes that back (rule P20), and the
/// line waits again. Both journals are explained with the same reason.
/// </summary>
/// <exception cref="NotFound">No such line.</exception>
/// <exception cref="RuleBroken"><c>reconciliation.not_booked</c>, <c>reconciliation.same_officer</c>, <c>reconciliation.reason</c></exception>
public sealed record ReverseBankLine(BankLineId Line, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ReverseBankLine>
    {
        public async Task<Unit> Handle(ReverseBankLine request, CancellationToken cancellationToken)
        {
            var account = await db.BankLines.Where(l => l.Id == request.Line).Select(l => (int?)l.Account).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
            await db.TakeTurn(BankDesk.TurnOf(account), cancellationToken);
            var (line, by, now) = (await db.LineOf(request.Line, cancellationToken), user.Officer(), clock.GetUtcNow());
            var time = await db.TimeOf(line.Id, cancellationToken);
            var key = PostingRules.BankLineKey(line.Id, time);
            var booked = await db.Journals.Include(j => j.Entries).SingleOrDefaultAsync(j => j.Key == key, cancellationToken)
                ?? throw new RuleBroken("reconciliation.not_booked", "Mutasi ini tidak sedang dibukukan sebagai milik bank. Muat ulang halaman.");
            await RequireAnother(line, by, cancellationToken);
            var reversal = PostingRules.BankLineReversed(line.Id, booked, time, now);
            db.Journals.Add(reversal);

            // Marks name entries by the number the database gives them; the transaction is still the same.
            await db.SaveChangesAsync(cancellationToken);
            var mark = await db.MarkOf(EntryOf(booked, line), now, cancellationToken);
            if (mark.LineId == line.Id)
            {
                line.Reopen(by, request.Reason, now);
                mark.Reopen(by, request.Reason, now);
            }

            if (mark.State == MatchState.Open)
            {
                mark.Explain(by, request.Reason, now);
            }

            (await db.MarkOf(EntryOf(reversal, line), now, cancellationToken)).Explain(by, request.Reason, now);
            return Unit.Value;
        }

        async Task RequireAnother(BankLine line, Actor by, CancellationToken cancellationToken)
        {
            var bookedBy = await db.StateChanges.Where(c => c.Subject == BankLine.Kind && c.SubjectId == line.Id.Value && c.ReasonCode == BankLine.BookedAsOwn)
                .OrderByDescending(c => c.Id).Select(c => c.ActorId).FirstOrDefaultAsync(cancellationToken);
            if (bookedBy == by.UserId)
            {
                throw new RuleBroken("reconciliation.same_officer", "Anda yang membukukan mutasi ini. Minta petugas keuangan lain yang membatalkannya.");
            }
        }

        static long EntryOf(Journal journal, BankLine line) => journal.Entries.Single(e => e.Account == line.Account).Id;
    }
}

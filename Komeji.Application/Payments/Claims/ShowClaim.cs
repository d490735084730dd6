using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using Komeji.Domain.Reconciliation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Claims;

/// <summary>A claim with what came in of it, and lines at the bank that may be a payment of it.</summary>
/// <param name="Line">A line at the bank the form is to be filled from; null for none.</param>
public sealed record ShowClaim(RefundId Id, BankLineId? Line = null) : IQuery<ClaimPage>
{
    const int MostLines = 20;

    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ShowClaim, ClaimPage>
    {
        public async Task<ClaimPage> Handle(ShowClaim request, CancellationToken cancellationToken)
        {
            var claim = await db.ClaimOf(request.Id, cancellationToken);
            var open = await db.OpenOf(claim.Id, cancellationToken);
            var payments = await db.ClaimPayments.AsNoTracking().Where(p => p.RefundId == claim.Id).OrderBy(p => p.RecordedAt)
                .Select(p => new ClaimPaid(p.Amount, p.Account, p.Reference, p.ReceivedOn, p.RecordedAt)).ToListAsync(cancellationToken);
            var asked = await db.MoneyApprovals.AsNoTracking().Where(a => a.Act == MoneyAct.ClaimWrittenOff && a.SubjectId == claim.Id.Value)
                .OrderByDescending(a => a.AskedAt).Select(a => new ClaimWriteOff(a.Id, a.Amount, a.State, a.Reason, a.AskedAt)).ToListAsync(cancellationToken);
            var writtenOff = await db.WrittenOffOf(claim.Id, cancellationToken);
            var lines = (open + writtenOff).IsPositive ? await Lines(open + writtenOff, cancellationToken) : [];
            return new ClaimPage(claim.Id, claim.Order, claim.Party, claim.Amount, open, claim.Since, claim.Reason, payments, asked, lines)
            {
                WrittenOff = writtenOff,
                From = lines.FirstOrDefault(l => l.Id == request.Line),
            };
        }

        /// <summary>What came in at the bank, nobody has matched, and is not more than is claimed or was written off; the newest first.</summary>
        async Task<IReadOnlyList<ClaimLine>> Lines(Rupiah open, CancellationToken cancellationToken)
        {
            var most = open.Amount;
            var lines = await db.BankLines.AsNoTracking().Where(l => l.State == MatchState.Open && (long)l.Amount > 0 && (long)l.Amount <= most)
                .OrderByDescending(l => l.Day).ThenByDescending(l => l.Number).Take(MostLines).ToListAsync(cancellationToken);
            return [.. lines.Select(l => new ClaimLine(l.Id, l.Account, l.Day, l.Text, string.Concat(l.Reference.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '/' or '.')), l.Amount))];
        }
    }
}

/// <param name="Open">What is still owed.</param>
/// <param name="Lines">Of the bank, that may be a payment.</param>
public sealed record ClaimPage(
    RefundId Id, string Order, string Party, Rupiah Amount, Rupiah Open, DateTimeOffset Since, string Reason, IReadOnlyList<ClaimPaid> Payments, IReadOnlyList<ClaimWriteOff> WriteOffs, IReadOnlyList<ClaimLine> Lines)
{
    /// <summary>What was written off and did not come in since; a courier may pay it after all.</summary>
    public required Rupiah WrittenOff { get; init; }

    /// <summary>The line the form is filled from.</summary>
    public ClaimLine? From { get; init; }
}

public sealed record ClaimPaid(Rupiah Amount, int Account, string Reference, DateOnly On, DateTimeOffset RecordedAt);

public sealed record ClaimWriteOff(MoneyApprovalId Id, Rupiah Amount, MoneyApprovalState State, string Reason, DateTimeOffset AskedAt);

/// <param name="Reference">As a reference is kept; a bank may write it with spaces.</param>
public sealed record ClaimLine(BankLineId Id, int Account, DateOnly Day, string Text, string Reference, Rupiah Amount);

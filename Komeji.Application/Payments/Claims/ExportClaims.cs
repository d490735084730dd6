using System.Runtime.CompilerServices;
using Komeji.Application.Common;
using Komeji.Application.Ledger.Exports;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Claims;

/// <summary>All claims with what came in and what was written off, to take away.</summary>
public sealed record ExportClaims(bool Sheet) : ICommand<BookTable>
{
    const int Batch = 1_000;

    internal sealed class Handler(IKomejiDb db, BookLines books, TimeProvider clock) : IRequestHandler<ExportClaims, BookTable>
    {
        static readonly string[] Heads = ["Sejak (WIB)", "Pesanan", "Kurir", "Diklaim", "Masuk", "Dihapuskan", "Masih ditagih", "Umur (hari)", "Alasan"];

        public Task<BookTable> Handle(ExportClaims request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            books.WriteDown("Klaim kurir", new BookPeriod(books.Today, books.Today), request.Sheet);
            return Task.FromResult(new BookTable($"klaim-{Wib.DayOf(now):yyyyMMdd}", Heads, Rows(now, CancellationToken.None)));
        }

        async IAsyncEnumerable<IReadOnlyList<object>> Rows(DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            // After the last that was read, and beside those of the same moment: what is read late is found as fast as what is read first.
            var (after, read) = (DateTimeOffset.MinValue, new List<RefundId>());
            for (var full = true; full;)
            {
                var claims = await db.Claims().Where(c => c.Since >= after && !read.Contains(c.Id)).Take(Batch).ToListAsync(cancellationToken);
                var ids = claims.ConvertAll(c => c.Id);
                var paid = (await db.ClaimPayments.AsNoTracking().Where(p => ids.Contains(p.RefundId)).Select(p => new { p.RefundId, p.Amount, p.Recovered }).ToListAsync(cancellationToken)).ToLookup(p => p.RefundId);
                var raw = ids.ConvertAll(id => id.Value);
                var gone = (await db.MoneyApprovals.AsNoTracking().Where(a => a.Act == MoneyAct.ClaimWrittenOff && a.State == MoneyApprovalState.Approved && raw.Contains(a.SubjectId))
                    .Select(a => new { a.SubjectId, a.Amount }).ToListAsync(cancellationToken)).ToLookup(a => a.SubjectId, a => a.Amount);
                foreach (var claim in claims)
                {
                    var (came, lost) = (Rupiah.Sum(paid[claim.Id].Select(p => p.Amount)), Rupiah.Sum(gone[claim.Id.Value]) - Rupiah.Sum(paid[claim.Id].Select(p => p.Recovered)));
                    yield return
                    [
                        BookLines.Moment(claim.Since), claim.Order, claim.Party, claim.Amount.Amount, came.Amount, lost.Amount, (claim.Amount - came - lost).Amount, (long)(now - claim.Since).Days, claim.Reason,
                    ];
                }

                full = claims.Count == Batch;
                if (full)
                {
                    read = [.. claims[^1].Since == after ? read : [], .. claims.Where(c => c.Since == claims[^1].Since).Select(c => c.Id)];
                    after = claims[^1].Since;
                }
            }
        }
    }
}

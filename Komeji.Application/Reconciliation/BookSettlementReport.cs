using Komeji.Application.Common;
using Komeji.Application.Sheets;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Reconciliation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reconciliation;

/// <summary>
/// Takes a settlement report of Midtrans in, all of it or nothing. Each row is compared with what was booked: a cost that is a rupiah off
/// is rounding (P19), everything else that differs waits on the list. Each day's settlement is booked once (P3), as it was paid out.
/// Reading the file takes a while and is done before the transaction.
/// </summary>
/// <exception cref="RuleBroken"><c>sheet.*</c>, <c>table.*</c></exception>
public sealed record BookSettlementReport(string FileName, Stream Upload) : ICommand<ReportReceipt>, ISelfTransacting, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, UnitOfWork unitOfWork, TimeProvider clock) : IRequestHandler<BookSettlementReport, ReportReceipt>
    {
        public async Task<ReportReceipt> Handle(BookSettlementReport request, CancellationToken cancellationToken)
        {
            var (rows, faults) = SettlementSheet.Read(await SheetFile.Read(request.Upload, cancellationToken), Wib.DayOf(clock.GetUtcNow()));
            return faults.Count > 0 ? new ReportReceipt(null, 0, faults) : await unitOfWork.Run(() => Book(request, rows, cancellationToken), cancellationToken);
        }

        async Task<ReportReceipt> Book(BookSettlementReport request, IReadOnlyList<SettlementRow> rows, CancellationToken cancellationToken)
        {
            await db.TakeTurn("settlement report", cancellationToken);
            var (added, faults) = SettlementRows.New(rows, await Kept(rows, cancellationToken));
            if (faults.Count > 0 || added.Count == 0)
            {
                return new ReportReceipt(null, 0, faults);
            }

            var now = clock.GetUtcNow();
            var report = SettlementReport.Import(MidtransBooked.Gateway, request.FileName, user.Require(), rows, added, now);
            db.SettlementReports.Add(report);
            var booked = await MidtransBooked.Of(db, added, cancellationToken);
            foreach (var row in added)
            {
                var line = SettlementLine.Of(report, row, booked.SideOf(row), now);
                db.SettlementLines.Add(line);
                if (!line.Rounding.IsZero)
                {
                    db.Journals.Add(PostingRules.CostRounded(report.Gateway, line.Transaction, line.Rounding, Wib.StartOf(line.Day), now));
                }
            }

            foreach (var day in added.GroupBy(r => r.Day).Select(g => (Day: g.Key, Net: Rupiah.Sum(g.Select(r => r.Net)))).Where(d => d.Net.IsPositive))
            {
                db.Journals.Add(PostingRules.ProviderSettled(report.Gateway, SettlementLine.SettlementOf(report.Gateway, day.Day), day.Net, Wib.StartOf(day.Day), now));
            }

            return new ReportReceipt(report.Id, added.Count, []);
        }

        async Task<IReadOnlyList<SettlementLine>> Kept(IReadOnlyList<SettlementRow> rows, CancellationToken cancellationToken)
        {
            var days = rows.Select(r => r.Day).Distinct().ToList();
            var kept = new List<SettlementLine>();
            foreach (var part in rows.Select(r => r.Transaction).Distinct().Chunk(MidtransBooked.AtOnce).Select(c => c.ToList()))
            {
                kept.AddRange(await db.SettlementLines.AsNoTracking().Where(l => l.Gateway == MidtransBooked.Gateway && part.Contains(l.Transaction)).ToListAsync(cancellationToken));
            }

            var known = kept.Select(l => l.Id).ToHashSet();
            var ofDays = await db.SettlementLines.AsNoTracking().Where(l => l.Gateway == MidtransBooked.Gateway && days.Contains(l.Day)).ToListAsync(cancellationToken);
            return [.. kept, .. ofDays.Where(l => !known.Contains(l.Id))];
        }
    }
}

/// <param name="Id">Null when nothing was booked: rows are wrong, or all were known.</param>
public sealed record ReportReceipt(SettlementReportId? Id, int Added, IReadOnlyList<RowFault> Faults);

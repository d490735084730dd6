using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Reconciliation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reconciliation;

/// <summary>A row of a report beside what was booked, with what was done about it.</summary>
public sealed record ShowSettlementLine(SettlementLineId Id) : IQuery<SettlementLinePage>
{
    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ShowSettlementLine, SettlementLinePage>
    {
        public async Task<SettlementLinePage> Handle(ShowSettlementLine request, CancellationToken cancellationToken)
        {
            var line = await db.SettlementLines.AsNoTracking().SingleOrDefaultAsync(l => l.Id == request.Id, cancellationToken) ?? throw new NotFound();
            return new SettlementLinePage(SettlementLineRow.Of(line), line.ReportId, line.BookedGross, line.BookedCost, await db.StepsOf(SettlementLine.Kind, line.Id.Value, cancellationToken));
        }
    }
}

/// <param name="BookedGross">Null where the books do not know it.</param>
public sealed record SettlementLinePage(SettlementLineRow Line, SettlementReportId ReportId, Rupiah? BookedGross, Rupiah BookedCost, IReadOnlyList<MatchStep> Steps);

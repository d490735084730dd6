using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Payouts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payouts.Desk;

/// <summary>A file for the bank: what is in it, and who made and fetched it when.</summary>
/// <exception cref="NotFound">No such file.</exception>
public sealed record ShowPayoutFile(PayoutFileId Id, int Page) : IQuery<PayoutFilePage>
{
    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ShowPayoutFile, PayoutFilePage>
    {
        public async Task<PayoutFilePage> Handle(ShowPayoutFile request, CancellationToken cancellationToken)
        {
            var file = await db.PayoutFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == request.Id, cancellationToken) ?? throw new NotFound();
            var rows = await db.InFile(file.Id).OrderBy(p => p.RequestedAt).ThenBy(p => p.Id).ToRows(db).ToPage(request.Page, ListPayouts.PageSize, cancellationToken);
            var log = await db.StateChanges.Where(c => c.Subject == PayoutFile.Subject && c.SubjectId == file.Id.Value).OrderBy(c => c.Id)
                .Select(c => new FileStep(c.ReasonCode, db.Users.Where(u => u.Id == c.ActorId).Select(u => u.FullName).FirstOrDefault() ?? "", c.At)).ToListAsync(cancellationToken);
            return new PayoutFilePage(file, rows, log);
        }
    }
}

public sealed record PayoutFilePage(PayoutFile File, PageOf<PayoutRow> Payouts, IReadOnlyList<FileStep> Steps);

/// <param name="ReasonCode"><c>made</c> or <c>fetched</c>.</param>
public sealed record FileStep(string ReasonCode, string By, DateTimeOffset At);

using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger.Sweeps;

/// <summary>What may be moved to the cooperative now, and what was, newest first.</summary>
public sealed record ListSweeps(int Page = 1) : IQuery<SweepsPage>
{
    const int PageSize = 25;

    internal sealed class Handler(IKomejiDb db, CooperativeFunds funds) : IRequestHandler<ListSweeps, SweepsPage>
    {
        public async Task<SweepsPage> Handle(ListSweeps request, CancellationToken cancellationToken)
        {
            await using var moment = await db.BeginSnapshot(cancellationToken);
            var done = await db.StateChanges.AsNoTracking().Where(c => c.Subject == MoveToCooperative.Subject).OrderByDescending(c => c.Id)
                .Select(c => new SweepRow(c.SubjectId, c.At, c.Note ?? "", db.Users.Where(u => u.Id == c.ActorId).Select(u => u.FullName).FirstOrDefault() ?? ""))
                .ToPage(request.Page, PageSize, cancellationToken);
            return new SweepsPage(await funds.Now(cancellationToken), done);
        }
    }
}

public sealed record SweepsPage(FundsNow Funds, PageOf<SweepRow> Done);

/// <param name="What">Amount and the bank's reference.</param>
public sealed record SweepRow(Guid Journal, DateTimeOffset At, string What, string By);

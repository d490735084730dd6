using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Complaints;

/// <summary>Keeps what somebody has begun to write as an offer or a decision, so that nothing is lost when the page is left.</summary>
/// <param name="Text">As the page wrote it, for the page to read again.</param>
public sealed record KeepComplaintScrap(string Number, ComplaintOnlooker As, string Text) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ComplaintDesk desk, TimeProvider clock) : IRequestHandler<KeepComplaintScrap>
    {
        public async Task<Unit> Handle(KeepComplaintScrap request, CancellationToken cancellationToken)
        {
            var (complaint, by) = await desk.Take(request.Number, request.As, cancellationToken);
            var (person, now) = (by.UserId!.Value, clock.GetUtcNow());
            if (await db.ComplaintScraps.SingleOrDefaultAsync(s => s.ComplaintId == complaint.Id && s.PersonId == person, cancellationToken) is { } scrap)
            {
                scrap.Keep(request.Text, now);
            }
            else
            {
                db.ComplaintScraps.Add(new ComplaintScrap(complaint.Id, person, request.Text, now));
            }

            return Unit.Value;
        }
    }
}

static class Scraps
{
    /// <summary>It was sent.</summary>
    public static Task ForgetScrap(this IKomejiDb db, ComplaintId complaint, Actor by, CancellationToken cancellationToken)
    {
        var person = by.UserId!.Value;
        return db.ComplaintScraps.Where(s => s.ComplaintId == complaint && s.PersonId == person).ExecuteDeleteAsync(cancellationToken);
    }
}

using Komeji.Application.Common;
using MediatR;

namespace Komeji.Application.Complaints.Desk;

/// <summary>An officer takes a complaint from the queue, or gives it back.</summary>
/// <param name="Mine">True to take it.</param>
public sealed record ClaimComplaint(string Number, bool Mine) : ICommand
{
    internal sealed class Handler(ComplaintDesk desk, TimeProvider clock) : IRequestHandler<ClaimComplaint>
    {
        public async Task<Unit> Handle(ClaimComplaint request, CancellationToken cancellationToken)
        {
            var (complaint, by) = await desk.Take(request.Number, ComplaintOnlooker.Staff, cancellationToken);
            if (request.Mine)
            {
                complaint.Claim(by, clock.GetUtcNow());
            }
            else
            {
                complaint.Unclaim(by, clock.GetUtcNow());
            }

            return Unit.Value;
        }
    }
}

using Komeji.Application.Common;
using MediatR;

namespace Komeji.Application.Complaints;

/// <summary>The buyer gives her complaint up; the order goes on where it stood.</summary>
public sealed record CancelComplaint(string Number, string Reason) : ICommand
{
    internal sealed class Handler(ComplaintDesk desk, TimeProvider clock) : IRequestHandler<CancelComplaint>
    {
        public async Task<Unit> Handle(CancelComplaint request, CancellationToken cancellationToken)
        {
            var (complaint, by) = await desk.Take(request.Number, ComplaintOnlooker.Buyer, cancellationToken);
            complaint.Cancel(request.Reason, by, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

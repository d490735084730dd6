using Komeji.Application.Common;
using MediatR;

namespace Komeji.Application.Complaints;

/// <summary>Somebody says something in the conversation of a complaint.</summary>
public sealed record PostToComplaint(string Number, ComplaintOnlooker As, string Text) : ICommand
{
    internal sealed class Handler(ComplaintDesk desk, TimeProvider clock) : IRequestHandler<PostToComplaint>
    {
        public async Task<Unit> Handle(PostToComplaint request, CancellationToken cancellationToken)
        {
            var (complaint, by) = await desk.Take(request.Number, request.As, cancellationToken);
            complaint.Post(request.Text, by, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

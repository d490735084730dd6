using Komeji.Application.Common;
using Komeji.Application.Settings;
using MediatR;

namespace Komeji.Application.Complaints;

/// <summary>One of the two sides takes what the other proposed last.</summary>
/// <param name="Offer">The number of the proposal that was read.</param>
public sealed record AcceptSolution(string Number, ComplaintOnlooker As, int Offer) : ICommand
{
    internal sealed class Handler(ComplaintDesk desk, SettingsInForce settings, TimeProvider clock) : IRequestHandler<AcceptSolution>
    {
        public async Task<Unit> Handle(AcceptSolution request, CancellationToken cancellationToken)
        {
            var (complaint, by) = await desk.Take(request.Number, request.As, cancellationToken);
            complaint.Accept(request.Offer, by, await settings.ComplaintTerms(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

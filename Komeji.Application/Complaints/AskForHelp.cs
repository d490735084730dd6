using Komeji.Application.Common;
using Komeji.Application.Settings;
using MediatR;

namespace Komeji.Application.Complaints;

/// <summary>An officer of the cooperative shall decide; staff may come in by themselves.</summary>
public sealed record AskForHelp(string Number, ComplaintOnlooker As, string Reason) : ICommand
{
    internal sealed class Handler(ComplaintDesk desk, SettingsInForce settings, TimeProvider clock) : IRequestHandler<AskForHelp>
    {
        public async Task<Unit> Handle(AskForHelp request, CancellationToken cancellationToken)
        {
            var (complaint, by) = await desk.Take(request.Number, request.As, cancellationToken);
            complaint.AskForHelp(request.Reason, by, await settings.ComplaintTerms(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Returns.Replacements;

/// <summary>The buyer says that what was sent again has not come: it no longer counts as arrived by itself, and an officer looks.</summary>
public sealed record ReportReplacementNotArrived(string Replacement) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, SettingsInForce settings, TimeProvider clock) : IRequestHandler<ReportReplacementNotArrived>
    {
        public async Task<Unit> Handle(ReportReplacementNotArrived request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            (await db.Replacements.BoughtBy(me).Load(request.Replacement, cancellationToken))
                .ReportNotArrived(Actor.Buyer(me.Value), await settings.ReturnTerms(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

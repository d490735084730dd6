using Komeji.Application.Common;
using Komeji.Application.Settings;
using MediatR;

namespace Komeji.Application.Complaints;

/// <summary>One complaint, for the side that asks.</summary>
public sealed record ShowComplaint(string Number, ComplaintOnlooker As) : IQuery<ComplaintPage>
{
    internal sealed class Handler(IKomejiDb db, ComplaintDesk desk, ICurrentUser user, SettingsInForce settings, TimeProvider clock) : IRequestHandler<ShowComplaint, ComplaintPage>
    {
        /// <exception cref="NotFound">No such complaint of theirs.</exception>
        public async Task<ComplaintPage> Handle(ShowComplaint request, CancellationToken cancellationToken)
        {
            var page = (await ComplaintPage.Read(db, await desk.Visible(request.As, cancellationToken), request.Number, user.Require(), clock.GetUtcNow(), cancellationToken)) with
            {
                SendWorkingDays = (await settings.ComplaintTerms(cancellationToken)).SendWorkingDays,
            };
            return request.As == ComplaintOnlooker.Staff ? page with { Background = await ComplaintBackground.Read(db, page, cancellationToken) } : page;
        }
    }
}

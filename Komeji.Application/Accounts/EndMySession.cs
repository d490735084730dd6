using Komeji.Application.Common;
using Komeji.Application.Mentoring;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <summary>Signs another of one's browsers out.</summary>
/// <param name="Id">As <see cref="MySession"/> names it.</param>
/// <exception cref="NotFound">It is not there any more, or another person's.</exception>
public sealed record EndMySession(string Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser me, MentoringEnds mentoring) : IRequestHandler<EndMySession>
    {
        public async Task<Unit> Handle(EndMySession request, CancellationToken cancellationToken)
        {
            var owner = me.Require().Value;
            var browser = db.Sessions.Where(s => s.KeyHash == request.Id && s.UserId == owner);
            await mentoring.SignOut(browser, cancellationToken);
            var ended = await browser.ExecuteDeleteAsync(cancellationToken);
            return ended > 0 ? Unit.Value : throw new NotFound();
        }
    }
}

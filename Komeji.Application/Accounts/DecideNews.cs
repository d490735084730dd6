using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Accounts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <summary>Gives or withdraws the consent to news by message. A row is added only when it changes something.</summary>
public sealed record DecideNews(bool Wants) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser me, SettingsInForce settings, TimeProvider clock) : IRequestHandler<DecideNews>
    {
        public async Task<Unit> Handle(DecideNews request, CancellationToken cancellationToken)
        {
            var id = me.Require().Value;
            var current = await db.Consents.Where(c => c.UserId == id && c.Purpose == Consent.News)
                .OrderByDescending(c => c.Id).Select(c => (bool?)c.Given).FirstOrDefaultAsync(cancellationToken) ?? false;
            if (current != request.Wants)
            {
                var version = await settings.Text(SettingCatalogue.TermsVersion, cancellationToken);
                db.Consents.Add(new Consent(id, Consent.News, version, request.Wants, "web", clock.GetUtcNow()));
            }

            return Unit.Value;
        }
    }
}

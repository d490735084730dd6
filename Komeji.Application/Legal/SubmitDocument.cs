using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using MediatR;

namespace Komeji.Application.Legal;

/// <summary>Sends a paper to the office.</summary>
/// <exception cref="RuleBroken"><c>legal.incomplete</c>, <c>legal.expired</c>, <c>legal.state</c></exception>
/// <exception cref="NotFound">There is none to send.</exception>
public sealed record SubmitDocument(DocumentKind Kind) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, SettingsInForce settings, TimeProvider clock) : IRequestHandler<SubmitDocument>
    {
        public async Task<Unit> Handle(SubmitDocument request, CancellationToken cancellationToken)
        {
            var shop = await db.MyShop(user, cancellationToken);
            await db.TakeTurn($"papers of {shop.Id.Value}", cancellationToken);
            var document = await db.Newest(shop.Id, request.Kind, cancellationToken) ?? throw new NotFound();
            document.Submit(Actor.Seller(user.Require().Value), shop.VillageCode, await settings.Calendar(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

/// <summary>The seller does not accept the office's no; another officer hears it.</summary>
/// <exception cref="RuleBroken"><c>legal.appealed</c>, <c>legal.reason</c>, <c>legal.state</c></exception>
/// <exception cref="NotFound">There is none to appeal for.</exception>
public sealed record AppealDocument(DocumentKind Kind, string Reason) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, SettingsInForce settings, TimeProvider clock) : IRequestHandler<AppealDocument>
    {
        public async Task<Unit> Handle(AppealDocument request, CancellationToken cancellationToken)
        {
            var shop = await db.MyShop(user, cancellationToken);
            await db.TakeTurn($"papers of {shop.Id.Value}", cancellationToken);
            var document = await db.Newest(shop.Id, request.Kind, cancellationToken) ?? throw new NotFound();
            document.Appeal(Actor.Seller(user.Require().Value), request.Reason, await settings.Calendar(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Domain.Stores;
using MediatR;

namespace Komeji.Application.Legal.PreChecks;

/// <summary>The owner has a community of the place look over a paper before the office does. Silence sends it on.</summary>
/// <exception cref="RuleBroken"><c>legal.no_community</c>, <c>legal.incomplete</c>, <c>legal.expired</c>, <c>legal.state</c></exception>
/// <exception cref="NotFound">There is none to send.</exception>
public sealed record AskPreCheck(DocumentKind Kind) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, SettingsInForce settings, Notifier notifier, TimeProvider clock) : IRequestHandler<AskPreCheck>
    {
        public async Task<Unit> Handle(AskPreCheck request, CancellationToken cancellationToken)
        {
            var (shop, post) = await db.MyShop(desk, ShopRights.Own, cancellationToken);
            await db.TakeTurn($"papers of {shop.Id.Value}", cancellationToken);
            var document = await db.Newest(shop.Id, request.Kind, cancellationToken) ?? throw new NotFound();
            var community = await db.CommunityFor(shop.VillageCode, shop.Id, cancellationToken);
            if (community.Count == 0)
            {
                throw new RuleBroken("legal.no_community", "Belum ada komunitas yang bertugas di wilayah toko Anda. Ajukan langsung ke dinas.");
            }

            var now = clock.GetUtcNow();
            var days = await settings.Number(SettingCatalogue.PreCheckDays, cancellationToken);
            document.AskPreCheck(post.Actor, shop.VillageCode, (await settings.Calendar(cancellationToken)).AddWorkingDays(now, (int)days), now);
            foreach (var person in community)
            {
                await notifier.Tell(person, LegalTexts.PreCheckAsked(shop.Name, document.Kind, document.PreCheckUntil!.Value), cancellationToken);
            }

            return Unit.Value;
        }
    }
}

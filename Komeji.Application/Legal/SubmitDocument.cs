using Komeji.Application.Common;
using Komeji.Application.Legal.Opening;
using Komeji.Application.Mentoring;
using Komeji.Application.Notifications;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal;

/// <summary>
/// Sends a paper to the office. What a mentor sends waits: the owner looks and sends it herself, in her own session.
/// </summary>
/// <exception cref="RuleBroken"><c>legal.incomplete</c>, <c>legal.expired</c>, <c>legal.owner_differs</c>, <c>legal.state</c></exception>
/// <exception cref="NotFound">There is none to send.</exception>
public sealed record SubmitDocument(DocumentKind Kind) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, ICurrentUser user, SettingsInForce settings, Notifier notifier, TimeProvider clock) : IRequestHandler<SubmitDocument>
    {
        public async Task<Unit> Handle(SubmitDocument request, CancellationToken cancellationToken)
        {
            var (shop, post) = await db.MyShop(desk, ShopRights.Papers, cancellationToken);
            await db.TakeTurn($"papers of {shop.Id.Value}", cancellationToken);
            var document = await db.Newest(shop.Id, request.Kind, cancellationToken) ?? throw new NotFound();
            await RequireSameOwner(document, cancellationToken);
            if (!post.May(ShopRights.Own))
            {
                document.Prepare(post.Actor, clock.GetUtcNow());
                await notifier.Tell(shop.OwnerId, MentoringTexts.Prepared(user.Name, LegalTexts.Name(document.Kind), LegalTexts.Of(document.Kind)), cancellationToken);
                return Unit.Value;
            }

            document.Submit(post.Actor, shop.VillageCode, await settings.Calendar(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }

        /// <summary>What the office will vouch for is what the profile says: the NIK may have been changed since the card was filled in.</summary>
        async Task RequireSameOwner(LegalVerification document, CancellationToken cancellationToken)
        {
            if (document.Kind != DocumentKind.IdentityCard)
            {
                return;
            }

            await db.TakeTurn(Profiles.Turn(document.OwnerId), cancellationToken);
            if (!await db.LegalProfiles.AnyAsync(p => p.OwnerId == document.OwnerId && p.NikIndex == document.NumberIndex, cancellationToken))
            {
                throw new RuleBroken("legal.owner_differs", "NIK pada data pemilik berbeda dengan NIK pada KTP ini. Periksa data pemilik, simpan lagi isian KTP, lalu ajukan.");
            }
        }
    }
}

/// <summary>The owner does not wait for the community any longer: on to the office.</summary>
/// <exception cref="RuleBroken"><c>legal.expired</c>, <c>legal.state</c></exception>
/// <exception cref="NotFound">There is none to send.</exception>
public sealed record SkipPreCheck(DocumentKind Kind) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, SettingsInForce settings, TimeProvider clock) : IRequestHandler<SkipPreCheck>
    {
        public async Task<Unit> Handle(SkipPreCheck request, CancellationToken cancellationToken)
        {
            var (shop, post) = await db.MyShop(desk, ShopRights.Own, cancellationToken);
            await db.TakeTurn($"papers of {shop.Id.Value}", cancellationToken);
            var document = await db.Newest(shop.Id, request.Kind, cancellationToken) ?? throw new NotFound();
            document.SkipPreCheck(post.Actor, shop.VillageCode, await settings.Calendar(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

/// <summary>The seller does not accept the office's no; another officer hears it.</summary>
/// <exception cref="RuleBroken"><c>legal.appealed</c>, <c>legal.reason</c>, <c>legal.state</c></exception>
/// <exception cref="NotFound">There is none to appeal for.</exception>
public sealed record AppealDocument(DocumentKind Kind, string Reason) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, SettingsInForce settings, TimeProvider clock) : IRequestHandler<AppealDocument>
    {
        public async Task<Unit> Handle(AppealDocument request, CancellationToken cancellationToken)
        {
            var (shop, post) = await db.MyShop(desk, ShopRights.Own, cancellationToken);
            await db.TakeTurn($"papers of {shop.Id.Value}", cancellationToken);
            var document = await db.Newest(shop.Id, request.Kind, cancellationToken) ?? throw new NotFound();
            document.Appeal(post.Actor, request.Reason, await settings.Calendar(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

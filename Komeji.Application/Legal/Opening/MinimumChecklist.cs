using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Application.Stores.Desk;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal.Opening;

/// <summary>What is asked of a shop before it opens. When all of it is green it opens by itself; what is not is for a person to look at.</summary>
public sealed class MinimumChecklist(IKomejiDb db, LegalTerms terms, Notifier notifier, TimeProvider clock)
{
    public async Task<IReadOnlyList<ChecklistItem>> Of(Store store, CancellationToken cancellationToken)
    {
        var profile = await db.LegalProfiles.SingleOrDefaultAsync(p => p.OwnerId == store.OwnerId, cancellationToken);
        var reached = await db.Users.AnyAsync(u => u.Id == store.OwnerId.Value && (u.EmailConfirmed || u.PhoneNumberConfirmed), cancellationToken);
        var flag = RestrictedGoods.FlagOf(store.Name, store.Description);
        return
        [
            new("Pemilik, usaha, tempat, toko, dan rekening sudah diisi", profile is { HasOwner: true, HasBusiness: true, HasPlace: true, HasShop: true, HasBank: true }),
            new("Surel atau nomor ponsel sudah dikonfirmasi", reached),
            flag is null ? new("Nama dan keterangan tidak memuat kata yang perlu dilihat", true) : new($"Ada kata “{flag.Words}”: {flag.Reason} ({flag.Source})", false),
        ];
    }

    /// <summary>Opens the shop where nothing stands against it, and tells the owner either way.</summary>
    public async Task OpenOrWait(Store store, CancellationToken cancellationToken)
    {
        if (!(await Of(store, cancellationToken)).All(item => item.IsGreen))
        {
            await notifier.Tell(store.OwnerId, StoreTexts.Waits(store.Name), cancellationToken);
            return;
        }

        await Open(store, cancellationToken);
    }

    /// <summary>The seller has changed what a person was to look at.</summary>
    public async Task OpenIfGreen(Store store, CancellationToken cancellationToken)
    {
        if (store.State == StoreState.AwaitingReview && (await Of(store, cancellationToken)).All(item => item.IsGreen))
        {
            await Open(store, cancellationToken);
        }
    }

    async Task Open(Store store, CancellationToken cancellationToken)
    {
        store.Activate(Actor.System, clock.GetUtcNow());
        await notifier.Tell(store.OwnerId, LegalTexts.ShopOpened(store.Name, (await terms.Nib(cancellationToken)).DeadlineOf(store.OpenedAt)), cancellationToken);
    }
}

public sealed record ChecklistItem(string Says, bool IsGreen);

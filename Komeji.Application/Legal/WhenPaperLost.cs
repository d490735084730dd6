using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Domain.Catalog;
using Komeji.Domain.Legal;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal;

/// <summary>Hides the products whose category asks for the lost permit and has no other that will do, and tells the seller which and why.</summary>
sealed class WhenPaperLost(IKomejiDb db, PermitsOfGoods permits, Notifier notifier) : IReaction<PaperLost>
{
    public async Task Handle(Happened<PaperLost> notification, CancellationToken cancellationToken)
    {
        var lost = notification.Fact;
        var held = await permits.HeldBy(lost.Store, lost.Document, lost.At, cancellationToken);
        if (held.Contains(lost.Kind))
        {
            return;
        }

        var needing = await permits.CategoriesLacking(lost.Kind, held, cancellationToken);
        var products = await db.Products.Where(p => p.StoreId == lost.Store && p.State == ProductState.Published && needing.Contains(p.CategoryId)).OrderBy(p => p.Name).ToListAsync(cancellationToken);
        var hidden = products.FindAll(p => p.HideFor(lost.Kind.Word(), lost.At));
        if (hidden.Count > 0)
        {
            await notifier.Tell(lost.Owner, LegalTexts.ProductsHidden(lost.Kind, lost.How, hidden.ConvertAll(p => p.Name)), cancellationToken);
        }
    }
}

/// <summary>Shows again what was hidden for want of a permit, as far as nothing that was lost is wanting: by the rule that hid it, and not a stricter one.</summary>
sealed class WhenPaperHeld(IKomejiDb db, PermitsOfGoods permits, Notifier notifier, TimeProvider clock) : IReaction<PaperHeld>
{
    public async Task Handle(Happened<PaperHeld> notification, CancellationToken cancellationToken)
    {
        var (store, kind) = notification.Fact;
        var hidden = await db.Products.Where(p => p.StoreId == store && p.LostPermit != "").OrderBy(p => p.Name).ToListAsync(cancellationToken);
        if (hidden.Count == 0)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var lost = await permits.LostBy(store, kind, now, cancellationToken);
        var back = hidden.FindAll(p => lost.Against(p.CategoryId) is null);
        back.ForEach(p => p.ComeBack(now));
        if (back.Count > 0)
        {
            var owner = await db.Stores.Where(s => s.Id == store).Select(s => s.OwnerId).SingleAsync(cancellationToken);
            await notifier.Tell(owner, LegalTexts.ProductsBack(kind, back.ConvertAll(p => p.Name)), cancellationToken);
        }
    }
}

using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal;

/// <summary>Where the seller's shop stands, and which papers are asked of it.</summary>
public sealed record ShowLegality : IQuery<LegalityPage>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, Standings standings, LegalTerms terms, KnownCategories categories, PermitGrace grace, TimeProvider clock) : IRequestHandler<ShowLegality, LegalityPage>
    {
        public async Task<LegalityPage> Handle(ShowLegality request, CancellationToken cancellationToken)
        {
            var (shop, post) = await db.MyShop(desk, ShopRights.Papers, cancellationToken);
            var profile = await db.LegalProfiles.AsNoTracking().SingleOrDefaultAsync(p => p.OwnerId == shop.OwnerId, cancellationToken) ?? LegalProfile.Begin(shop.OwnerId, shop.OpenedAt);
            profile.Settle(clock.GetUtcNow());
            if (!post.May(ShopRights.Own))
            {
                profile.HideNumbers();
            }

            var papers = await db.LegalVerifications.AsNoTracking().Where(d => d.StoreId == shop.Id).OrderBy(d => d.BegunAt)
                .Select(d => new PaperRow(d.Kind, d.State, d.Number, d.ExpiresOn, d.Office, d.AnswerBy)).ToListAsync(cancellationToken);
            var asked = await Asked(shop.Id, profile.Form, cancellationToken);
            var standing = await standings.Of(shop.Id, shop.OpenedAt, null, cancellationToken);
            var hidden = await db.Products.AsNoTracking().Where(p => p.StoreId == shop.Id && p.LostPermit != "").OrderBy(p => p.Name).Select(p => new HiddenProduct(p.Id, p.Name, p.LostPermit)).ToListAsync(cancellationToken);
            return new LegalityPage(shop.Name, shop.Slug, standing, profile, [.. asked], papers.GroupBy(p => p.Kind).ToDictionary(g => g.Key, g => Shown([.. g], Wib.DayOf(clock.GetUtcNow()))), hidden,
                await grace.OfShown(shop.Id, clock.GetUtcNow(), cancellationToken));
        }

        /// <summary>What holds stays in sight while a newer one is on its way.</summary>
        static IReadOnlyList<PaperRow> Shown(IReadOnlyList<PaperRow> papers, DateOnly today) =>
            [.. papers.Where((paper, i) => i == papers.Count - 1 || (DocumentMoves.InForce.Contains(paper.State) && !(paper.ExpiresOn < today)))];

        /// <summary>By legal form first, then what each branch of the goods needs.</summary>
        async Task<List<AskedPaper>> Asked(StoreId store, LegalForm form, CancellationToken cancellationToken)
        {
            var asked = (await terms.ByForm(cancellationToken)).For(form.Word()).Select(need => new AskedPaper(need, DocumentNames.Of(form))).ToList();
            var tree = await categories.Read(cancellationToken);
            var byCategory = await terms.ByCategory(cancellationToken);
            var sold = await db.Products.AsNoTracking().Where(p => p.StoreId == store && p.State != Domain.Catalog.ProductState.Archived).Select(p => p.CategoryId).Distinct().ToListAsync(cancellationToken);
            foreach (var branch in sold.Select(id => (Leaf: tree.Find(id), Branch: tree.BranchOf(id))).Where(b => b.Leaf is not null))
            {
                var words = new[] { branch.Leaf!.Slug, branch.Branch?.Top.Slug ?? "" };
                asked.AddRange(Standings.Needs(byCategory, words).Select(need => new AskedPaper(need, branch.Leaf.Name)));
            }

            return [.. asked.GroupBy(a => string.Join('|', a.Need.AnyOf)).Select(g => new AskedPaper(g.First().Need, string.Join(", ", g.Select(a => a.Because).Distinct())))];
        }
    }
}

/// <param name="Papers">Of each kind the newest as the last, and before it the older ones that still hold.</param>
/// <param name="Hidden">Products that are not shown for want of a permit.</param>
/// <param name="Wanted">Permits that products on display need and the shop has not got yet.</param>
public sealed record LegalityPage(
    string StoreName, string StoreSlug, Standing Standing, LegalProfile Profile, IReadOnlyList<AskedPaper> Asked, IReadOnlyDictionary<DocumentKind, IReadOnlyList<PaperRow>> Papers, IReadOnlyList<HiddenProduct> Hidden, IReadOnlyList<WantedPermit> Wanted);

/// <param name="Permit">Word of the paper that was lost.</param>
public sealed record HiddenProduct(Domain.Common.ProductId Id, string Name, string Permit);

/// <param name="Because">The legal form or the goods it is asked for.</param>
public sealed record AskedPaper(Requirement Need, string Because);

public sealed record PaperRow(DocumentKind Kind, DocumentState State, string Number, DateOnly? ExpiresOn, string Office, DateTimeOffset? AnswerBy);

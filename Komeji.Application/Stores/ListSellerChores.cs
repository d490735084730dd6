using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Complaints;
using Komeji.Application.Legal;
using Komeji.Application.Returns;
using Komeji.Application.Reviews;
using Komeji.Application.Warranties;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Domain.Legal;
using Komeji.Domain.Returns;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores;

/// <summary>What waits for the seller besides orders, as far as it is the person's to do: a shop that is stopped, papers, the account, listings, a table that was checked, a holiday.</summary>
public sealed record ListSellerChores : IQuery<SellerChores>
{
    /// <summary>Papers that end within so many days are told.</summary>
    const int Soon = 30;

    internal sealed class Handler(IKomejiDb db, ShopDesk desk, Standings standings, LegalTerms terms, PermitGrace grace, TimeProvider clock) : IRequestHandler<ListSellerChores, SellerChores>
    {
        public async Task<SellerChores> Handle(ListSellerChores request, CancellationToken cancellationToken)
        {
            var post = await desk.At(ShopRights.None, cancellationToken);
            var store = await db.Stores.AsNoTracking().SingleAsync(s => s.Id == post.Id, cancellationToken);
            var now = clock.GetUtcNow();
            var today = Wib.DayOf(now);
            var owner = post.May(ShopRights.Own);
            var isStopped = owner && store.State is StoreState.Suspended or StoreState.AwaitingReview;
            var profile = owner || post.May(ShopRights.Papers) ? await Profile(store.OwnerId, now, cancellationToken) : null;
            var (seesPapers, seesProducts, seesPage) = (post.May(ShopRights.Papers), post.May(ShopRights.Products), post.May(ShopRights.Page));
            var papers = db.LegalVerifications.AsNoTracking().Where(d => d.StoreId == store.Id && seesPapers);
            var by = today.AddDays(Soon);
            var ending = papers.Where(d => (d.State == DocumentState.Approved || d.State == DocumentState.Expiring || d.State == DocumentState.Expired) && d.ExpiresOn <= by
                && !papers.Any(newer => newer.Kind == d.Kind && newer.BegunAt > d.BegunAt && newer.State != DocumentState.Draft && newer.State != DocumentState.Rejected));
            var products = db.Products.AsNoTracking().Where(p => p.StoreId == store.Id && seesProducts);
            var seesOrders = post.May(ShopRights.Orders);
            var person = new UserId(post.Actor.UserId!.Value);
            var complaints = db.Complaints.AsNoTracking().Where(c => seesOrders && c.StoreId == store.Id && c.BuyerId != person).WaitingFor(ComplaintSide.Seller).Where(c => c.State != ComplaintState.Decided);
            var returns = db.GoodsReturns.AsNoTracking().SoldBy(post).Where(r => seesOrders && r.State == GoodsReturnState.ReturnInTransit && r.ArrivedAt != null);
            var toFetch = db.GoodsReturns.AsNoTracking().SoldBy(post).Where(r => seesOrders && r.State == GoodsReturnState.ReturnInTransit && r.ArrivedAt == null && r.AtPointAt != null && r.FetchedAt == null);
            var toSend = db.Replacements.AsNoTracking().SoldBy(post).Where(r => seesOrders && r.State == ReplacementState.AwaitingShipment);
            var claims = db.WarrantyClaims.AsNoTracking().MadeTo(post).Of(ClaimGroup.Shop).Where(c => seesOrders);
            return new SellerChores(
                isStopped ? MyStanding.Of(store) : null,
                seesPapers ? await Papers(papers, profile?.Form ?? default, owner, now, cancellationToken) : PaperChores.None,
                await ending.CountAsync(cancellationToken),
                await ending.MinAsync(d => d.ExpiresOn, cancellationToken),
                seesPapers ? (await standings.Of(store.Id, store.OpenedAt, null, cancellationToken)).Nib : null,
                owner && profile is { HasBank: false },
                await products.CountAsync(p => p.LostPermit != "", cancellationToken),
                await products.CountAsync(p => p.WithheldReason != "" && !db.ListingFlags.Any(f => f.ProductId == p.Id && (f.State == ListingFlagState.AskedAgain || f.State == ListingFlagState.Held)), cancellationToken),
                await products.CountAsync(p => p.State == ProductState.Draft, cancellationToken),
                await db.ProductImports.Where(i => i.StoreId == store.Id && seesProducts && i.State == ImportState.Checked).Select(i => (ProductImportId?)i.Id).FirstOrDefaultAsync(cancellationToken),
                seesPage && store.OnHoliday,
                seesPage ? store.HolidayFrom : null,
                seesPage ? store.HolidayUntil : null,
                seesPapers && await grace.OfShown(store.Id, clock.GetUtcNow(), cancellationToken) is [var permit, ..] ? permit : null)
            {
                Questions = await db.Questions.Where(q => q.StoreId == store.Id && seesProducts).Unanswered().CountAsync(cancellationToken),
                Complaints = await complaints.CountAsync(cancellationToken),
                ComplaintsBefore = await complaints.MinAsync(c => c.DueAt, cancellationToken),
                Returns = await returns.CountAsync(cancellationToken),
                ReturnsBefore = await returns.MinAsync(r => r.DueAt, cancellationToken),
                Fetches = await toFetch.CountAsync(cancellationToken),
                FetchesBefore = await toFetch.MinAsync(r => r.DueAt, cancellationToken),
                Replacements = await toSend.CountAsync(cancellationToken),
                ReplacementsBefore = await toSend.MinAsync(r => r.DueAt, cancellationToken),
                Claims = await claims.CountAsync(cancellationToken),
                ClaimsBefore = await claims.MinAsync(c => c.DueAt, cancellationToken),
            };
        }

        async Task<LegalProfile?> Profile(UserId owner, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var profile = await db.LegalProfiles.AsNoTracking().SingleOrDefaultAsync(p => p.OwnerId == owner, cancellationToken);
            profile?.Settle(now);
            return profile;
        }

        /// <summary>Only the owner sends what a mentor has prepared.</summary>
        async Task<PaperChores> Papers(IQueryable<LegalVerification> papers, LegalForm form, bool owner, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var all = await papers.Select(d => new PaperAtHand(d.Kind, d.State, d.BegunAt, d.DecidedAt, d.PreparedAt != null)).ToListAsync(cancellationToken);
            var chores = PaperChores.Of(all, (await terms.ByForm(cancellationToken)).For(form.Word()), now);
            return owner ? chores : chores with { ToConfirm = 0 };
        }
    }
}

/// <param name="Stopped">The shop is suspended or waits for a person; null when it is not, and for all but its owner.</param>
/// <param name="PapersEnding">Ended or soon to end, and no new one is on its way.</param>
/// <param name="FirstEnd">Last day of the first of these.</param>
/// <param name="Nib">How long the shop may go on without its licence to trade; null for whom has no right to the papers.</param>
/// <param name="BankWanted">The account is in a name that holds no more, so it is to be told again.</param>
/// <param name="Hidden">Listings a lost permit took off display.</param>
/// <param name="Withheld">Listings the cooperative took off display that the seller has not answered.</param>
/// <param name="Drafts">Listings never shown yet.</param>
/// <param name="ImportToConfirm">A table that was found in order and is not saved yet.</param>
/// <param name="Permit">What products on display need and the shop has not got; the one whose time ends first.</param>
public sealed record SellerChores(
    MyStanding? Stopped, PaperChores Papers, int PapersEnding, DateOnly? FirstEnd, NibStanding? Nib, bool BankWanted, int Hidden, int Withheld, int Drafts, ProductImportId? ImportToConfirm, bool OnHoliday, DateOnly? HolidayFrom, DateOnly? HolidayUntil, WantedPermit? Permit)
{
    /// <summary>Asked about its products and not answered yet.</summary>
    public int Questions { get; init; }

    /// <summary>Complaints the shop may answer.</summary>
    public int Complaints { get; init; }

    /// <summary>When the first of these runs out.</summary>
    public DateTimeOffset? ComplaintsBefore { get; init; }

    /// <summary>Goods that have come back and are to be counted.</summary>
    public int Returns { get; init; }
    public DateTimeOffset? ReturnsBefore { get; init; }

    /// <summary>Goods that have come back as far as a community point and are to be fetched there.</summary>
    public int Fetches { get; init; }
    public DateTimeOffset? FetchesBefore { get; init; }

    /// <summary>Goods to be sent without another payment.</summary>
    public int Replacements { get; init; }
    public DateTimeOffset? ReplacementsBefore { get; init; }

    /// <summary>Warranty claims that wait for the shop.</summary>
    public int Claims { get; init; }

    /// <summary>When the first of these runs out.</summary>
    public DateTimeOffset? ClaimsBefore { get; init; }
}

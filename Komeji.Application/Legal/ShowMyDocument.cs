using Komeji.Application.Common;
using Komeji.Application.Legal.Office;
using Komeji.Application.Legal.PreChecks;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal;

/// <summary>One kind of paper of the seller's shop: the newest, and the steps of all.</summary>
public sealed record ShowMyDocument(DocumentKind Kind) : IQuery<MyDocument>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TimeProvider clock) : IRequestHandler<ShowMyDocument, MyDocument>
    {
        public async Task<MyDocument> Handle(ShowMyDocument request, CancellationToken cancellationToken)
        {
            var (shop, post) = await db.MyShop(desk, ShopRights.Papers, cancellationToken);
            var newest = await db.Newest(shop.Id, request.Kind, cancellationToken);
            var profile = await db.LegalProfiles.AsNoTracking().SingleOrDefaultAsync(p => p.OwnerId == shop.OwnerId, cancellationToken);
            var steps = newest is null ? [] : await db.StateChanges.AsNoTracking().Where(c => c.SubjectId == newest.Id.Value).OrderByDescending(c => c.Id)
                .Select(c => new DocumentStep(c.To, c.ActorRole, c.ReasonCode, c.At, "", "")).ToListAsync(cancellationToken);
            var beside = newest is null ? [] : await db.InForce(Wib.DayOf(clock.GetUtcNow())).Where(d => d.StoreId == shop.Id && d.Kind == request.Kind && d.Id != newest.Id)
                .OrderByDescending(d => d.BegunAt).ToListAsync(cancellationToken);
            if (!post.May(ShopRights.Own))
            {
                newest?.HideNumber();
                beside.ForEach(d => d.HideNumber());
            }

            var prepared = newest?.PreparedBy is { } mentor ? (await db.NamesOf([mentor.Value], cancellationToken)).GetValueOrDefault(mentor.Value) : null;
            var community = !request.Kind.IsPersonal() && newest is not { CanBeFilledIn: false } && (await db.CommunityFor(shop.VillageCode, shop.Id, cancellationToken)).Count > 0;
            return new MyDocument(request.Kind, newest, Shown(profile?.Nik ?? "", post), profile?.Nib ?? "", steps, post.May(ShopRights.Own), prepared, community, beside);
        }

        /// <summary>A mentor sees that there is one, and nothing of it.</summary>
        static string Shown(string nik, ShopPost post) => nik.Length == 0 || post.May(ShopRights.Own) ? nik : "••••";
    }
}

/// <param name="Newest">Null when none was begun.</param>
/// <param name="Nik">Masked.</param>
/// <param name="Nib">As told with the business, to begin with.</param>
/// <param name="IsOwner">False for a mentor, who sees no scan and sends nothing.</param>
/// <param name="PreparedBy">The mentor who says it is ready.</param>
/// <param name="HasCommunity">Somebody of the place could look over it first.</param>
/// <param name="Beside">Older ones that hold on while the newest is on its way.</param>
public sealed record MyDocument(
    DocumentKind Kind, LegalVerification? Newest, string Nik, string Nib, IReadOnlyList<DocumentStep> Steps, bool IsOwner, string? PreparedBy, bool HasCommunity, IReadOnlyList<LegalVerification> Beside)
{
    /// <summary>It can be written: there is none, it is a draft or to be mended, or the last one has ended or soon will.</summary>
    public bool CanWrite => Newest is null || Newest.CanBeFilledIn || !(DocumentMoves.Open.Contains(Newest.State) || Newest.State == DocumentState.Approved);

    /// <summary>The office vouches for it without an end in sight; the seller may have another beside it, or in its place.</summary>
    public bool CanReplace => Newest is { State: DocumentState.Approved };

    /// <summary>The one being written.</summary>
    public LegalVerification? Draft => Newest is { CanBeFilledIn: true } ? Newest : null;
}

public sealed record DocumentStep(string To, string By, string Code, DateTimeOffset At, string Name, string Note);

using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal;

/// <summary>One kind of paper of the seller's shop: the newest, and the steps of all.</summary>
public sealed record ShowMyDocument(DocumentKind Kind) : IQuery<MyDocument>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user) : IRequestHandler<ShowMyDocument, MyDocument>
    {
        public async Task<MyDocument> Handle(ShowMyDocument request, CancellationToken cancellationToken)
        {
            var shop = await db.MyShop(user, cancellationToken);
            var newest = await db.Newest(shop.Id, request.Kind, cancellationToken);
            var profile = await db.LegalProfiles.AsNoTracking().SingleOrDefaultAsync(p => p.OwnerId == shop.OwnerId, cancellationToken);
            var steps = newest is null ? [] : await db.StateChanges.AsNoTracking().Where(c => c.SubjectId == newest.Id.Value).OrderByDescending(c => c.Id)
                .Select(c => new DocumentStep(c.To, c.ActorRole, c.ReasonCode, c.At, "", "")).ToListAsync(cancellationToken);
            return new MyDocument(request.Kind, newest, profile?.Nik ?? "", profile?.Nib ?? "", steps);
        }
    }
}

/// <param name="Newest">Null when none was begun.</param>
/// <param name="Nik">Masked.</param>
/// <param name="Nib">As told with the business, to begin with.</param>
public sealed record MyDocument(DocumentKind Kind, LegalVerification? Newest, string Nik, string Nib, IReadOnlyList<DocumentStep> Steps)
{
    /// <summary>It can be written: there is none, it is a draft or to be mended, or the last one has ended or soon will.</summary>
    public bool CanWrite => Newest is null || Newest.CanBeFilledIn || !(DocumentMoves.Open.Contains(Newest.State) || Newest.State == DocumentState.Approved);

    /// <summary>The one being written.</summary>
    public LegalVerification? Draft => Newest is { CanBeFilledIn: true } ? Newest : null;
}

public sealed record DocumentStep(string To, string By, string Code, DateTimeOffset At, string Name, string Note);

using System.Globalization;
using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Application.Settings;
using Komeji.Application.Warranties.Cards;
using Komeji.Domain.Common;
using Komeji.Domain.Warranties;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Warranties.Claims;

/// <summary>
/// The buyer writes a claim for a card, or goes on with the one begun, and sends it or keeps it as a draft. Pictures are cleaned before
/// the transaction; a card has one claim at a time.
/// </summary>
/// <exception cref="RuleBroken"><c>claim.*</c>, <c>picture.*</c></exception>
/// <returns>The claim's number.</returns>
public sealed record SaveClaim(string Card, ClaimFacts Facts, IReadOnlyList<PictureUpload> Photos, bool Submit) : ICommand<string>, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, IPictures pictures, IPrivateFiles files, NamedFiles names, SettingsInForce settings, ICodes codes, UnitOfWork unitOfWork, TimeProvider clock)
        : IRequestHandler<SaveClaim, string>
    {
        public async Task<string> Handle(SaveClaim request, CancellationToken cancellationToken)
        {
            await CheckPlace(request, cancellationToken);
            var cleaned = new List<Picture>();
            foreach (var photo in request.Photos)
            {
                cleaned.Add(await pictures.Clean(photo.Content, cancellationToken));
            }

            var number = "";
            await files.SaveFor(
                cleaned,
                async keys => number = await unitOfWork.Run(() => Save(request, keys, cancellationToken), cancellationToken),
                async key => (await names.Of([key], CancellationToken.None)).Count > 0,
                cancellationToken);
            return number;
        }

        /// <summary>Before any work is done for pictures that would be refused.</summary>
        async Task CheckPlace(SaveClaim request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            var card = await db.WarrantyCards.AsNoTracking().HeldBy(me).Load(request.Card, cancellationToken);
            var taken = await db.WarrantyClaims.Where(c => c.CardId == card.Id && c.EndedAt == null).SelectMany(c => c.Pictures).CountAsync(p => p.Of == ClaimPictureOf.Fault, cancellationToken);
            if (taken + request.Photos.Count > WarrantyClaim.MostPictures)
            {
                throw new RuleBroken("claim.pictures", $"Paling banyak {WarrantyClaim.MostPictures} foto; sudah ada {taken}. Hapus salah satu dahulu.");
            }
        }

        async Task<string> Save(SaveClaim request, IReadOnlyList<string> keys, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var me = user.Require();
            await db.TakeTurn($"warranty claims of {request.Card}", cancellationToken);
            var card = await db.WarrantyCards.HeldBy(me).Load(request.Card, cancellationToken);
            var claim = await Begun(card, cancellationToken);
            if (claim is null)
            {
                claim = WarrantyClaim.Draft(card, await FreeNumber(now, cancellationToken), request.Facts, now);
                db.WarrantyClaims.Add(claim);
            }
            else
            {
                claim.Describe(request.Facts, card, now);
            }

            foreach (var key in keys)
            {
                claim.AddPicture(key, ClaimPictureOf.Fault, now);
            }

            if (request.Submit)
            {
                await RequireUnpaid(card, claim.Pieces, cancellationToken);
                var line = await db.Orders.AsNoTracking().SelectMany(o => o.Lines).SingleAsync(l => l.Id == card.OrderLineId, cancellationToken);
                claim.Submit(card, line.Left, await settings.ClaimTerms(cancellationToken), Actor.Buyer(me.Value), now);
            }

            return claim.Number;
        }

        /// <exception cref="RuleBroken"><c>claim.twice</c>: one that was sent goes on.</exception>
        async Task<WarrantyClaim?> Begun(WarrantyCard card, CancellationToken cancellationToken)
        {
            var open = await db.WarrantyClaims.Include(c => c.Pictures).SingleOrDefaultAsync(c => c.CardId == card.Id && c.EndedAt == null, cancellationToken);
            return open is null or { State: ClaimState.Draft }
                ? open
                : throw new RuleBroken("claim.twice", $"Barang ini sedang dalam klaim {open.Number}. Ikuti klaim itu sampai selesai.");
        }

        /// <exception cref="RuleBroken"><c>claim.refunded</c>: a thing is paid back once.</exception>
        async Task RequireUnpaid(WarrantyCard card, int pieces, CancellationToken cancellationToken)
        {
            var left = card.Pieces - await db.PiecesPaidBack(card, cancellationToken);
            if (pieces > left)
            {
                throw new RuleBroken("claim.refunded", left > 0
                    ? $"Dana sebagian barang kartu ini sudah dikembalikan. Yang masih bergaransi {left} buah; kurangi jumlahnya."
                    : "Dana barang ini sudah dikembalikan lewat klaim sebelumnya, jadi garansinya tidak berlaku lagi.");
            }
        }

        async Task<string> FreeNumber(DateTimeOffset now, CancellationToken cancellationToken)
        {
            while (true)
            {
                var number = string.Create(CultureInfo.InvariantCulture, $"KLG-{Wib.DayOf(now):yyyyMMdd}-{codes.SixCharacters()}");
                if (!await db.WarrantyClaims.AnyAsync(c => c.Number == number, cancellationToken))
                {
                    return number;
                }
            }
        }
    }
}

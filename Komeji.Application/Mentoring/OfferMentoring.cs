using System.Security.Cryptography;
using System.Text;
using Komeji.Application.Accounts;
using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Mentoring;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Mentoring;

/// <summary>The seller lets a mentor help for a while: a code, shown once, which the mentor enters. An earlier code nobody used is worth nothing any more.</summary>
/// <param name="OnOnePhone">The mentor works in this very browser; the seller is signed out of it.</param>
/// <exception cref="RuleBroken"><c>mentoring.covers</c>, <c>mentoring.open</c></exception>
public sealed record OfferMentoring(ShopRights Covers, bool OnOnePhone = false) : ICommand<OfferedCode>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, SettingsInForce settings, ICodes codes, CodeKey key, TimeProvider clock) : IRequestHandler<OfferMentoring, OfferedCode>
    {
        public async Task<OfferedCode> Handle(OfferMentoring request, CancellationToken cancellationToken)
        {
            var seller = user.RequireSelf();
            var now = clock.GetUtcNow();
            await db.TakeTurn($"mentoring of {seller.Value}", cancellationToken);
            foreach (var earlier in await db.MentoringSessions.Where(s => s.SellerId == seller && (s.State == MentoringState.Waiting || s.State == MentoringState.Open)).ToListAsync(cancellationToken))
            {
                if (earlier.RunOut(now))
                {
                    continue;
                }

                if (earlier.State == MentoringState.Open)
                {
                    throw new RuleBroken("mentoring.open", "Masih ada pendamping yang bekerja. Akhiri sesinya dahulu, lalu buka yang baru.");
                }

                earlier.End(Actor.Seller(seller.Value), now);
            }

            var minutes = await settings.Number(SettingCatalogue.MentoringCodeMinutes, cancellationToken);
            var lasts = await settings.Number(SettingCatalogue.MentoringMinutes, cancellationToken);
            var (code, hash) = await Free(cancellationToken);
            var session = MentoringSession.Offer(seller, new MentoringOffer(hash, TimeSpan.FromMinutes(minutes), request.Covers, (int)lasts, request.OnOnePhone), now);
            db.MentoringSessions.Add(session);
            return new OfferedCode(session.Id, code, session.CodeUntil);
        }

        /// <summary>One no other seller has now.</summary>
        async Task<(string Code, string Hash)> Free(CancellationToken cancellationToken)
        {
            while (true)
            {
                var code = codes.SixCharacters();
                var hash = key.HashOf(code);
                if (!await db.MentoringSessions.AnyAsync(s => s.CodeHash == hash && s.State == MentoringState.Waiting, cancellationToken))
                {
                    return (code, hash);
                }
            }
        }
    }
}

/// <param name="Code">Kept nowhere: show it now.</param>
public sealed record OfferedCode(MentoringId Id, string Code, DateTimeOffset Until);

static class MentoringCodes
{
    /// <summary>However it was typed: without spaces and dashes, in capitals.</summary>
    public static string HashOf(this CodeKey key, string code)
    {
        var plain = new string([.. PlainText.Figures(code).Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);
        return Convert.ToHexStringLower(HMACSHA256.HashData(key.Value, Encoding.UTF8.GetBytes($"pendampingan|{plain}")));
    }

    /// <summary>For what nobody does for another, while helping either.</summary>
    /// <exception cref="NotFound">The person is just helping somebody as a mentor, or nobody is signed in.</exception>
    public static UserId RequireSelf(this ICurrentUser user) => user.Mentoring is null ? user.Require() : throw new NotFound();
}

using Komeji.Application.Accounts;
using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Application.Settings;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Mentoring;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Mentoring;

/// <summary>
/// A mentor enters a seller's code and from then on works for her in this browser. Of two who enter one code at once the first has it.
/// A wrong code is remembered; too many within an hour and none is taken.
/// </summary>
/// <returns>Null: no seller has such a code now.</returns>
/// <exception cref="NotFound">The person is no mentor, or is helping somebody already.</exception>
/// <exception cref="RuleBroken"><c>mentoring.too_many</c>, <c>mentoring.own</c></exception>
public sealed record EnterMentoringCode(string Code) : ICommand<HelpBegun?>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, SettingsInForce settings, CodeKey key, Notifier notifier, TimeProvider clock) : IRequestHandler<EnterMentoringCode, HelpBegun?>
    {
        public async Task<HelpBegun?> Handle(EnterMentoringCode request, CancellationToken cancellationToken)
        {
            var mentor = user.RequireHelper();
            var now = clock.GetUtcNow();
            await db.TakeTurn($"mentoring codes of {mentor.Value}", cancellationToken);
            await RequireTriesLeft(mentor, now, cancellationToken);
            var hash = key.HashOf(request.Code);
            await db.TakeTurn($"mentoring code {hash}", cancellationToken);
            var session = await db.MentoringSessions.SingleOrDefaultAsync(s => s.CodeHash == hash && s.State == MentoringState.Waiting && s.CodeUntil > now, cancellationToken);
            if (session is null)
            {
                db.MentoringMisses.Add(new MentoringMiss(mentor, now));
                return null;
            }

            session.Begin(mentor, now);
            await Bind(session, mentor, cancellationToken);
            await notifier.Tell(session.SellerId, MentoringTexts.Begun(user.Name, session.Until!.Value, session.Id), cancellationToken);
            return new HelpBegun(session.Id, await db.NameOfHelped(session.SellerId, cancellationToken), session.Covers, await db.Stores.AnyAsync(s => s.OwnerId == session.SellerId, cancellationToken));
        }

        /// <summary>This browser, no other of hers.</summary>
        async Task Bind(MentoringSession session, UserId mentor, CancellationToken cancellationToken)
        {
            MentoringId? helping = session.Id;
            await db.Sessions.Where(s => s.KeyHash == user.Session && s.UserId == mentor.Value).ExecuteUpdateAsync(s => s.SetProperty(x => x.Mentoring, helping), cancellationToken);
        }

        async Task RequireTriesLeft(UserId mentor, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var since = now.AddHours(-1);
            await db.MentoringMisses.Where(m => m.MentorId == mentor && m.At <= since).ExecuteDeleteAsync(cancellationToken);
            if (await db.MentoringMisses.CountAsync(m => m.MentorId == mentor, cancellationToken) >= await settings.Number(SettingCatalogue.MentoringTries, cancellationToken))
            {
                throw new RuleBroken("mentoring.too_many", "Terlalu banyak kode salah. Tunggu satu jam, lalu coba lagi dengan kode baru dari penjual.");
            }
        }
    }
}

/// <param name="Name">Of the seller's shop, or of the seller.</param>
/// <param name="HasShop">Her shop is open.</param>
public sealed record HelpBegun(MentoringId Id, string Name, ShopRights Covers, bool HasShop);

static class Helpers
{
    /// <exception cref="NotFound">The person is no mentor, or is helping somebody already.</exception>
    public static UserId RequireHelper(this ICurrentUser user) => Roles.Helpers.Any(user.IsIn) ? user.RequireSelf() : throw new NotFound();

    /// <summary>The seller's shop; before there is one, the seller.</summary>
    public static async Task<string> NameOfHelped(this IKomejiDb db, UserId seller, CancellationToken cancellationToken) =>
        await db.Stores.Where(s => s.OwnerId == seller).Select(s => s.Name).SingleOrDefaultAsync(cancellationToken)
        ?? await db.Users.Where(u => u.Id == seller.Value).Select(u => u.FullName).SingleAsync(cancellationToken);
}

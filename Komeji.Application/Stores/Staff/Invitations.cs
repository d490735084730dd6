using Komeji.Application.Accounts;
using Komeji.Application.Common;
using Komeji.Application.Legal.Office;
using Komeji.Application.Notifications;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores.Staff;

/// <summary>Shops that ask the person to help, by an e-mail or number she has confirmed.</summary>
public sealed record ListInvitations : IQuery<IReadOnlyList<InvitationRow>>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ListInvitations, IReadOnlyList<InvitationRow>>
    {
        public async Task<IReadOnlyList<InvitationRow>> Handle(ListInvitations request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var contacts = await db.MyContacts(user, cancellationToken);
            return await db.Read(db.ShopStaff.Where(s => contacts.Contains(s.Contact) && s.State == StaffState.Invited && s.LapsesAt > now), cancellationToken);
        }
    }
}

/// <summary>One invitation, for whom it reached.</summary>
/// <param name="Secret">Of the link; not needed by who has confirmed where it was sent.</param>
/// <exception cref="NotFound">There is none, or it is for somebody else, or it was answered.</exception>
public sealed record ShowInvitation(StaffId Id, string? Secret) : IQuery<InvitationRow>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ShowInvitation, InvitationRow>
    {
        public async Task<InvitationRow> Handle(ShowInvitation request, CancellationToken cancellationToken)
        {
            var mine = await db.ForMe(user, request.Id, request.Secret, cancellationToken);
            var now = clock.GetUtcNow();
            return (await db.Read(mine.Where(s => s.State == StaffState.Invited && s.LapsesAt > now), cancellationToken)).SingleOrDefault() ?? throw new NotFound();
        }
    }
}

/// <summary>The person says yes. Of two who use one link at once only the first has the place.</summary>
/// <exception cref="RuleBroken"><c>staff.lapsed</c>, <c>staff.own_shop</c>, <c>staff.already</c></exception>
/// <exception cref="NotFound">There is none, or it is for somebody else.</exception>
public sealed record AcceptInvitation(StaffId Id, string? Secret) : ICommand<StoreId>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, Notifier notifier, TimeProvider clock) : IRequestHandler<AcceptInvitation, StoreId>
    {
        public async Task<StoreId> Handle(AcceptInvitation request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            var staff = await db.AnsweredBy(user, request.Id, request.Secret, cancellationToken);
            var store = await db.Stores.Where(s => s.Id == staff.StoreId).Select(s => new { s.Name, s.OwnerId }).SingleAsync(cancellationToken);
            staff.Accept(me, store.OwnerId, clock.GetUtcNow());
            if (await db.ShopStaff.AnyAsync(s => s.StoreId == staff.StoreId && s.UserId == me && s.State == StaffState.Active && s.Id != staff.Id, cancellationToken))
            {
                throw new RuleBroken("staff.already", "Anda sudah menjadi staf toko ini.");
            }

            await notifier.Tell(store.OwnerId, StaffTexts.Accepted(user.Name.Length > 0 ? user.Name : staff.Name, store.Name), cancellationToken);
            return staff.StoreId;
        }
    }
}

/// <summary>The person says no.</summary>
/// <exception cref="RuleBroken"><c>staff.lapsed</c></exception>
/// <exception cref="NotFound">There is none, or it is for somebody else.</exception>
public sealed record DeclineInvitation(StaffId Id, string? Secret) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, Notifier notifier, TimeProvider clock) : IRequestHandler<DeclineInvitation>
    {
        public async Task<Unit> Handle(DeclineInvitation request, CancellationToken cancellationToken)
        {
            var staff = await db.AnsweredBy(user, request.Id, request.Secret, cancellationToken);
            staff.Decline(user.Require(), clock.GetUtcNow());
            var store = await db.Stores.Where(s => s.Id == staff.StoreId).Select(s => new { s.Name, s.OwnerId }).SingleAsync(cancellationToken);
            await notifier.Tell(store.OwnerId, StaffTexts.Declined(staff.Name, store.Name), cancellationToken);
            return Unit.Value;
        }
    }
}

public sealed record InvitationRow(StaffId Id, string Store, string StoreSlug, string Owner, ShopRights Rights, DateTimeOffset InvitedAt, DateTimeOffset LapsesAt);

static class InvitationsFor
{
    /// <summary>E-mail and number the person has shown to be hers.</summary>
    public static async Task<IReadOnlyList<string>> MyContacts(this IKomejiDb db, ICurrentUser user, CancellationToken cancellationToken)
    {
        var me = user.Require().Value;
        var person = await db.Users.AsNoTracking().Where(u => u.Id == me)
            .Select(u => new { Email = u.EmailConfirmed ? u.Email : null, Phone = u.PhoneNumberConfirmed ? u.PhoneNumber : null }).SingleOrDefaultAsync(cancellationToken);
        return [.. new[] { person?.Email?.ToLowerInvariant(), person?.Phone }.OfType<string>()];
    }

    /// <summary>By the link's secret, or by where it was sent.</summary>
    public static async Task<IQueryable<ShopStaff>> ForMe(this IKomejiDb db, ICurrentUser user, StaffId id, string? secret, CancellationToken cancellationToken)
    {
        var contacts = await db.MyContacts(user, cancellationToken);
        var hash = string.IsNullOrEmpty(secret) ? "-" : Session.Hash(secret);
        return db.ShopStaff.Where(s => s.Id == id && (s.SecretHash == hash || contacts.Contains(s.Contact)));
    }

    /// <summary>To be answered: one after the other.</summary>
    public static async Task<ShopStaff> AnsweredBy(this IKomejiDb db, ICurrentUser user, StaffId id, string? secret, CancellationToken cancellationToken)
    {
        var store = await db.ShopStaff.Where(s => s.Id == id).Select(s => (StoreId?)s.StoreId).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
        await db.TakeTurn(StaffTurn.Of(store), cancellationToken);
        return await (await db.ForMe(user, id, secret, cancellationToken)).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
    }

    public static async Task<IReadOnlyList<InvitationRow>> Read(this IKomejiDb db, IQueryable<ShopStaff> invitations, CancellationToken cancellationToken)
    {
        var rows = await (
            from invitation in invitations.AsNoTracking()
            join store in db.Stores on invitation.StoreId equals store.Id
            orderby invitation.InvitedAt
            select new { invitation.Id, store.Name, store.Slug, store.OwnerId, invitation.Rights, invitation.InvitedAt, invitation.LapsesAt }).ToListAsync(cancellationToken);
        var names = await db.NamesOf(rows.Select(r => (Guid?)r.OwnerId.Value), cancellationToken);
        return [.. rows.Select(r => new InvitationRow(r.Id, r.Name, r.Slug, names.GetValueOrDefault(r.OwnerId.Value, ""), r.Rights, r.InvitedAt, r.LapsesAt))];
    }
}

using Komeji.Application.Accounts;
using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.CallCentre;
using Komeji.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.CallCentre;

/// <summary>Who serves callers, and what they are asked about. Whoever is neither call centre nor operator finds nothing here.</summary>
public sealed class CallCentreDesk(IKomejiDb db, ICurrentUser user)
{
    /// <exception cref="NotFound">Not of the call centre.</exception>
    public Actor Officer()
    {
        var person = user.Require();
        return Actor.Staff(person.Value, user.IsIn(Roles.CallCentre) ? Roles.CallCentre : user.IsIn(Roles.Operator) ? Roles.Operator : throw new NotFound());
    }

    /// <summary>As an operator where the person is both: some things only operators see.</summary>
    /// <exception cref="NotFound">Not of the call centre.</exception>
    public Actor Revealer() => user.IsIn(Roles.Operator) ? Actor.Staff(user.Require().Value, Roles.Operator) : Officer();

    /// <exception cref="NotFound">No such ticket.</exception>
    public async Task<Ticket> Load(string number, CancellationToken cancellationToken)
    {
        Officer();
        return await db.Tickets.SingleOrDefaultAsync(t => t.Number == number, cancellationToken) ?? throw new NotFound();
    }

    /// <param name="key">The id of a person or a message, or the number of an order or a ticket.</param>
    /// <exception cref="NotFound">No such thing.</exception>
    public async Task<CaseThing> Find(CaseSubject subject, string key, CancellationToken cancellationToken)
    {
        Officer();
        return subject switch
        {
            CaseSubject.Person => await Person(key, cancellationToken),
            CaseSubject.Order => await db.Orders.Where(o => o.Number == key).Select(o => new CaseThing(CaseSubject.Order, o.Id.Value, o.Number, o.BuyerId)).SingleOrDefaultAsync(cancellationToken),
            CaseSubject.Ticket => await db.Tickets.Where(t => t.Number == key).Select(t => new CaseThing(CaseSubject.Ticket, t.Id.Value, t.Number, t.PersonId)).SingleOrDefaultAsync(cancellationToken),
            CaseSubject.Message => await Message(key, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(subject), subject, null),
        } ?? throw new NotFound();
    }

    async Task<CaseThing?> Message(string key, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(key, out var id))
        {
            return null;
        }

        var message = new MessageId(id);
        var to = await db.Messages.Where(m => m.Id == message).Select(m => m.To).SingleOrDefaultAsync(cancellationToken);
        if (to is null)
        {
            return null;
        }

        var person = Contact.Read(to) is { } contact ? await db.Users.AsNoTracking().ReachedAt(contact).Select(u => (Guid?)u.Id).SingleOrDefaultAsync(cancellationToken) : null;
        return new CaseThing(CaseSubject.Message, id, Masked.Contact(to), person is { } owner ? new UserId(owner) : null);
    }

    async Task<CaseThing?> Person(string key, CancellationToken cancellationToken) =>
        Guid.TryParse(key, out var id) && await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, cancellationToken) is { } found
            ? new CaseThing(CaseSubject.Person, found.Id, found.FullName, new UserId(found.Id))
            : null;

    /// <summary>Who can be given a ticket.</summary>
    public async Task<IReadOnlyList<Officer>> Officers(CancellationToken cancellationToken)
    {
        var holders = await db.RoleGrants.AsNoTracking().Where(g => g.EndedAt == null && CallCentreStaff.MayServe.Contains(g.Role)).Select(g => g.UserId).Distinct().ToListAsync(cancellationToken);
        var ids = holders.ConvertAll(h => h.Value);
        return await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id) && u.BannedAt == null).OrderBy(u => u.FullName).ThenBy(u => u.Id).Select(u => new Officer(u.Id, u.FullName)).ToListAsync(cancellationToken);
    }
}

/// <param name="Person">Whose matter it is; null where nobody's account is known.</param>
public sealed record CaseThing(CaseSubject Subject, Guid Id, string Name, UserId? Person);

public sealed record Officer(Guid Id, string Name);

/// <summary>What stands in the place of what is not for everyone.</summary>
static class Masked
{
    public const string Hidden = "•••••";

    /// <summary>An e-mail or a number, recognisable; empty when there is none.</summary>
    public static string Contact(string? value) => string.IsNullOrEmpty(value) ? "" : Domain.Accounts.Contact.Read(value)?.Mask() ?? Hidden;
}

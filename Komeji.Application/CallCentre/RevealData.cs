using Komeji.Application.Common;
using Komeji.Application.Legal;
using Komeji.Application.Stores;
using Komeji.Domain.Accounts;
using Komeji.Domain.CallCentre;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.CallCentre;

/// <summary>Somebody of the call centre sees what is masked, and says why. It is written down before anything is shown; the supervisors read it.</summary>
/// <param name="Key">The id of the person or message, or the number of the order or ticket.</param>
/// <exception cref="NotFound">No such thing, or not of the call centre.</exception>
/// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>reveal.why</c>, <c>reveal.role</c>, <c>reveal.nothing</c></exception>
public sealed record RevealData(CaseSubject Subject, string Key, RevealedThing What, string Why) : ICommand<IReadOnlyList<RevealedLine>>, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, CallCentreDesk desk, PersonalKey key, TimeProvider clock) : IRequestHandler<RevealData, IReadOnlyList<RevealedLine>>
    {
        public async Task<IReadOnlyList<RevealedLine>> Handle(RevealData request, CancellationToken cancellationToken)
        {
            var thing = await desk.Find(request.Subject, request.Key, cancellationToken);
            var by = desk.Revealer();
            await RequireNotOwn(thing, by, cancellationToken);
            db.DataReveals.Add(DataReveal.Of(thing.Subject, thing.Id, thing.Name, request.What, request.Why, by, clock.GetUtcNow()));
            IReadOnlyList<RevealedLine> shown = (thing.Subject, request.What) switch
            {
                (CaseSubject.Person, RevealedThing.Contact) => await Contacts(thing.Id, cancellationToken),
                (CaseSubject.Person, RevealedThing.Address) => await Addresses(new UserId(thing.Id), cancellationToken),
                (CaseSubject.Person, RevealedThing.Account) => await Account(new UserId(thing.Id), cancellationToken),
                (CaseSubject.Order, RevealedThing.Recipient) => await Recipient(new OrderId(thing.Id), cancellationToken),
                (CaseSubject.Ticket, RevealedThing.Caller) => await Caller(new TicketId(thing.Id), cancellationToken),
                (CaseSubject.Message, RevealedThing.Contact) => await Destination(new MessageId(thing.Id), cancellationToken),
                _ => [],
            };
            return shown.Count > 0 ? shown : throw new RuleBroken("reveal.nothing", "Tidak ada data yang disembunyikan di sini.");
        }

        /// <summary>Nobody opens data of herself, or of the buyers of a shop she is tied to, by her office.</summary>
        async Task RequireNotOwn(CaseThing thing, Actor by, CancellationToken cancellationToken)
        {
            CallCentreStaff.Require(by, thing.Person);
            if (thing.Subject == CaseSubject.Order && by.UserId is { } officer)
            {
                var order = new OrderId(thing.Id);
                await db.RequireUntied(new UserId(officer), await db.Orders.Where(o => o.Id == order).Select(o => o.StoreId).SingleAsync(cancellationToken), cancellationToken);
            }
        }

        async Task<IReadOnlyList<RevealedLine>> Contacts(Guid person, CancellationToken cancellationToken)
        {
            var user = await db.Users.AsNoTracking().SingleAsync(u => u.Id == person, cancellationToken);
            return [.. Lines(("Surel", user.Email), ("Ponsel", user.PhoneNumber is { } phone ? PhoneNumber.Show(phone) : null))];
        }

        async Task<IReadOnlyList<RevealedLine>> Addresses(UserId person, CancellationToken cancellationToken) =>
        [
            .. (await db.Addresses.AsNoTracking().Where(a => a.OwnerId == person && a.RemovedAt == null).OrderByDescending(a => a.IsDefault).ThenByDescending(a => a.Id).ToListAsync(cancellationToken))
            .Select(a => new RevealedLine(a.Label.Length > 0 ? a.Label : "Alamat", $"{a.Recipient}, {PhoneNumber.Show(a.Phone)}, {a.StreetLine}{(a.Landmark.Length > 0 ? $" ({a.Landmark})" : "")}, {a.PostalCode}")),
        ];

        async Task<IReadOnlyList<RevealedLine>> Account(UserId person, CancellationToken cancellationToken)
        {
            var profile = await db.LegalProfiles.AsNoTracking().Where(p => p.OwnerId == person).Select(p => new { p.Bank, p.AccountSealed, p.AccountHolder }).SingleOrDefaultAsync(cancellationToken);
            return profile is { AccountSealed.Length: > 0 }
                ? [new RevealedLine("Rekening", $"{profile.Bank} {key.Read(person, profile.AccountSealed) ?? throw Unreadable()} atas nama {profile.AccountHolder}")]
                : [];
        }

        async Task<IReadOnlyList<RevealedLine>> Recipient(OrderId order, CancellationToken cancellationToken)
        {
            var to = await db.Orders.AsNoTracking().Where(o => o.Id == order).Select(o => o.Destination).SingleAsync(cancellationToken);
            return [.. Lines(("Ponsel penerima", PhoneNumber.Show(to.Phone)), ("Alamat kirim", $"{to.Street}, {to.Region} {to.PostalCode}"), ("Patokan", to.Landmark))];
        }

        async Task<IReadOnlyList<RevealedLine>> Caller(TicketId ticket, CancellationToken cancellationToken)
        {
            var contact = await db.Tickets.AsNoTracking().Where(t => t.Id == ticket).Select(t => t.CallerContact).SingleAsync(cancellationToken);
            return [.. Lines(("Kontak pelapor", Contact.Read(contact)?.Show()))];
        }

        async Task<IReadOnlyList<RevealedLine>> Destination(MessageId message, CancellationToken cancellationToken)
        {
            var to = await db.Messages.AsNoTracking().Where(m => m.Id == message).Select(m => m.To).SingleAsync(cancellationToken);
            return [.. Lines(("Tujuan", Contact.Read(to)?.Show() ?? to))];
        }

        static IEnumerable<RevealedLine> Lines(params (string Name, string? Value)[] lines) =>
            lines.Where(l => !string.IsNullOrEmpty(l.Value)).Select(l => new RevealedLine(l.Name, l.Value!));

        static RuleBroken Unreadable() => new("legal.key", "Nomor tidak dapat dibuka dengan kunci server ini. Hubungi teknisi.");
    }
}

public sealed record RevealedLine(string Name, string Value);

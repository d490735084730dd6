using Komeji.Application.Accounts;
using Komeji.Application.Common;
using Komeji.Application.Legal.Office;
using Komeji.Application.Ordering.Staff;
using Komeji.Domain.Accounts;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.CallCentre;

/// <summary>
/// Whom or what a caller means: a number (KMJ, BLJ, TKT, CAIR), an e-mail or telephone number told in full, or a name of a person or a
/// shop. A part of a number or an e-mail finds nobody, so that nobody learns who is there by trying.
/// </summary>
public sealed record FindCase(string Words, int Page) : IQuery<FoundCases>
{
    const int PageSize = 20;
    const int MostThings = 20;
    const int LeastLetters = 3;

    internal sealed class Handler(IKomejiDb db, CallCentreDesk desk) : IRequestHandler<FindCase, FoundCases>
    {
        public async Task<FoundCases> Handle(FindCase request, CancellationToken cancellationToken)
        {
            desk.Officer();
            var words = PlainText.Cut(request.Words.Trim(), 100);
            var number = words.ToUpperInvariant();
            return new FoundCases(
                words,
                await People(words, number, request.Page, cancellationToken),
                await Orders(number, cancellationToken),
                await Tickets(words, number, cancellationToken));
        }

        async Task<PageOf<FoundPerson>> People(string words, string number, int page, CancellationToken cancellationToken)
        {
            var found = await (await Sought(words, number, cancellationToken)).OrderByDescending(u => u.RegisteredAt).ThenBy(u => u.Id).ToPage(page, PageSize, cancellationToken);
            return new PageOf<FoundPerson>(
                [.. (await db.Describe(found.Rows, cancellationToken)).Select(p => new FoundPerson(p.Id, p.Name, Masked.Contact(p.Email), Masked.Contact(p.Phone), p.Store, p.RegisteredAt, p.BannedAt))],
                found.Number, found.Size, found.Total);
        }

        async Task<IQueryable<User>> Sought(string words, string number, CancellationToken cancellationToken)
        {
            var people = db.Users.AsNoTracking();
            if (Contact.Read(words) is { } contact)
            {
                return people.ReachedAt(contact);
            }

            var owners = await Owners(words, number, cancellationToken);
            return words.Length < LeastLetters || IsNumber(number) ? people.Where(u => owners.Contains(u.Id)) : Named(people, owners, words.ToLowerInvariant());
        }

        /// <summary>Of the shop a payout or a name belongs to.</summary>
        async Task<List<Guid>> Owners(string words, string number, CancellationToken cancellationToken)
        {
            var shops = Is(number, "CAIR-") ? db.Stores.Where(s => db.Payouts.Any(p => p.StoreId == s.Id && p.Number == number))
                : words.Length < LeastLetters || IsNumber(number) || SearchTerms.Of(words).Count == 0 ? db.Stores.Where(s => false)
                : db.StoresNamed(words);
            var owners = await shops.OrderBy(s => s.Name).ThenBy(s => s.Id).Take(MostThings).Select(s => s.OwnerId).ToListAsync(cancellationToken);
            return owners.ConvertAll(o => o.Value);
        }

#pragma warning disable CA1304, CA1311, CA1862 // Translated to the database's lower(); a comparison argument would not be.
        static IQueryable<User> Named(IQueryable<User> people, List<Guid> owners, string lower) =>
            people.Where(u => u.FullName.ToLower().Contains(lower) || owners.Contains(u.Id));
#pragma warning restore CA1304, CA1311, CA1862

        async Task<IReadOnlyList<OrderRow>> Orders(string number, CancellationToken cancellationToken)
        {
            var orders = db.Orders.AsNoTracking();
            orders = Is(number, "KMJ-") ? orders.Where(o => o.Number == number)
                : Is(number, "BLJ-") ? orders.Where(o => db.Purchases.Any(p => p.Id == o.PurchaseId && p.Number == number))
                : orders.Where(o => false);
            return await orders.OrderByDescending(o => o.PlacedAt).ThenByDescending(o => o.Id).Take(MostThings)
                .Select(o => new OrderRow(
                    o.Number, o.StoreName, o.Destination.Recipient,
                    o.State, o.PlacedAt, (long)o.Goods + (long)o.Shipping.Fee - (long)o.CooperativeDiscount, o.Appointment != null, o.Appointment == null ? null : o.Appointment.StartedAt))
                .ToListAsync(cancellationToken);
        }

        async Task<IReadOnlyList<CaseRow>> Tickets(string words, string number, CancellationToken cancellationToken)
        {
            var contact = Contact.Read(words)?.Value ?? "";
            if (contact.Length == 0 && !Is(number, "TKT-"))
            {
                return [];
            }

            var tickets = contact.Length > 0 ? db.Tickets.Where(t => t.CallerContact == contact) : db.Tickets.Where(t => t.Number == number);
            return
            [
                .. (await tickets.AsNoTracking().OrderByDescending(t => t.OpenedAt).Take(MostThings).Select(t => new { t.Number, t.Subject, t.State, t.OpenedAt }).ToListAsync(cancellationToken))
                .Select(t => new CaseRow(t.Number, t.Subject, t.OpenedAt, t.Number, t.State)),
            ];
        }

        static bool Is(string number, string kind) => number.StartsWith(kind, StringComparison.Ordinal);

        static bool IsNumber(string words) => Is(words, "KMJ-") || Is(words, "BLJ-") || Is(words, "TKT-") || Is(words, "CAIR-");
    }
}

public sealed record FoundCases(string Words, PageOf<FoundPerson> People, IReadOnlyList<OrderRow> Orders, IReadOnlyList<CaseRow> Tickets)
{
    public bool IsEmpty => People.Total == 0 && Orders.Count == 0 && Tickets.Count == 0;
}

/// <param name="Email">Masked, as the number is.</param>
public sealed record FoundPerson(Guid Id, string Name, string Email, string Phone, string? Store, DateTimeOffset RegisteredAt, DateTimeOffset? BannedAt);

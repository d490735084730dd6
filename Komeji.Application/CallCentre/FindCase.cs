using System.Globalization;
using Komeji.Application.Accounts;
using Komeji.Application.Common;
using Komeji.Application.Legal.Office;
using Komeji.Application.Ordering.Staff;
using Komeji.Domain.Accounts;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.CallCentre;

/// <summary>
/// Whom or what a caller means: a number (KMJ, BLJ, KPL, RTR, GNT, KLG, TKT, CAIR, a courier's), the last part of an order's number, an
/// e-mail or telephone number told in full, or a name of a person or a shop. A part of a telephone number or an e-mail finds nobody, so
/// that nobody learns who is there by trying.
/// </summary>
public sealed record FindCase(string Words, int Page) : IQuery<FoundCases>
{
    const int PageSize = 20;
    const int MostThings = 20;
    const int LeastLetters = 3;

    /// <summary>Of the last part of an order's number; the days before it are tried, each an exact number.</summary>
    const int EndLetters = 6;
    const int EndDays = 366;
    const int LeastParcelLetters = 6;

    static readonly string[] Kinds = ["KMJ-", "BLJ-", "KPL-", "RTR-", "GNT-", "KLG-", "TKT-", "CAIR-"];

    internal sealed class Handler(IKomejiDb db, CallCentreDesk desk, TimeProvider clock) : IRequestHandler<FindCase, FoundCases>
    {
        public async Task<FoundCases> Handle(FindCase request, CancellationToken cancellationToken)
        {
            desk.Officer();
            var words = PlainText.Cut(request.Words.Trim(), 100);
            var number = words.ToUpperInvariant();
            return new FoundCases(
                words,
                await People(words, number, request.Page, cancellationToken),
                await Orders(words, number, cancellationToken),
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

        async Task<IReadOnlyList<OrderRow>> Orders(string words, string number, CancellationToken cancellationToken)
        {
            var orders = await Meant(db.Orders.AsNoTracking(), words, number, cancellationToken);
            return await orders.OrderByDescending(o => o.PlacedAt).ThenByDescending(o => o.Id).Take(MostThings)
                .Select(o => new OrderRow(
                    o.Number, o.StoreName, o.Destination.Recipient,
                    o.State, o.PlacedAt, (long)o.Goods + (long)o.Shipping.Fee - (long)o.CooperativeDiscount, o.Appointment != null, o.Appointment == null ? null : o.Appointment.StartedAt))
                .ToListAsync(cancellationToken);
        }

        /// <summary>Every one by an exact match of something with an index, so that it stays quick among many orders.</summary>
        async Task<IQueryable<Order>> Meant(IQueryable<Order> orders, string words, string number, CancellationToken cancellationToken)
        {
            if (Contact.Read(words) is { } contact)
            {
                var phone = contact.Value;
                return contact.IsEmail ? orders.Where(o => false) : orders.Where(o => o.Destination.Phone == phone);
            }

            if (Is(number, "KMJ-"))
            {
                return orders.Where(o => o.Number == number);
            }

            if (Is(number, "BLJ-"))
            {
                return orders.Where(o => db.Purchases.Any(p => p.Id == o.PurchaseId && p.Number == number));
            }

            var ids = await (Is(number, "KPL-") ? db.Complaints.Where(c => c.Number == number && c.SubmittedAt != null).Select(c => c.OrderId)
                : Is(number, "RTR-") ? db.GoodsReturns.Where(r => r.Number == number).Select(r => r.OrderId)
                : Is(number, "GNT-") ? db.Replacements.Where(r => r.Number == number).Select(r => r.OrderId)
                : Is(number, "KLG-") ? db.WarrantyClaims.Where(c => c.Number == number && c.SubmittedAt != null).Select(c => c.OrderId)
                : number.Length >= LeastParcelLetters && !IsNumber(number) ? db.Shipments.Where(s => s.TrackingNumber == number && s.TrackingNumber != "").Select(s => s.OrderId)
                : db.Shipments.Where(s => false).Select(s => s.OrderId)).Distinct().ToListAsync(cancellationToken);
            var ends = EndingIn(number);
            return ends.Count > 0 ? orders.Where(o => ends.Contains(o.Number) || ids.Contains(o.Id)) : orders.Where(o => ids.Contains(o.Id));
        }

        /// <summary>All numbers of the last year that end in what was told.</summary>
        List<string> EndingIn(string end)
        {
            var today = Wib.DayOf(clock.GetUtcNow());
            return end.Length == EndLetters && end.All(char.IsAsciiLetterOrDigit)
                ? [.. Enumerable.Range(0, EndDays).Select(days => string.Create(CultureInfo.InvariantCulture, $"KMJ-{today.AddDays(-days):yyyyMMdd}-{end}"))]
                : [];
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

        static bool IsNumber(string words) => Kinds.Any(kind => Is(words, kind));
    }
}

public sealed record FoundCases(string Words, PageOf<FoundPerson> People, IReadOnlyList<OrderRow> Orders, IReadOnlyList<CaseRow> Tickets)
{
    public bool IsEmpty => People.Total == 0 && Orders.Count == 0 && Tickets.Count == 0;
}

/// <param name="Email">Masked, as the number is.</param>
public sealed record FoundPerson(Guid Id, string Name, string Email, string Phone, string? Store, DateTimeOffset RegisteredAt, DateTimeOffset? BannedAt);

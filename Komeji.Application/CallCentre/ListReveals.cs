using Komeji.Application.Common;
using Komeji.Application.Legal.Office;
using Komeji.Domain.CallCentre;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.CallCentre;

/// <summary>Who of the call centre saw what was masked, of whom and why; the newest first. The page's policy says that supervisors read it.</summary>
/// <param name="Words">Part of the person's name, or the beginning of a number.</param>
public sealed record ListReveals(string Words, DateOnly? From, DateOnly? Until, int Page, int Size = ListReveals.PageSize) : IQuery<PageOf<RevealRow>>
{
    public const int PageSize = 50;

    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ListReveals, PageOf<RevealRow>>
    {
        public async Task<PageOf<RevealRow>> Handle(ListReveals request, CancellationToken cancellationToken)
        {
            var page = await Asked(request).OrderByDescending(r => r.Id).ToPage(request.Page, request.Size, cancellationToken);
            var names = await db.NamesOf(page.Rows.Select(r => (Guid?)r.WhoId.Value), cancellationToken);
            return page.As(r => new RevealRow(r.At, names.GetValueOrDefault(r.WhoId.Value, "petugas"), r.Role, r.Subject, r.Name, r.What, r.Why));
        }

        IQueryable<DataReveal> Asked(ListReveals request)
        {
            var reveals = db.DataReveals.AsNoTracking();
            if (request.From is { Year: > 2000 and < 3000 } from)
            {
                var start = Wib.StartOf(from);
                reveals = reveals.Where(r => r.At >= start);
            }

            if (request.Until is { Year: > 2000 and < 3000 } until)
            {
                var end = Wib.StartOf(until.AddDays(1));
                reveals = reveals.Where(r => r.At < end);
            }

            var words = request.Words.Trim().ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // Translated to the database's lower().
            return words.Length > 0 ? reveals.Where(r => r.Name.ToLower().Contains(words)) : reveals;
#pragma warning restore CA1304, CA1311, CA1862
        }
    }
}

public sealed record RevealRow(DateTimeOffset At, string Who, string Role, CaseSubject Subject, string Name, RevealedThing What, string Why);

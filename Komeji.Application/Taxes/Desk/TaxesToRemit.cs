using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Application.Notifications;
using Komeji.Application.Settings;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Taxes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Taxes.Desk;

/// <summary>Months whose tax is due soon or overdue, and the officers of finance who have not been told.</summary>
public sealed class TaxesToRemit(IKomejiDb db, SettingsInForce settings, TimeProvider clock) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = Wib.DayOf(now);
        var days = await settings.Number(SettingCatalogue.TaxRemindDays, cancellationToken);
        var officers = await db.RoleGrants.Where(g => g.Role == Roles.Finance && g.EndedAt == null).Select(g => g.UserId).Distinct().ToListAsync(cancellationToken);
        var due = new List<IRequest>();
        foreach (var month in (await db.TaxMonthsOf("", settings, now, cancellationToken)).Where(m => m.Month.IsOver(Wib.PeriodOf(now)) && m.Owed.IsPositive && today.AddDays(days) >= m.DueOn))
        {
            var link = RemindOfTax.Link(month.Month, today > month.DueOn);
            var told = await db.Notifications.Where(n => n.Link == link && officers.Contains(n.UserId)).Select(n => n.UserId).ToListAsync(cancellationToken);
            due.AddRange(officers.Except(told).Take(most - due.Count).Select(officer => new RemindOfTax(officer, month.Month, month.DueOn)));
        }

        return due;
    }
}

public sealed record RemindOfTax(UserId Officer, TaxMonth Month, DateOnly DueOn) : ICommand
{
    /// <summary>Before the day and after it she is told once each.</summary>
    internal static string Link(TaxMonth month, bool isOverdue) => $"/operator/pajak/masa/{month.Word}" + (isOverdue ? "?terlambat=ya" : "");

    internal sealed class Handler(Notifier notifier, TaxBooks books, TimeProvider clock) : IRequestHandler<RemindOfTax>
    {
        public async Task<Unit> Handle(RemindOfTax request, CancellationToken cancellationToken)
        {
            var isOverdue = Wib.DayOf(clock.GetUtcNow()) > request.DueOn;
            var owed = await books.Owed(request.Month, cancellationToken);
            if (owed.IsPositive)
            {
                var said = $"{request.Month.Tax.Title()} masa {request.Month.Name} sebesar {owed} {(isOverdue ? "lewat batas setornya" : "paling lambat disetor")} {request.DueOn:d MMMM yyyy}. Siapkan setorannya, lalu minta petugas lain membayar dan mencatat NTPN-nya.";
                await notifier.Tell(request.Officer, new Notice(isOverdue ? "Pajak terlambat disetor" : "Pajak perlu disetor", said, Link(request.Month, isOverdue)), cancellationToken);
            }

            return Unit.Value;
        }
    }
}

using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reviews;

/// <summary>Who may review what, and until when.</summary>
public sealed class ReviewRules(IKomejiDb db, SettingsInForce settings, TimeProvider clock)
{
    /// <summary>Until when a line of this order may be reviewed, by the setting of the day it was completed.</summary>
    public async Task<DateTimeOffset?> WriteBefore(Order order, CancellationToken cancellationToken) => order.EndedAt is { } ended ? await WriteBefore(ended, cancellationToken) : null;

    public async Task<DateTimeOffset> WriteBefore(DateTimeOffset completedAt, CancellationToken cancellationToken) =>
        completedAt.AddDays(await settings.NumberAt(SettingCatalogue.ReviewWriteDays, completedAt, cancellationToken));

    /// <exception cref="RuleBroken"><c>review.order_state</c>, <c>review.money_back</c>, <c>review.own_shop</c>, <c>review.written_late</c></exception>
    public async Task<ReviewSubject> Subject(Order order, OrderLine line, CancellationToken cancellationToken)
    {
        var subject = ReviewSubject.Of(order, line, await db.NameOf(order.BuyerId, cancellationToken));
        if (await db.TiedTo(order.BuyerId).AnyAsync(s => s.Id == order.StoreId, cancellationToken))
        {
            throw new RuleBroken("review.own_shop", "Anda pemilik, staf, atau pendamping toko ini, jadi tidak mengulas barangnya.");
        }

        if (clock.GetUtcNow() > await WriteBefore(order, cancellationToken))
        {
            throw new RuleBroken("review.written_late", "Waktu menulis ulasan untuk pesanan ini sudah habis.");
        }

        return subject;
    }

    /// <summary>Nobody writes faster than people write.</summary>
    /// <exception cref="RuleBroken"><c>review.too_often</c></exception>
    public async Task RequireNotTooOften(UserId person, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow().AddHours(-1);
        if (await db.Reviews.CountAsync(r => r.AuthorId == person && r.WrittenAt > since, cancellationToken) >= await settings.Number(SettingCatalogue.ReviewsPerHour, cancellationToken))
        {
            throw new RuleBroken("review.too_often", "Ulasan Anda dalam satu jam ini sudah banyak. Lanjutkan nanti; tidak ada yang hilang.");
        }
    }
}

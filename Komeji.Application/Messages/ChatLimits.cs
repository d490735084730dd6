using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Messages;

/// <summary>How much one person may say.</summary>
sealed class ChatLimits(IKomejiDb db, SettingsInForce settings, TimeProvider clock)
{
    /// <exception cref="RuleBroken"><c>chat.too_many</c></exception>
    public async Task RequireFew(ChatPlace place, CancellationToken cancellationToken)
    {
        var (author, since) = (place.Person, clock.GetUtcNow().AddHours(-1));
        var most = await settings.Number(SettingCatalogue.ChatPerHour, cancellationToken);
        if (await db.ChatMessages.CountAsync(m => m.AuthorId == author && m.At > since, cancellationToken) >= most)
        {
            throw new RuleBroken("chat.too_many", $"Anda sudah mengirim {most} pesan dalam satu jam terakhir. Tunggu sebentar, lalu kirim lagi; yang Anda ketik belum hilang.");
        }
    }

    /// <exception cref="RuleBroken"><c>chat.too_many_new</c></exception>
    public async Task RequireFewNew(ChatPlace place, CancellationToken cancellationToken)
    {
        if (place.Side == ChatSide.Shop)
        {
            return;
        }

        var (buyer, since) = (place.Person, clock.GetUtcNow().AddDays(-1));
        var most = await settings.Number(SettingCatalogue.ChatNewPerDay, cancellationToken);
        if (await db.Conversations.CountAsync(c => c.BuyerId == buyer && c.StartedAt > since, cancellationToken) >= most)
        {
            throw new RuleBroken("chat.too_many_new", $"Anda sudah memulai {most} percakapan dalam sehari. Lanjutkan yang sudah ada, atau mulai yang baru besok.");
        }
    }
}

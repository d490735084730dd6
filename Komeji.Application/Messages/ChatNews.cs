using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Domain.Common;
using Komeji.Domain.Messages;
using Komeji.Domain.Stores;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Messages;

/// <summary>Tells a side that something was said: once for all it has not read.</summary>
sealed class ChatNews(IKomejiDb db, Notifier notifier)
{
    public async Task Tell(Conversation conversation, Store store, ChatSide side, CancellationToken cancellationToken)
    {
        if (!conversation.NeedsNews(side))
        {
            return;
        }

        if (side == ChatSide.Buyer)
        {
            await notifier.Tell(conversation.BuyerId, ChatTexts.ForBuyer(conversation, store.Name), cancellationToken);
            return;
        }

        var (id, buyer) = (store.Id, conversation.BuyerId);
        await notifier.Tell(store.OwnerId, ChatTexts.ForShop(conversation), cancellationToken);
        var staff = await db.ShopStaff.AsNoTracking().Where(s => s.StoreId == id && s.State == StaffState.Active && s.UserId != buyer).Select(s => new { s.UserId, s.Rights }).ToListAsync(cancellationToken);
        foreach (var place in staff.Where(s => s.Rights.HasFlag(ShopRights.Orders)))
        {
            await notifier.Tell(place.UserId!.Value, ChatTexts.ForShop(conversation) with { Title = $"{store.Name}: pesan baru dari pembeli" }, cancellationToken);
        }
    }
}

/// <summary>What we write about messages. It holds no name and none of the words: those are on the page behind the link.</summary>
static class ChatTexts
{
    public static Notice ForBuyer(Conversation conversation, string store) => new(
        $"Pesan baru dari {store}",
        $"Tentang {conversation.Title}. Baca dan balas di Komeji; jangan membayar di luar Komeji.",
        $"/pesan/{conversation.Id.Value}");

    public static Notice ForShop(Conversation conversation) => new(
        "Pesan baru dari pembeli",
        $"Tentang {conversation.Title}. Jawab pembelinya; cepatnya jawaban tampil di halaman toko Anda.",
        $"/penjual/pesan/{conversation.Id.Value}");

    public static Notice Reported(ChatReport report, bool upheld) => new(
        "Laporan pesan Anda sudah diputuskan",
        $"{(upheld ? "Pesan yang Anda laporkan dihapus." : "Pesan yang Anda laporkan tidak dihapus.")} Alasan petugas: {PlainText.Sentence(report.Note)}",
        Page(report.Side, report));

    public static Notice Removed(ChatReport report) => new(
        "Pesan Anda dihapus petugas",
        $"Pihak lain melaporkan satu pesan Anda, dan petugas menghapusnya. Alasan: {PlainText.Sentence(report.Note)}",
        Page(report.Side == ChatSide.Buyer ? ChatSide.Shop : ChatSide.Buyer, report));

    static string Page(ChatSide side, ChatReport report) => $"{(side == ChatSide.Buyer ? "/pesan" : "/penjual/pesan")}/{report.ConversationId.Value}";
}

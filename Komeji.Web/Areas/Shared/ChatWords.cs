using Komeji.Application.Messages;
using Komeji.Domain.Messages;

namespace Komeji.Web.Areas.Shared;

/// <summary>How pages speak of messages.</summary>
public static class ChatWords
{
    public static string Kind(ChatReportKind kind) => kind switch
    {
        ChatReportKind.OutsidePayment => "Mengajak bayar di luar Komeji",
        ChatReportKind.Fraud => "Penipuan",
        ChatReportKind.Abuse => "Kasar, mengancam, atau melecehkan",
        ChatReportKind.Spam => "Iklan atau pesan berulang",
        ChatReportKind.PrivateData => "Menyebarkan data pribadi",
        ChatReportKind.Other => "Lainnya",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Side(ChatSide side) => side == ChatSide.Buyer ? "pembeli" : "toko";

    /// <summary>What the reader of a message is warned of, a sentence each.</summary>
    public static IEnumerable<string> Warnings(ChatWarnings warnings, ChatSide reader)
    {
        if (warnings.HasFlag(ChatWarnings.Payment))
        {
            yield return reader == ChatSide.Buyer
                ? "Jangan membayar di luar Komeji: dananya tidak ditahan sampai barang diterima, dan tidak bisa kami kembalikan."
                : "Jangan menerima pembayaran di luar Komeji: tidak tercatat, tidak terlindungi, dan bukti transfer bisa palsu.";
        }

        if (warnings.HasFlag(ChatWarnings.Contact))
        {
            yield return "Percakapan di luar Komeji tidak bisa kami lihat, jadi tidak bisa menjadi bukti bila ada masalah.";
        }

        if (warnings.HasFlag(ChatWarnings.Link))
        {
            yield return "Jangan mengisi kata sandi, kode, atau data kartu di alamat yang dikirim orang.";
        }
    }

    /// <summary>The addresses of a list's views.</summary>
    public static readonly IReadOnlyList<(string Word, string Title, ChatFilter Filter)> Filters =
    [
        ("semua", "Semua", ChatFilter.All),
        ("belum-dibaca", "Belum dibaca", ChatFilter.Unread),
        ("belum-dijawab", "Belum dijawab", ChatFilter.Unanswered),
    ];

    public static ChatFilter Filter(string? word) => Filters.FirstOrDefault(f => f.Word == word).Filter;
}

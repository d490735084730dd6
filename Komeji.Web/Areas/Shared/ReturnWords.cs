using Komeji.Application.Ordering;
using Komeji.Application.Returns;
using Komeji.Domain.Returns;

namespace Komeji.Web.Areas.Shared;

/// <summary>What happens to a return or a replacement, in the words of its pages: the same for buyer, seller, keeper and operator.</summary>
public static class ReturnWords
{
    /// <summary>A row of a return's timeline.</summary>
    public static string Step(OrderStep step) => step.ReasonCode switch
    {
        "opened" => "Retur disepakati atau diputuskan",
        "drop_off_planned" => "Pembeli memilih mengantar ke titik komunitas",
        "sent" => "Dikirim balik lewat kurir",
        "taken_in" => "Diterima titik komunitas, dengan kode pembeli",
        "fetched" => "Diambil penjual dari titik komunitas, dengan kode",
        "code_renewed" => "Penjual membuat kode ambil baru",
        "arrived" => "Sampai di penjual",
        "assumed_arrived" => "Dianggap sampai: batas waktunya lewat",
        "counted_whole" => "Dihitung penjual: semuanya diterima",
        "counted_short" => "Dihitung penjual: diterima sebagian",
        "count_agreed" => "Pembeli menyetujui hitungan penjual",
        "count_unanswered" => "Hitungan penjual berlaku: pembeli tidak menjawab",
        "not_counted_in_time" => "Dianggap diterima utuh: penjual tidak menghitung tepat waktu",
        "shop_objected" => "Penjual mengajukan keberatan",
        "buyer_objected" => "Pembeli mengajukan keberatan",
        "decision_overdue" => "Batas waktu keputusan petugas lewat",
        "decided" => "Diputuskan petugas Komeji",
        "withdrawn" => "Ditutup: pembeli tetap menyimpan barangnya",
        "not_sent_in_time" => "Ditutup: tidak dikirim balik tepat waktu",
        "cause_ended" => "Ditutup: komplainnya berlanjut dengan cara lain",
        _ => step.To,
    };

    /// <summary>A row of a replacement's timeline.</summary>
    public static string Sending(OrderStep step) => step.ReasonCode switch
    {
        "opened" => "Disepakati atau diputuskan",
        "returned" => "Barang lama sudah kembali, pengganti harus dikirim",
        "nothing_returned" => "Tidak jadi: barang lama tidak kembali",
        "sent" => "Dikirim penjual",
        "ready" => "Siap diserahkan penjual",
        "handed_over" => "Diserahkan penjual, dengan kode pembeli",
        "proved" => "Sampai, dengan bukti terima dari penjual",
        "confirmed" => "Diterima pembeli",
        "assumed_delivered" => "Dianggap sampai: perkiraan kurir sudah lewat",
        "not_arrived" => "Pembeli melapor belum sampai",
        "proof_shown" => "Penjual mengunggah bukti terima untuk petugas",
        "decision_overdue" => "Batas waktu keputusan petugas lewat",
        "delivered_by_staff" => "Dinyatakan sampai oleh petugas Komeji",
        "lost" => "Dinyatakan tidak sampai oleh petugas Komeji",
        "given_up" => "Penjual tidak bisa mengirim",
        "not_sent_in_time" => "Gagal: tidak dikirim tepat waktu",
        _ => step.To,
    };

    /// <summary>What a clock does, to follow it with its moment.</summary>
    public static string Clock(ReturnClock clock) => clock switch
    {
        ReturnClock.CloseUnsent => "Ditutup sendiri bila belum dikirim balik sampai",
        ReturnClock.AssumeArrived => "Dianggap sampai di penjual pada",
        ReturnClock.ReceiveWhole => "Dianggap diterima utuh bila belum dihitung sampai",
        ReturnClock.AgreeWithCount => "Hitungan penjual berlaku bila pembeli diam sampai",
        ReturnClock.RemindOffice => "Diputuskan petugas Komeji paling lambat",
        _ => "",
    };

    public static string Clock(ReplacementClock clock) => clock switch
    {
        ReplacementClock.GiveUpUnsent => "Dinyatakan gagal bila belum dikirim sampai",
        ReplacementClock.AssumeDelivered => "Dianggap diterima pembeli pada",
        ReplacementClock.RemindOffice => "Diputuskan petugas Komeji paling lambat",
        _ => "",
    };

    public static string Kind(ReplacementKind kind) => kind switch
    {
        ReplacementKind.Missing => "Kirim kekurangan",
        ReplacementKind.SentBack => "Dikirim kembali",
        _ => "Tukar barang",
    };

    public static string Freight(FreightPayer payer) => payer switch
    {
        FreightPayer.Seller => "penjual",
        FreightPayer.Courier => "kurir",
        FreightPayer.Platform => "koperasi",
        FreightPayer.Community => "komunitas",
        _ => "pembeli",
    };

    /// <summary>How the buyer may send it back.</summary>
    /// <param name="hasPoint">The shop comes to a community point that is open.</param>
    public static string Ways(bool hasPoint) => hasPoint
        ? "pilih: antar ke titik komunitas tanpa biaya, atau kirim lewat kurir."
        : "kirim lewat kurir yang Anda pilih sendiri.";

    /// <summary>What was found of a line: "2 dari 3 dianggap kembali (1 layak jual, 1 tidak layak jual); 1 tidak kembali".</summary>
    public static string Counted(ReturnPageLine line)
    {
        var parts = new[] { (line.Sellable, "layak jual"), (line.Unsellable, "tidak layak jual") }.Where(p => p.Item1 > 0).Select(p => $"{p.Item1} {p.Item2}").ToList();
        var missing = line.Pieces - line.Accepted;
        return $"{line.Accepted} dari {line.Pieces} dianggap kembali{(parts.Count > 0 ? $" ({string.Join(", ", parts)})" : "")}{(missing > 0 ? $"; {missing} tidak kembali" : "")}";
    }

    public static string Cause(ReturnCause cause) => cause == ReturnCause.Warranty ? "klaim garansi" : "komplain";

    /// <summary>Where the complaint or claim behind a return or a replacement is read.</summary>
    /// <param name="office">The reader's part of the site; empty for the buyer's.</param>
    public static string CauseAddress(ReturnCause cause, string number, string office) => (cause, office) switch
    {
        (ReturnCause.Complaint, _) => $"{office}/komplain/{number}",
        (_, "") => $"/garansi/klaim/{number}",
        _ => $"{office}/garansi/{number}",
    };

    /// <summary><c>tab</c> in an address.</summary>
    public static readonly IReadOnlyList<(ReturnTab Tab, string Key, string Title)> Tabs =
    [
        (ReturnTab.Open, "berjalan", "Berjalan"),
        (ReturnTab.Objected, "keberatan", "Keberatan"),
        (ReturnTab.Ended, "selesai", "Selesai"),
        (ReturnTab.All, "semua", "Semua"),
    ];

    public static ReturnTab Tab(string? key) => Tabs.FirstOrDefault(t => t.Key == key, Tabs[0]).Tab;
}

using System.Globalization;
using Komeji.Application.Notifications;
using Komeji.Domain.Common;
using Komeji.Domain.Mentoring;

namespace Komeji.Application.Mentoring;

/// <summary>What we write to sellers and mentors.</summary>
public static class MentoringTexts
{
    static readonly CultureInfo Indonesian = new("id-ID");

    internal static Notice Begun(string mentor, DateTimeOffset until, MentoringId session) => new(
        "Pendamping mulai membantu Anda",
        $"{mentor} membantu Anda sampai pukul {Clock(until)}. Anda bisa melihat apa yang dikerjakan dan mengakhirinya kapan saja.",
        Page(session));

    internal static Notice Over(string mentor, int deeds, MentoringId session) => new(
        "Sesi pendampingan berakhir",
        deeds == 0 ? $"{mentor} tidak mengubah apa pun." : $"{mentor} mengerjakan {deeds} hal. Lihat daftarnya, dan periksa dokumen yang menunggu persetujuan Anda.",
        Page(session));

    internal static Notice Stopped(string seller) => new("Sesi pendampingan diakhiri penjual", $"{seller} mengakhiri sesinya. Minta kode baru bila masih ada yang perlu dibantu.", "/mitra/pendampingan");

    internal static Notice Prepared(string mentor, string paper, string link) => new(
        $"{paper} siap Anda periksa",
        $"{mentor} sudah mengisinya untuk Anda. Periksa, lalu ajukan sendiri ke dinas: pendamping tidak bisa mengajukannya.",
        link);

    public static string Page(MentoringId session) => $"/penjual/pendamping/{session.Value}";

    public static string Clock(DateTimeOffset at) => at.ToOffset(Wib.Offset).ToString("HH.mm", Indonesian);
}

using System.Globalization;
using Komeji.Application.Notifications;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;

namespace Komeji.Application.Stores.Staff;

/// <summary>What we write to owners and their staff.</summary>
public static class StaffTexts
{
    static readonly CultureInfo Indonesian = new("id-ID");

    /// <summary>A right as pages call it.</summary>
    public static string Name(ShopRights right) => right switch
    {
        ShopRights.Products => "Produk dan etalase",
        ShopRights.Orders => "Pesanan, pesan pembeli, pengiriman, dan jadwal jasa",
        ShopRights.Page => "Halaman toko dan pengantaran",
        ShopRights.Money => "Melihat saldo",
        ShopRights.Papers => "Data usaha dan dokumen",
        _ => "Pemilik",
    };

    public static string List(ShopRights rights) => string.Join(", ", rights.Each().Select(Name));

    internal static string InvitationSubject(string store) => $"Undangan menjadi staf {store}";

    internal static string InvitationBody(string owner, string store, ShopRights rights, string link, DateTimeOffset until) =>
        $"{owner} mengundang Anda membantu {store} di Komeji. Hak Anda di sana: {List(rights)}. Buka {link} untuk menerima atau menolak sampai {Day(until)}. Belum punya akun? Daftar dahulu, lalu buka tautan ini lagi. Abaikan bila Anda tidak mengenal pengundangnya.";

    internal static Notice Accepted(string person, string store) => new("Undangan staf diterima", $"{person} sekarang menjadi staf {store}. Haknya bisa Anda ubah atau cabut kapan saja.", "/penjual/staf");

    internal static Notice Declined(string name, string store) => new("Undangan staf ditolak", $"{name} menolak undangan menjadi staf {store}.", "/penjual/staf");

    internal static Notice Left(string person, string store) => new("Staf mengundurkan diri", $"{person} tidak lagi menjadi staf {store}.", "/penjual/staf");

    internal static Notice Changed(string store, ShopRights rights) => new("Hak Anda sebagai staf berubah", $"Pemilik {store} mengubah hak Anda menjadi: {List(rights)}.", "/penjual");

    internal static Notice Ended(string store) => new("Anda bukan staf lagi", $"Pemilik {store} mengakhiri tugas Anda di tokonya. Terima kasih sudah membantu.", "/akun");

    internal static Notice Lapsed(string name, string store) => new("Undangan staf lewat waktu", $"{name} tidak menjawab undangan menjadi staf {store}. Undang lagi bila masih perlu.", "/penjual/staf");

    static string Day(DateTimeOffset at) => at.ToOffset(Wib.Offset).ToString("d MMMM yyyy", Indonesian);
}

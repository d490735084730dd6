namespace Komeji.Web.Areas.Shared;

/// <summary>What became of a shop, in words.</summary>
public static class StoreSteps
{
    public static string Say(string code) => code switch
    {
        "store.begun" => "Mulai diisi",
        "store.sent_in" => "Lengkap diisi",
        "store.opened" => "Dibuka",
        "store.flagged" => "Ada kata yang perlu dilihat pada nama atau keterangan",
        "store.flag_passed" => "Kata yang ditandai sudah dilihat dan boleh",
        "store.flag_gone" => "Kata yang ditandai sudah tidak ada",
        "store.suspended" => "Ditangguhkan",
        "store.kept_suspended" => "Ditinjau, tetap ditangguhkan",
        "store.reopened" => "Dibuka lagi",
        "store.owner_banned" => "Ditangguhkan bersama akun pemilik",
        "store.owner_unbanned" => "Dibuka lagi bersama akun pemilik",
        "store.closed" => "Ditutup",
        "store.health_suspended" => "Dibatasi dengan sendirinya karena angka kesehatan toko",
        "health.warned" => "Diperingatkan: ada angka di atas batas",
        "health.recovered" => "Angkanya membaik, peringatan berakhir",
        "health.restricted" => "Masih di atas batas sesudah peringatan",
        "health.forgiven" => "Dinilai dari awal sejak dibuka lagi",
        _ => code,
    };
}

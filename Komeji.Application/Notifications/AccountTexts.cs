using System.Globalization;
using Komeji.Domain.Common;

namespace Komeji.Application.Notifications;

/// <summary>
/// What we write to people about their accounts. Each says what to do when it was somebody else; none holds anything that opens a
/// door.
/// </summary>
static class AccountTexts
{
    const string Security = "/akun/keamanan";
    const string NotYou = "Bila bukan Anda, ganti kata sandi sekarang juga lewat Lupa kata sandi; semua perangkat ikut dikeluarkan.";

    static readonly CultureInfo Indonesian = new("id-ID");

    public static Notice NewDevice(string device, DateTimeOffset at) => new(
        "Perangkat baru masuk ke akun Anda",
        $"{device} masuk ke akun Komeji Anda {When(at)}. Bila itu Anda, tidak ada yang perlu dilakukan. {NotYou}",
        Security);

    public static Notice Locked() => new(
        "Akun Anda dikunci sementara",
        "Kata sandi salah sepuluh kali, jadi akun Komeji Anda dikunci 15 menit. Bila itu Anda, tunggu, atau buat kata sandi baru lewat Lupa kata sandi. Bila bukan Anda, akun Anda aman selama kata sandinya tidak diketahui orang lain.",
        "/lupa-sandi");

    public static Notice FactorLocked() => new(
        "Kode kedua dikunci sementara",
        $"Ada yang memasukkan kata sandi Anda dengan benar, lalu salah menulis kode kedua lima kali. Untuk sementara kode tidak diterima. {NotYou}",
        Security);

    public static Notice FactorOn(bool replaced) => new(
        replaced ? "Aplikasi kode kedua diganti" : "Kode kedua dipasang",
        $"{(replaced ? "Kode dari aplikasi yang lama tidak berlaku lagi." : "Mulai sekarang masuk ke akun Anda perlu kode dari aplikasi.")} Perangkat lain sudah dikeluarkan. {NotYou}",
        Security);

    public static Notice FactorOff() => new(
        "Kode kedua dilepas",
        $"Masuk ke akun Anda sekarang hanya perlu kata sandi. Semua perangkat sudah dikeluarkan. {NotYou}",
        Security);

    public static Notice RecoveryCodeUsed(int left) => new(
        "Kode pemulihan dipakai",
        $"Satu kode pemulihan baru saja dipakai; sisa {left}. {(left <= 3 ? "Buat yang baru di halaman keamanan. " : "")}{NotYou}",
        Security);

    public static Notice RecoveryCodesMade() => new(
        "Kode pemulihan baru dibuat",
        $"Kode pemulihan yang lama tidak berlaku lagi. {NotYou}",
        Security);

    public static Notice ResetAsked(DateTimeOffset notBefore) => new(
        "Permintaan melepas kode kedua",
        $"Ada yang minta kode kedua akun Anda dilepas karena ponselnya hilang. Paling cepat {When(notBefore)} kode dilepas. Bila itu Anda, tunggu saja. Bila bukan Anda, masuklah dengan kode kedua seperti biasa: permintaan itu langsung batal. Lalu ganti kata sandi Anda.",
        Security);

    public static Notice ResetRefused() => new(
        "Permintaan melepas kode kedua ditolak",
        "Administrator tidak dapat memastikan bahwa itu Anda. Hubungi layanan Komeji, lalu ajukan lagi. Bila Anda tidak pernah mengajukannya, ganti kata sandi Anda.",
        "/bantuan");

    public static Notice ResetDone() => new(
        "Kode kedua sudah dilepas",
        $"Masuklah dengan kata sandi, lalu pasang kode kedua di ponsel baru Anda. Semua perangkat sudah dikeluarkan. {NotYou}",
        Security);

    /// <param name="gone">Masked; empty when it is an additional one.</param>
    public static Notice ContactChanged(string gone, string now) => new(
        "Kontak akun Anda diubah",
        $"{(gone.Length > 0 ? $"Akun Komeji Anda tidak lagi memakai {gone}" : "Kontak baru ditambahkan ke akun Komeji Anda")}. Untuk masuk dan menerima kode sekarang: {now}. Bila bukan Anda, segera hubungi layanan Komeji lewat halaman Bantuan.",
        Security);

    public static Notice SignedOutByStaff() => new(
        "Anda dikeluarkan dari semua perangkat",
        "Administrator Komeji mengeluarkan akun Anda dari semua perangkat untuk berjaga-jaga. Anda bisa masuk lagi. Bila ponsel Anda hilang, ganti juga kata sandinya.",
        Security);

    static string When(DateTimeOffset at) => at.ToOffset(Wib.Offset).ToString("d MMM yyyy 'pukul' HH.mm 'WIB'", Indonesian);
}

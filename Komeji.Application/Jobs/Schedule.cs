using Komeji.Application.Accounts;
using Komeji.Application.Ledger;
using Komeji.Application.Payments;

namespace Komeji.Application.Jobs;

/// <summary>Every recurring job on one screen.</summary>
public static class Schedule
{
    public static readonly IReadOnlyList<ScheduledJob> All =
    [
        new("notifikasi-bayar", "Menindaklanjuti kabar dari penyedia pembayaran", "0/10 * * * * ?", typeof(DuePaymentEvents)),
        new("periksa-bayar", "Menanyakan pembayaran yang belum jelas kepada penyedia", "15 * * * * ?", typeof(ReconcilePayments)),
        new("kirim-pengembalian", "Mengirim pengembalian dana dan menanyakan yang belum terjawab", "5/30 * * * * ?", typeof(DueRefunds)),
        new("periksa-buku-besar", "Memeriksa seluruh aturan uang di buku besar", "0 30 2 * * ?", typeof(NightlyLedgerCheck)),
        new("sesi-lama", "Menghapus sesi, kode dan pendaftaran yang sudah lewat waktu", "0 20 * * * ?", typeof(ForgetExpiredAccess.Sweep)),
    ];

    public static ScheduledJob? Find(string name) => All.SingleOrDefault(j => j.Name == name);
}

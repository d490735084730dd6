using Komeji.Domain.Common;
using Komeji.Domain.Reconciliation;

namespace Komeji.Application.Reconciliation;

/// <summary>How a reported row differs from the books, for officers.</summary>
static class SettlementWords
{
    public static string Of(SettlementLine line) => Of(line.Finding, line.Fee, line.BookedGross, line.BookedCost);

    public static string Of(SettlementFinding finding, Rupiah fee, Rupiah? bookedGross, Rupiah bookedCost) => finding switch
    {
        SettlementFinding.AsBooked => "Sesuai buku",
        SettlementFinding.Rounded => $"Biaya selisih Rp1, dibukukan sebagai pembulatan (dibukukan {bookedCost})",
        SettlementFinding.Unknown => "Tidak dikenal di buku",
        SettlementFinding.OtherAmount => $"Jumlah berbeda: dibukukan {bookedGross}",
        SettlementFinding.OtherCost => $"Biaya berbeda: dilaporkan {fee}, dibukukan {bookedCost}",
        _ => throw new ArgumentOutOfRangeException(nameof(finding), finding, null),
    };
}

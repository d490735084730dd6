using Komeji.Domain.Stores;

namespace Komeji.Web.Areas.Seller.Fees;

/// <summary>How a version of the fee stands, as a seller reads it.</summary>
public static class FeeWords
{
    public static string Of(FeeStanding standing) => standing switch
    {
        FeeStanding.InForce => "Berlaku",
        FeeStanding.Coming => "Akan berlaku",
        FeeStanding.AwaitsAnswer => "Menunggu jawaban Anda",
        FeeStanding.ObjectedTo => "Anda keberatan",
        FeeStanding.Past => "Sudah diganti",
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "No words for this."),
    };

    public static string Look(FeeStanding standing) => standing switch
    {
        FeeStanding.InForce => "ok",
        FeeStanding.Coming or FeeStanding.AwaitsAnswer => "wait",
        FeeStanding.ObjectedTo => "bad",
        _ => "",
    };
}

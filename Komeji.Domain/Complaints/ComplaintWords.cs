using Komeji.Domain.Common;

namespace Komeji.Domain.Complaints;

/// <summary>What is wrong.</summary>
public enum ComplaintType
{
    NotReceived,
    WrongItem,
    Damaged,
    NotAsDescribed,
    Counterfeit,
    Missing,
    PastDate,
}

/// <summary>What ends a complaint.</summary>
public enum ComplaintSolution
{
    FullRefund,
    PartRefund,

    /// <summary>The seller sends another one.</summary>
    Replace,

    /// <summary>The seller sends what was missing.</summary>
    SendMissing,

    /// <summary>Nothing is given.</summary>
    NoCompensation,
}

/// <summary>Who answers for it (penanggung jawab).</summary>
public enum ComplaintParty
{
    Seller,
    Courier,
    Platform,

    /// <summary>Her part of the loss stays with her.</summary>
    Buyer,

    /// <summary>Only where its agreement says so.</summary>
    Community,
}

public static class ComplaintSolutions
{
    public static bool PaysBack(this ComplaintSolution solution) => solution is ComplaintSolution.FullRefund or ComplaintSolution.PartRefund;

    public static bool Sends(this ComplaintSolution solution) => solution is ComplaintSolution.Replace or ComplaintSolution.SendMissing;
}

/// <summary>What one side proposes or an officer decides.</summary>
/// <param name="Lines">Of the price of each line complained of; what is left out gets nothing.</param>
/// <param name="NeedsReturn">The goods go back first.</param>
public sealed record Settlement(ComplaintSolution Solution, IReadOnlyDictionary<OrderLineId, Rupiah> Lines, Rupiah Shipping, bool NeedsReturn)
{
    public Rupiah Amount => Rupiah.Sum(Lines.Values) + Shipping;

    public static Settlement Without(ComplaintSolution solution, bool needsReturn = false) => new(solution, new Dictionary<OrderLineId, Rupiah>(), Rupiah.Zero, needsReturn);
}

/// <summary>Who answers for it, in hundredths that make one hundred.</summary>
public sealed record Liability(int Seller, int Courier, int Platform, int Buyer, int Community)
{
    public const int Whole = 100;

    public static readonly Liability OfSeller = new(Whole, 0, 0, 0, 0);

    public IReadOnlyList<(ComplaintParty Party, int Percent)> Parts =>
        [.. new[] { (ComplaintParty.Seller, Seller), (ComplaintParty.Courier, Courier), (ComplaintParty.Platform, Platform), (ComplaintParty.Buyer, Buyer), (ComplaintParty.Community, Community) }.Where(p => p.Item2 > 0)];

    /// <exception cref="RuleBroken"><c>complaint.bearers</c>, <c>complaint.no_courier</c>, <c>complaint.community</c>, <c>complaint.sender_bears</c></exception>
    internal void Check(Settlement settlement, bool byCourier)
    {
        int[] all = [Seller, Courier, Platform, Buyer, Community];
        if (all.Any(p => p is < 0 or > Whole) || all.Sum() != Whole)
        {
            throw new RuleBroken("complaint.bearers", "Bagian para penanggung jawab harus berjumlah tepat 100 persen.");
        }

        if (Courier > 0 && !byCourier)
        {
            throw new RuleBroken("complaint.no_courier", "Pesanan ini tidak dibawa kurir, jadi kurir tidak bisa menanggung. Pilih penanggung lain.");
        }

        if (Community > 0)
        {
            throw new RuleBroken("complaint.community", "Tidak ada perjanjian yang membebankan komplain pesanan ini kepada komunitas. Pilih penanggung lain.");
        }

        if (settlement.Solution.PaysBack() && Buyer == Whole)
        {
            throw new RuleBroken("complaint.bearers", "Bila pembeli menanggung seluruhnya tidak ada dana yang kembali. Pilih solusi Tanpa ganti.");
        }

        if (settlement.Solution.Sends() && Seller != Whole)
        {
            throw new RuleBroken("complaint.sender_bears", "Barang pengganti dikirim dan ditanggung penjual. Bila pihak lain yang bertanggung jawab, putuskan pengembalian dana.");
        }
    }
}

using System.ComponentModel.DataAnnotations;
using Komeji.Application.Common;
using Komeji.Application.Complaints;
using Komeji.Domain.CallCentre;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;

namespace Komeji.Web.Areas.Shared;

/// <summary>What a buyer, or the call centre for her, writes of a complaint.</summary>
public class ComplaintForm
{
    [Display(Name = "Masalahnya"), Required(ErrorMessage = "Pilih masalahnya.")]
    public ComplaintType? Jenis { get; set; }

    [DataType(DataType.MultilineText), Display(Name = "Cerita"), StringLength(Complaint.LongestStory, ErrorMessage = "Cerita paling panjang 2.000 huruf.")]
    public string? Cerita { get; set; }

    [Display(Name = "Barang")]
    public List<ComplaintItemForm> Baris { get; set; } = [];

    [Display(Name = "Solusi")]
    public ComplaintSolution Solusi { get; set; }

    [Display(Name = "Ongkos kirim")]
    public Rupiah? Ongkir { get; set; }

    [Display(Name = "Barang dikembalikan")]
    public bool Kembali { get; set; }

    public ComplaintFacts Facts() => new(
        Jenis.GetValueOrDefault(), Cerita ?? "",
        Baris.GroupBy(b => b.Id).ToDictionary(g => new OrderLineId(g.Key), g => new ComplaintItemFacts(g.Last().Banyak ?? 0, g.Last().Jumlah ?? Rupiah.Zero)),
        Solusi, Ongkir ?? Rupiah.Zero, Kembali);
}

public sealed class ComplaintItemForm
{
    public Guid Id { get; set; }

    [Display(Name = "Banyaknya"), Range(0, 999, ErrorMessage = "Banyaknya 0 sampai 999.")]
    public int? Banyak { get; set; }

    [Display(Name = "Dana kembali")]
    public Rupiah? Jumlah { get; set; }
}

/// <summary>The buyer's own, with pictures; kept as a draft until she sends it.</summary>
public sealed class ComplaintDraftForm : ComplaintForm
{
    [Display(Name = "Foto")]
    public List<IFormFile> Foto { get; set; } = [];

    [Display(Name = "Kirim")]
    public bool Kirim { get; set; }
}

public sealed class CalledComplaintForm : ComplaintForm
{
    [Display(Name = "Saluran"), Required(ErrorMessage = "Pilih lewat mana pembeli menghubungi.")]
    public TicketChannel? Saluran { get; set; }

    [DataType(DataType.MultilineText), Display(Name = "Catatan"), Required(ErrorMessage = "Tulis bagaimana pembeli membuktikan dirinya."), StringLength(CaseNote.Longest, MinimumLength = 5, ErrorMessage = "Tulis bagaimana pembeli membuktikan dirinya, 5 sampai 1.000 huruf.")]
    public string Catatan { get; set; } = "";
}

/// <summary>A solution that is proposed.</summary>
public class OfferForm
{
    [Display(Name = "Solusi")]
    public ComplaintSolution Solusi { get; set; }

    [Display(Name = "Jumlah per barang")]
    public List<OfferLineForm> Baris { get; set; } = [];

    [Display(Name = "Ongkos kirim")]
    public Rupiah? Ongkir { get; set; }

    [Display(Name = "Barang dikembalikan")]
    public bool Kembali { get; set; }

    [DataType(DataType.MultilineText), Display(Name = "Alasan"), Required(ErrorMessage = "Tulis alasannya."), StringLength(Complaint.LongestReason, MinimumLength = 3, ErrorMessage = "Tulis alasannya, 3 sampai 1.000 huruf.")]
    public string Alasan { get; set; } = "";

    /// <summary>Where the whole price goes back its amounts are filled in, and where goods are sent there are none.</summary>
    public Settlement Terms() => new(
        Solusi,
        Solusi == ComplaintSolution.FullRefund ? new Dictionary<OrderLineId, Rupiah>() : Baris.Where(b => b.Jumlah is not null).GroupBy(b => b.Id).ToDictionary(g => new OrderLineId(g.Key), g => g.Last().Jumlah!.Value),
        Ongkir ?? Rupiah.Zero,
        Kembali);
}

public sealed class OfferLineForm
{
    public Guid Id { get; set; }

    [Display(Name = "Jumlah")]
    public Rupiah? Jumlah { get; set; }
}

/// <summary>A solution that is decided, with who answers for it.</summary>
public sealed class VerdictForm : OfferForm, IValidatableObject
{
    [Display(Name = "Penjual"), Range(0, Liability.Whole, ErrorMessage = "Bagian penjual 0 sampai 100 persen.")]
    public int? Penjual { get; set; }

    [Display(Name = "Kurir"), Range(0, Liability.Whole, ErrorMessage = "Bagian kurir 0 sampai 100 persen.")]
    public int? Kurir { get; set; }

    [Display(Name = "Koperasi"), Range(0, Liability.Whole, ErrorMessage = "Bagian koperasi 0 sampai 100 persen.")]
    public int? Koperasi { get; set; }

    [Display(Name = "Pembeli"), Range(0, Liability.Whole, ErrorMessage = "Bagian pembeli 0 sampai 100 persen.")]
    public int? Pembeli { get; set; }

    [Display(Name = "Komunitas"), Range(0, Liability.Whole, ErrorMessage = "Bagian komunitas 0 sampai 100 persen.")]
    public int? Komunitas { get; set; }

    [Display(Name = "Rujuk ke BPSK")]
    public bool Rujuk { get; set; }

    /// <summary>Pressed on the preview.</summary>
    public bool Ubah { get; set; }

    /// <summary>What is wrong is told together, not one by one.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var percents = (Penjual ?? 0) + (Kurir ?? 0) + (Koperasi ?? 0) + (Pembeli ?? 0) + (Komunitas ?? 0);
        if (percents != Liability.Whole)
        {
            yield return new ValidationResult($"Bagian para penanggung jawab harus berjumlah tepat 100 persen; sekarang {percents}.", [nameof(Penjual)]);
        }

        if (Solusi == ComplaintSolution.PartRefund && Terms().Amount.IsZero)
        {
            yield return new ValidationResult("Isi jumlah dana yang kembali.", [nameof(Ongkir)]);
        }
    }

    public Liability Bearers() => new(Penjual ?? 0, Kurir ?? 0, Koperasi ?? 0, Pembeli ?? 0, Komunitas ?? 0);
}

public sealed class ComplaintReasonForm
{
    [DataType(DataType.MultilineText), Display(Name = "Alasan"), Required(ErrorMessage = "Tulis alasannya."), StringLength(Complaint.LongestReason, MinimumLength = 3, ErrorMessage = "Tulis alasannya, 3 sampai 1.000 huruf.")]
    public string Alasan { get; set; } = "";
}

/// <summary>Asked for in the form of a decision, whose fields are kept meanwhile.</summary>
public sealed class EvidenceForm
{
    [DataType(DataType.MultilineText), Display(Name = "Bukti yang diminta"), Required(ErrorMessage = "Tulis bukti apa yang diminta."), StringLength(Complaint.LongestReason, MinimumLength = 3, ErrorMessage = "Tulis bukti apa yang diminta, 3 sampai 1.000 huruf.")]
    public string Bukti { get; set; } = "";
}

public sealed class ComplaintPostForm
{
    [DataType(DataType.MultilineText), Display(Name = "Pesan"), Required(ErrorMessage = "Tulis pesan Anda."), StringLength(ComplaintPost.Longest, ErrorMessage = "Pesan paling panjang 2.000 huruf.")]
    public string Pesan { get; set; } = "";
}

/// <param name="Home">Where its list is, without an ending slash.</param>
public sealed record ComplaintView(ComplaintPage Page, string Home, ComplaintOnlooker Reader)
{
    readonly IReadOnlyDictionary<string, string> kept = ComplaintScraps.Read(Page.Scrap);

    public bool HasScrap => kept.Count > 0;

    /// <summary>What the reader had typed into a field before she left the page.</summary>
    public string? Kept(string field) => kept.GetValueOrDefault(field);

    public string Here => $"{Home}/{Page.Number}";

    /// <summary>The reader's part of the site; empty for the buyer's.</summary>
    public string Office => Reader switch
    {
        ComplaintOnlooker.Buyer => "",
        ComplaintOnlooker.Seller => "/penjual",
        _ => "/operator",
    };

    public ComplaintSide Side => Reader switch
    {
        ComplaintOnlooker.Buyer => ComplaintSide.Buyer,
        ComplaintOnlooker.Seller => ComplaintSide.Seller,
        _ => ComplaintSide.Officer,
    };
}

/// <param name="Takes">The reader may take the list away in a file.</param>
public sealed record ComplaintListView(PageOf<ComplaintRow> Rows, ComplaintTab Tab, string? Search, string Home, bool Takes = false)
{
    /// <summary>What the buyer began to write; empty for others.</summary>
    public IReadOnlyList<ComplaintDraftRow> Drafts { get; init; } = [];

    /// <summary>The same complaints in a file, to be followed by its kind; null where there is none.</summary>
    public string? ExportAddress => Takes ? $"{Home}/ekspor?lihat={Tab.Key}&q={Uri.EscapeDataString(Search ?? "")}" : null;
}

/// <summary>A tab of a list of complaints, under the name its address has.</summary>
public sealed record ComplaintTab(string Key, string Title, ComplaintGroup Group)
{
    public static readonly IReadOnlyList<ComplaintTab> OfSides =
    [
        new("perlu-jawaban", "Perlu Jawaban", ComplaintGroup.Waiting),
        new("berjalan", "Berjalan", ComplaintGroup.Open),
        new("selesai", "Selesai", ComplaintGroup.Over),
        new("semua", "Semua", ComplaintGroup.All),
    ];

    public static readonly IReadOnlyList<ComplaintTab> OfOfficers =
    [
        new("antrean", "Antrean", ComplaintGroup.Waiting),
        new("saya", "Saya Pegang", ComplaintGroup.Mine),
        new("berjalan", "Berjalan", ComplaintGroup.Open),
        new("selesai", "Selesai", ComplaintGroup.Over),
        new("semua", "Semua", ComplaintGroup.All),
    ];
}

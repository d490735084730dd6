using System.ComponentModel.DataAnnotations;
using Komeji.Application.Reviews;
using Komeji.Domain.Reviews;
using Komeji.Web.Setup;

namespace Komeji.Web.Areas.Seller.Reviews;

public sealed class AnswerForm
{
    [DataType(DataType.MultilineText), StringLength(ProductTalk.LongestAnswer, ErrorMessage = "Jawaban paling panjang 1.000 huruf.")]
    public string? Jawaban { get; set; }
}

public sealed class AppealAnswerForm
{
    [DataType(DataType.MultilineText), StringLength(TextCase.LongestPlea, ErrorMessage = "Keberatan paling panjang 500 huruf.")]
    public string? Keberatan { get; set; }
}

/// <summary>Which reviews the seller looks at. What makes no sense is as if it were not there.</summary>
public sealed class ShopReviewsForm
{
    public string? Tampil { get; set; }

    public string? Bintang { get; set; }

    public string? Q { get; set; }

    public int Hal { get; set; } = 1;

    public ShopReviewFilter ToFilter() => new(Tampil == "belum", Bintang is [>= '1' and <= '5' and var digit] ? digit - '0' : null, Q);

    public ListPlace ToPlace() => ListPlace.Of("/penjual/ulasan", Hal, ("tampil", Tampil), ("bintang", Bintang), ("q", Q));
}

public sealed record ShopReviewsPage(ShopReviews Shop, ShopReviewsForm Form)
{
    /// <summary>The same reviews as a table.</summary>
    public string ExportAddress => $"/penjual/ulasan/ekspor?tampil={Uri.EscapeDataString(Form.Tampil ?? "")}&bintang={Uri.EscapeDataString(Form.Bintang ?? "")}&q={Uri.EscapeDataString(Form.Q ?? "")}";
}

/// <summary>The shop's own answer to one review or question, with the form to write it.</summary>
/// <param name="Address">Of what is answered.</param>
/// <param name="Verb">What the form posts to under it.</param>
/// <param name="Title">What the answer is called.</param>
/// <param name="Place">In the list it stands in.</param>
public sealed record AnswerView(Guid Id, string Address, string Verb, string Title, MyAnswer Answer, ListPlace Place);

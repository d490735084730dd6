using System.ComponentModel.DataAnnotations;
using Komeji.Domain.Reviews;

namespace Komeji.Web.Areas.Account.Reviews;

public sealed class ReviewForm
{
    [Required(ErrorMessage = "Pilih satu sampai lima bintang."), Range(1, Review.MostStars, ErrorMessage = "Pilih satu sampai lima bintang.")]
    public int? Bintang { get; set; }

    [DataType(DataType.MultilineText), StringLength(Review.LongestText, ErrorMessage = "Ulasan paling panjang 1.000 huruf.")]
    public string? Ulasan { get; set; }

    public List<IFormFile> Foto { get; set; } = [];
}

public sealed class AppealForm
{
    [DataType(DataType.MultilineText), StringLength(TextCase.LongestPlea, ErrorMessage = "Keberatan paling panjang 500 huruf.")]
    public string? Keberatan { get; set; }
}

using System.ComponentModel.DataAnnotations;
using Komeji.Domain.Stores;

namespace Komeji.Web.Areas.Seller.Shelves;

public sealed class ShelfForm
{
    [Required(ErrorMessage = "Isi nama etalase."), StringLength(StoreShelf.LongestName, MinimumLength = 3, ErrorMessage = "Nama etalase 3 sampai 40 huruf.")]
    public string? Nama { get; set; }
}

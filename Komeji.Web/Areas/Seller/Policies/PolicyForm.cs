using System.ComponentModel.DataAnnotations;
using Komeji.Application.Stores;
using Komeji.Domain.Stores;

namespace Komeji.Web.Areas.Seller.Policies;

public sealed class PolicyForm
{
    [DataType(DataType.MultilineText), StringLength(StorePolicy.Longest, ErrorMessage = "Kebijakan pengembalian paling panjang 2.000 huruf.")]
    public string? Pengembalian { get; set; }

    [DataType(DataType.MultilineText), StringLength(StorePolicy.Longest, ErrorMessage = "Kebijakan pengiriman paling panjang 2.000 huruf.")]
    public string? Pengiriman { get; set; }

    [DataType(DataType.MultilineText), StringLength(StorePolicy.Longest, ErrorMessage = "Ketentuan lain paling panjang 2.000 huruf.")]
    public string? Lainnya { get; set; }

    public WritePolicy ToCommand() => new(Lines(Pengembalian), Lines(Pengiriman), Lines(Lainnya));

    public static PolicyForm Of(PolicyTexts texts) => new() { Pengembalian = texts.Returns, Pengiriman = texts.Shipping, Lainnya = texts.Other };

    static string Lines(string? text) => (text ?? "").ReplaceLineEndings("\n");
}

using Komeji.Domain.Legal;

namespace Komeji.Web.Areas.Office.Reports;

/// <summary>Forms and sizes as addresses of the register name them.</summary>
static class RegisterWords
{
    /// <summary>The seller has told neither.</summary>
    public const string Untold = "belum-diisi";

    static readonly Dictionary<string, SizeClass> Sizes = new() { ["mikro"] = SizeClass.Micro, ["kecil"] = SizeClass.Small, ["menengah"] = SizeClass.Medium, ["besar"] = SizeClass.Large };

    public static string Of(SizeClass size) => Sizes.Single(s => s.Value == size).Key;

    public static SizeClass? Size(string? word) => Sizes.TryGetValue(word ?? "", out var size) ? size : null;

    public static LegalForm? Form(string? word) => Enum.GetValues<LegalForm>().Where(f => f.Word() == word).Select(f => (LegalForm?)f).FirstOrDefault();
}

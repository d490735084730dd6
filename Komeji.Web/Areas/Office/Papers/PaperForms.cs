using Komeji.Application.Legal.Office;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;

namespace Komeji.Web.Areas.Office.Papers;

/// <param name="Number">A personal number the officer asked to see; null where it stays masked.</param>
public sealed record PaperView(OfficePaper Paper, string? Number);

public sealed class ApproveForm
{
    public CheckedHow? Cara { get; set; }

    public DateOnly? Terbit { get; set; }

    public DateOnly? Sampai { get; set; }

    public string? Catatan { get; set; }

    public Verdict ToVerdict() => new(
        Cara is { } how && Enum.IsDefined(how) ? how : throw new RuleBroken("legal.how", "Pilih cara Anda memeriksanya: OSS, portal penerbit, atau dokumen asli."), Terbit, Sampai, PlainText.Cut((Catatan ?? "").Trim(), 300));
}

public sealed class FixesForm
{
    public List<FixOf> Hal { get; set; } = [];

    public string? Catatan { get; set; }

    /// <summary>The note belongs to the last thing ticked.</summary>
    public IReadOnlyList<Fix> ToFixes()
    {
        var chosen = Hal.Where(Enum.IsDefined).Distinct().ToList();
        return chosen.ConvertAll(of => new Fix(of, of == chosen[^1] ? (Catatan ?? "").Trim() : ""));
    }
}

public sealed class WaiveForm
{
    public string? Alasan { get; set; }

    public DateOnly? Sampai { get; set; }
}

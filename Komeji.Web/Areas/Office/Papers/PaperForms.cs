using Komeji.Application.Legal.Office;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;

namespace Komeji.Web.Areas.Office.Papers;

/// <param name="Number">A personal number the officer asked to see; null where it stays masked.</param>
public sealed record PaperView(OfficePaper Paper, RevealedNumber? Number);

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

    /// <summary>Of each thing what the seller is to do; a note alone says that the thing is to be mended.</summary>
    public Dictionary<FixOf, string?> Catatan { get; set; } = [];

    public IReadOnlyList<Fix> ToFixes() => [.. Enum.GetValues<FixOf>().Where(of => Hal.Contains(of) || Note(of).Length > 0).Select(of => new Fix(of, Note(of)))];

    string Note(FixOf of) => (Catatan.GetValueOrDefault(of) ?? "").Trim();
}

public sealed class WaiveForm
{
    public string? Alasan { get; set; }

    public DateOnly? Sampai { get; set; }
}

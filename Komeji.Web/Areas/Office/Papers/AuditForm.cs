using Komeji.Application.Legal.Office;
using Komeji.Domain.Legal;

namespace Komeji.Web.Areas.Office.Papers;

/// <summary>Which notes the supervisor asks for.</summary>
public sealed class AuditForm : TakenAway
{
    /// <summary>In the name of the shop.</summary>
    public string? Q { get; set; }

    /// <summary>Who looked or decided.</summary>
    public Guid? Petugas { get; set; }

    public DateOnly? Dari { get; set; }

    public DateOnly? Sampai { get; set; }

    /// <summary>Word of a kind of paper.</summary>
    public string? Jenis { get; set; }

    /// <summary>What was seen, or the code of the step.</summary>
    public string? Apa { get; set; }

    public AuditFilter ToFilter() => new(
        Q is { Length: <= 100 } ? Q : null, Petugas, Dari, Sampai, DocumentKinds.Find(Jenis ?? ""), Apa is { Length: <= 40 } ? Apa : null);
}

/// <summary>A list that is read page by page, or taken away whole in a file.</summary>
public abstract class TakenAway
{
    const int Everything = 1_000_000;

    public int Hal { get; set; } = 1;

    /// <summary><c>csv</c> or <c>xlsx</c>: to take away.</summary>
    public string? Berkas { get; set; }

    public bool TakesAway => Berkas is "csv" or "xlsx";

    public int FirstPage => TakesAway ? 1 : Hal;

    public int Size(int usual) => TakesAway ? Everything : usual;
}

/// <summary>The same fields over both lists of the audit.</summary>
/// <param name="Whats">What may be asked for, by its word.</param>
public sealed record AuditFields(AuditForm Form, string Action, IReadOnlyList<Colleague> People, IReadOnlyDictionary<string, string> Whats);

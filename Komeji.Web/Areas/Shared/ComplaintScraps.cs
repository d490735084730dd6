using System.Text.Json;

namespace Komeji.Web.Areas.Shared;

/// <summary>A form that is not sent yet, field by field as it was typed.</summary>
public static class ComplaintScraps
{
    const int MostFields = 60;
    const int LongestField = 1_000;

    static readonly string[] Fields = ["Solusi", "Baris", "Ongkir", "Kembali", "Alasan", "Penjual", "Kurir", "Koperasi", "Pembeli", "Rujuk"];

    public static string Write(IFormCollection form) => JsonSerializer.Serialize(form
        .Where(f => Fields.Any(known => f.Key.StartsWith(known, StringComparison.Ordinal)) && f.Value.ToString().Length is > 0 and <= LongestField)
        .Take(MostFields).ToDictionary(f => f.Key, f => f.Value.ToString()));

    public static IReadOnlyDictionary<string, string> Read(string text) =>
        text.Length == 0 ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(text) ?? [];
}

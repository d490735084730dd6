using System.Text.Json;
using Komeji.Domain.Common;

namespace Komeji.Web.Areas.Shared;

/// <summary>A form that is not sent yet, field by field as it was typed.</summary>
public static class ComplaintScraps
{
    const int MostFields = 60;
    const int LongestField = 1_000;

    static readonly string[] Fields = ["Solusi", "Baris", "Ongkir", "Kembali", "Alasan", "Penjual", "Kurir", "Koperasi", "Pembeli", "Rujuk"];

    /// <summary>A line break is one letter, as the page counts it.</summary>
    /// <exception cref="RuleBroken"><c>complaint.draft</c></exception>
    public static string Write(IFormCollection form)
    {
        var typed = form.Where(f => Fields.Any(known => f.Key.StartsWith(known, StringComparison.Ordinal)))
            .Select(f => (f.Key, Text: f.Value.ToString().Replace("\r\n", "\n", StringComparison.Ordinal))).Where(f => f.Text.Length > 0).Take(MostFields).ToList();
        return typed.Any(f => f.Text.Length > LongestField)
            ? throw new RuleBroken("complaint.draft", "Drafnya terlalu panjang untuk disimpan. Ringkas alasannya.")
            : JsonSerializer.Serialize(typed.ToDictionary(f => f.Key, f => f.Text));
    }

    public static IReadOnlyDictionary<string, string> Read(string text) =>
        text.Length == 0 ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(text) ?? [];
}

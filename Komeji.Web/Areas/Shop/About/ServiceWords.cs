using System.Globalization;
using Komeji.Domain.CallCentre;

namespace Komeji.Web.Areas.Shop.About;

/// <summary>How the page of complaints tells what the call centre promises and kept.</summary>
public static class ServiceWords
{
    static readonly CultureInfo Indonesian = new("id-ID");

    /// <summary><c>08.00–16.00 WIB</c></summary>
    public static string Hours(ServiceHours hours) => string.Create(CultureInfo.InvariantCulture, $"{hours.Opens:00}.00–{hours.Closes:00}.00 WIB");

    /// <summary><c>12 jam layanan (1,5 hari kerja)</c></summary>
    public static string Within(TicketTerms terms, TicketUrgency urgency)
    {
        var hours = terms.AnswerHours(urgency);
        return string.Create(Indonesian, $"{hours} jam layanan ({hours / terms.Hours.Day.TotalHours:0.#} hari kerja)");
    }

    /// <summary><c>Oktober 2026</c></summary>
    public static string Month(string month) => DateOnly.ParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("MMMM yyyy", Indonesian);

    /// <summary><c>97,6 % (41 dari 42)</c>; a dash where nothing was due.</summary>
    public static string Kept(ServiceCount count) => count.Permille is { } permille
        ? string.Create(Indonesian, $"{permille / 10},{permille % 10} % ({count.InTime} dari {count.Due})")
        : "–";
}

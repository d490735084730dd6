using System.Globalization;
using System.Text.RegularExpressions;
using Komeji.Domain.Catalog;

namespace Komeji.Application.Catalog.Imports;

/// <summary>How a service can be had, as its rows write it: what they leave out stays as it is, or as an empty form has it.</summary>
sealed partial class ImportTimetable(ImportRegions regions, ImportCells cells)
{
    static readonly Dictionary<string, ServicePlace> Places = new(StringComparer.OrdinalIgnoreCase)
    {
        ["penjual"] = ServicePlace.AtSeller, ["di tempat penjual"] = ServicePlace.AtSeller, ["toko"] = ServicePlace.AtSeller,
        ["pembeli"] = ServicePlace.AtBuyer, ["di tempat pembeli"] = ServicePlace.AtBuyer, ["daring"] = ServicePlace.Online, ["online"] = ServicePlace.Online,
    };

    /// <summary>As tables of the week begin here.</summary>
    static readonly (string Name, DayOfWeek Day)[] Week =
    [
        ("senin", DayOfWeek.Monday), ("selasa", DayOfWeek.Tuesday), ("rabu", DayOfWeek.Wednesday), ("kamis", DayOfWeek.Thursday), ("jumat", DayOfWeek.Friday), ("sabtu", DayOfWeek.Saturday), ("minggu", DayOfWeek.Sunday),
    ];

    /// <summary>A timetable among goods is a fault.</summary>
    public void CheckNone()
    {
        foreach (var column in ImportColumn.Timetable.Where(cells.IsWritten))
        {
            cells.Fault(column, "Kolom ini hanya untuk jasa, sedangkan kategorinya barang. Kosongkan sel ini.");
        }
    }

    /// <param name="known">Of a listing there is; null for a new one.</param>
    /// <returns>Null when what is needed is missing or cannot be read, which is told.</returns>
    public ServiceTerms? Read(ServiceTerms? known)
    {
        if (known is not null && !ImportColumn.Timetable.Any(cells.IsWritten))
        {
            return known.Copy();
        }

        var length = Duration() ?? (known is null ? null : (known.Duration, known.Unit));
        var place = cells.Choose(ImportColumn.Place, Places) ?? known?.Place;
        if (length is null && !cells.IsWritten(ImportColumn.Duration))
        {
            cells.Fault(ImportColumn.Duration, "Isi lama pengerjaan jasa ini, misalnya 90 menit atau 2 hari.");
        }

        if (place is null && !cells.IsWritten(ImportColumn.Place))
        {
            cells.Fault(ImportColumn.Place, "Isi tempat jasa: penjual, pembeli, atau daring.");
        }

        var days = Days() ?? known?.OpenDays ?? [.. Week.SkipLast(1).Select(d => d.Day)];
        var (opens, closes) = Hours() ?? (known is null ? (new TimeOnly(8, 0), new TimeOnly(16, 0)) : (known.OpensAt, known.ClosesAt));
        var served = Served() ?? known?.Served ?? [];
        if (closes <= opens)
        {
            cells.Fault(ImportColumn.Hours, "Jam selesai harus setelah jam mulai, misalnya 08.00-16.00.");
        }

        if (place == ServicePlace.AtBuyer && served.Count == 0 && !cells.IsWritten(ImportColumn.Served))
        {
            cells.Fault(ImportColumn.Served, "Isi wilayah yang Anda layani, misalnya Kab. Jember; Kec. Patrang.");
        }

        var (perDay, atOnce, notice) = (cells.Whole(ImportColumn.PerDay), cells.Whole(ImportColumn.AtOnce), cells.Whole(ImportColumn.Notice));
        return length is var (duration, unit) && place is { } at
            ? new ServiceTerms(duration, unit, at, served, days, opens, closes, perDay ?? known?.PerDay ?? 4, atOnce ?? known?.AtOnce ?? 1, notice ?? known?.NoticeHours ?? 24, known?.WorksOnHolidays ?? false)
            : null;
    }

    /// <summary>For an export: what <see cref="Read"/> takes for the same.</summary>
    public static object[] Write(ServiceTerms? terms, ImportRegions regions) => terms is null
        ? [.. ImportColumn.Timetable.Select(_ => "")]
        :
        [
            terms.Duration.ToString(CultureInfo.InvariantCulture) + (terms.Unit == ServiceDurationUnit.Days ? " hari" : " menit"),
            terms.Place switch { ServicePlace.AtSeller => "penjual", ServicePlace.AtBuyer => "pembeli", _ => "daring" },
            string.Join(", ", Week.Where(d => terms.OpenDays.Contains(d.Day)).Select(d => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(d.Name))),
            string.Create(CultureInfo.InvariantCulture, $"{terms.OpensAt:HH.mm}-{terms.ClosesAt:HH.mm}"),
            (long)terms.PerDay, (long)terms.AtOnce, (long)terms.NoticeHours,
            string.Join("; ", terms.Served.Select(regions.NameOf)),
        ];

    (int Duration, ServiceDurationUnit Unit)? Duration()
    {
        if (cells.Text(ImportColumn.Duration) is not { } typed)
        {
            return null;
        }

        if (Lengths().Match(typed) is { Success: true } read)
        {
            var number = int.Parse(read.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            return char.ToLowerInvariant(read.Groups[2].Value[0]) switch
            {
                'h' => (number, ServiceDurationUnit.Days),
                'j' => (number * 60, ServiceDurationUnit.Minutes),
                _ => (number, ServiceDurationUnit.Minutes),
            };
        }

        cells.Unknown(ImportColumn.Duration, typed);
        return null;
    }

    IReadOnlyList<DayOfWeek>? Days()
    {
        if (cells.Text(ImportColumn.Days) is not { Length: > 0 } typed)
        {
            return null;
        }

        if (SearchWords.Fold(typed) is "setiap hari" or "tiap hari")
        {
            return [.. Week.Select(d => d.Day)];
        }

        var days = new List<DayOfWeek>();
        foreach (var part in typed.Split([',', ';', '/', '&'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var ends = part.Split(['-', '–'], StringSplitOptions.TrimEntries).Select(DayAt).ToList();
            if (ends.Contains(-1) || ends.Count > 2 || ends[0] > ends[^1])
            {
                cells.Unknown(ImportColumn.Days, typed);
                return null;
            }

            days.AddRange(Week[ends[0]..(ends[^1] + 1)].Select(d => d.Day));
        }

        return days;
    }

    /// <summary>Its place in the week; -1 for a word that is no day.</summary>
    static int DayAt(string word)
    {
        var folded = SearchWords.Fold(word).Replace(" ", "", StringComparison.Ordinal);
        return folded is "ahad" ? Week.Length - 1 : folded.Length < 3 ? -1 : Array.FindIndex(Week, d => d.Name.StartsWith(folded, StringComparison.Ordinal));
    }

    (TimeOnly Opens, TimeOnly Closes)? Hours()
    {
        if (cells.Text(ImportColumn.Hours) is not { Length: > 0 } typed)
        {
            return null;
        }

        var ends = typed.Replace("WIB", "", StringComparison.OrdinalIgnoreCase).Split(['-', '–'], StringSplitOptions.TrimEntries);
        if (ends.Length == 2 && Clock(ends[0]) is { } opens && Clock(ends[1]) is { } closes)
        {
            return (opens, closes);
        }

        cells.Unknown(ImportColumn.Hours, typed);
        return null;
    }

    static TimeOnly? Clock(string typed) =>
        TimeOnly.TryParseExact(typed.Replace('.', ':'), ["%H", "HH", "H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    IReadOnlyList<string>? Served()
    {
        if (cells.Text(ImportColumn.Served) is not { } typed)
        {
            return null;
        }

        var codes = new List<string>();
        foreach (var name in typed.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (regions.CodeOf(name) is { } code)
            {
                codes.Add(code);
            }
            else
            {
                cells.Unknown(ImportColumn.Served, name);
            }
        }

        return codes;
    }

    [GeneratedRegex("^([0-9]{1,3}) ?(menit|mnt|jam|hari)$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Lengths();
}

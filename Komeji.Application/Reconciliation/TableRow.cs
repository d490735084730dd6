using System.Globalization;
using Komeji.Application.Sheets;
using Komeji.Domain.Common;
using Komeji.Domain.Reconciliation;

namespace Komeji.Application.Reconciliation;

/// <summary>The cells of one row, read. What cannot be read is a fault of the row, and reads as nothing, so that all faults of a file are found at once.</summary>
sealed class TableRow(SheetLine line, TableColumns columns, List<RowFault> faults)
{
    const int MostDigits = 13;

    static readonly string[] Days =
    [
        "yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy", "dd-MM-yyyy", "d-M-yyyy", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "dd/MM/yyyy HH:mm:ss", "dd/MM/yyyy HH:mm",
    ];

    /// <summary>As the spreadsheet counts.</summary>
    public int Number => line.Number;

    /// <summary>Nothing of this row could not be read so far.</summary>
    public bool IsSound { get; private set; } = true;

    public void Fault(string reason)
    {
        IsSound = false;
        faults.Add(new RowFault(Number, PlainText.Cut(reason, 500)));
    }

    public string Text(TableColumn column, int most, bool needed = false)
    {
        var typed = columns.Cell(line, column);
        var text = PlainText.Read(typed)?.Trim();
        if (text is null)
        {
            Fault($"{column.Title}: ada karakter tersembunyi yang tidak bisa disimpan.");
        }
        else if (text.Length > most)
        {
            Fault($"{column.Title}: lebih panjang dari {most} huruf.");
        }
        else if (needed && text.Length == 0)
        {
            Fault($"{column.Title} kosong.");
        }

        return PlainText.Cut(text ?? "", most);
    }

    /// <returns>Null when it is no day, or is still to come.</returns>
    public DateOnly? Day(TableColumn column, DateOnly today)
    {
        var typed = columns.Cell(line, column);
        var text = typed.StartsWith(SheetLine.DateMark, StringComparison.Ordinal) ? typed[SheetLine.DateMark.Length..] : typed;
        if (!DateTime.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
        {
            Fault($"{column.Title} “{Shown(typed)}” tidak terbaca. Tulis seperti 2026-10-05 atau 05/10/2026.");
            return null;
        }

        var day = DateOnly.FromDateTime(read);
        if (day > today)
        {
            Fault($"{column.Title} {text} belum terjadi.");
            return null;
        }

        return day;
    }

    /// <summary>Nothing where nothing is written.</summary>
    /// <param name="signed">It may be below zero.</param>
    /// <returns>Null when it is no amount of whole rupiah.</returns>
    public Rupiah? Money(TableColumn column, bool needed, bool signed = false)
    {
        var typed = columns.Cell(line, column);
        if (typed.Length == 0 && !needed)
        {
            return Rupiah.Zero;
        }

        var negative = signed && typed.StartsWith('-');
        if (Digits(negative ? typed[1..] : typed) is not { } digits)
        {
            Fault($"{column.Title} “{Shown(typed)}” bukan jumlah rupiah bulat. Tulis seperti 1500000 atau 1.500.000.");
            return null;
        }

        var amount = new Rupiah(long.Parse(digits, CultureInfo.InvariantCulture));
        return negative ? -amount : amount;
    }

    /// <summary><c>1500000</c>, <c>1500000.00</c>, <c>1.500.000</c>, <c>Rp 1.500.000,00</c>: the digits of what is one amount and no other.</summary>
    static string? Digits(string typed)
    {
        var text = PlainText.Figures(typed).Trim();
        text = text.StartsWith("Rp", StringComparison.OrdinalIgnoreCase) ? text[2..].TrimStart('.', ' ', '\u00A0') : text;
        var halves = text.Split(',');
        var isIndonesian = halves.Length == 2;
        if (halves.Length > 2 || (isIndonesian && halves[1] is not ("0" or "00" or "-" or "--")))
        {
            return null;
        }

        var groups = halves[0].Split('.');
        if (!isIndonesian && groups is [_, "0" or "00"])
        {
            groups = [groups[0]];
        }

        var isGrouped = groups.Length == 1 || (groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(g => g.Length == 3));
        var digits = string.Concat(groups);
        return isGrouped && digits.Length is > 0 and <= MostDigits && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    static string Shown(string typed) => PlainText.Cut(PlainText.Read(typed) ?? "?", 40);
}

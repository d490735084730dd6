using System.Globalization;
using Komeji.Application.Common;
using Komeji.Application.Reconciliation;
using Komeji.Domain.Reconciliation;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Reconciliation;

/// <summary>Where the books and banks or providers differ: what waits for an officer of finance, and what was explained.</summary>
[Area("Operations"), Authorize("Finance"), Route("/operator/selisih")]
public sealed class DifferencesController : KomejiController
{
    const string Explained = "dijelaskan";

    [HttpGet("")]
    public async Task<IActionResult> Index(string? jenis, string? akun, string? status, int hal = 1)
    {
        var (tab, account, explained) = Asked(jenis, akun, status);
        var rows = await Send(new ListDifferences(tab.Kind, account, explained, hal));
        return View("/Areas/Operations/Reconciliation/Differences.cshtml", new DifferencesView(tab, account, explained, rows));
    }

    [HttpGet("csv"), Download]
    public async Task<IActionResult> Csv(string? jenis, string? akun, string? status)
    {
        var (tab, account, explained) = Asked(jenis, akun, status);
        var rows = await Send(new ListDifferences(tab.Kind, account, explained, 1, ListDifferences.Everything));
        return CsvFile.Of($"selisih-{tab.Slug}.csv", rows.Rows.Select(Cells).Prepend(["tanggal", "akun", "keterangan", "catatan", "masuk", "keluar"]));
    }

    static IEnumerable<string> Cells(Difference row) =>
    [
        row.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), row.Account.ToString(CultureInfo.InvariantCulture), row.What, row.Note, .. AccountWords.InAndOut(row.Amount),
    ];

    static (DifferenceTab Tab, int? Account, bool Explained) Asked(string? kind, string? account, string? status) =>
        (DifferenceTab.Find(kind), BankAccounts.All.FirstOrDefault(a => a.Code.ToString(CultureInfo.InvariantCulture) == account)?.Code, status == Explained);
}

/// <summary>A kind of difference as the list words it.</summary>
/// <param name="OfBanks">It has a bank's account to choose by.</param>
public sealed record DifferenceTab(DifferenceKind Kind, string Slug, string Title, string Advice, bool OfBanks)
{
    public static readonly IReadOnlyList<DifferenceTab> All =
    [
        new(DifferenceKind.AtTheBank, "bank", "Di bank, tanpa jurnal", "Cocokkan dengan jurnalnya, atau jelaskan mengapa tidak ada.", true),
        new(DifferenceKind.Amounts, "jumlah", "Jumlah berbeda", "Ada jurnal yang menyebut mutasi ini dengan jumlah lain. Cari sebabnya, lalu jelaskan.", true),
        new(DifferenceKind.InTheBooks, "buku", "Di buku, tanpa mutasi", "Setelah masa tenggang bank belum mengenal jurnal ini. Tanyakan bank, atau unggah rekening koran yang kurang.", true),
        new(DifferenceKind.Reported, "midtrans", "Laporan Midtrans berbeda", "Midtrans melaporkan lain dari yang dibukukan. Tanyakan Midtrans, lalu jelaskan.", false),
        new(DifferenceKind.NotReported, "belum-dilaporkan", "Belum dilaporkan Midtrans", "Pembayaran ini belum ada di laporan penyelesaian mana pun. Unggah laporan yang kurang, atau tanyakan Midtrans.", false),
    ];

    /// <summary>The first for a word that names none.</summary>
    public static DifferenceTab Find(string? slug) => All.FirstOrDefault(t => t.Slug == slug) ?? All[0];
}

public sealed record DifferencesView(DifferenceTab Tab, int? Account, bool Explained, PageOf<Difference> Rows);

using System.Globalization;
using Komeji.Application.Legal;
using Komeji.Application.Legal.Office.Reports;
using Komeji.Domain.Legal;
using Komeji.Web.TagHelpers;

namespace Komeji.Web.Areas.Office.Reports;

/// <summary>The numbers of the report as tables whose every number leads to its rows.</summary>
static class ReportTables
{
    static readonly (string Slug, string Title, FunnelStep Step)[] Steps =
    [
        ("dibuka", "Toko dibuka", FunnelStep.Opened), ("diajukan", "Diajukan", FunnelStep.Submitted), ("diperiksa", "Diperiksa", FunnelStep.Claimed), ("disetujui", "Disetujui", FunnelStep.Approved),
    ];

    public static FunnelStep? StepOf(string? slug) => Steps.Where(s => s.Slug == slug).Select(s => (FunnelStep?)s.Step).FirstOrDefault();

    public static IEnumerable<ReportTable> Of(ReportNumbers numbers, ReportForm form) =>
        [ByRegency(numbers.Verified, form), ByForm(numbers.Verified, form), BySize(numbers.Verified, form), Funnel(numbers.Funnel, form), Waits(numbers.Waits, form), Expiring(numbers.Expiring, form)];

    static ReportTable ByRegency(IReadOnlyList<VerifiedCount> verified, ReportForm form)
    {
        var rows = verified.GroupBy(v => (v.Regency, v.Name)).OrderBy(g => g.Key.Name, StringComparer.Ordinal).Select(g =>
        {
            var register = $"/dinas/register?wilayah={g.Key.Regency}";
            return (IReadOnlyList<ReportCell>)
            [
                new(g.Key.Name, $"/dinas/laporan?{form.Query(g.Key.Regency)}"),
                ReportCell.Of(g.Sum(v => v.Shops), register),
                .. Enum.GetValues<SizeClass>().Select(size => ReportCell.Of(g.Where(v => v.Size == size).Sum(v => v.Shops), $"{register}&kelas={RegisterWords.Of(size)}")),
                ReportCell.Of(g.Where(v => v.Size is null).Sum(v => v.Shops), $"{register}&kelas={RegisterWords.Untold}"),
            ];
        });
        return new("umkm-per-wilayah", "UMKM terverifikasi per kabupaten dan kota", "Toko dengan NIB yang berlaku hari ini, menurut kelas modal usaha (PP 7/2021).",
            ["Kabupaten atau kota", "Jumlah", .. Enum.GetValues<SizeClass>().Select(DocumentNames.Of), "Belum diisi"], [.. rows]);
    }

    static ReportTable ByForm(IReadOnlyList<VerifiedCount> verified, ReportForm form) => new("umkm-per-bentuk", "UMKM terverifikasi per bentuk usaha", "Toko dengan NIB yang berlaku hari ini.", ["Bentuk usaha", "Jumlah"],
    [
        .. verified.Where(v => v.Form is not null).GroupBy(v => v.Form!.Value).OrderBy(g => g.Key).Select(g => (IReadOnlyList<ReportCell>)
            [DocumentNames.Of(g.Key), ReportCell.Of(g.Sum(v => v.Shops), $"/dinas/register?{form.Place}bentuk={g.Key.Word()}")]),
        .. Untold(verified, form),
    ]);

    static ReportTable BySize(IReadOnlyList<VerifiedCount> verified, ReportForm form) => new("umkm-per-kelas", "UMKM terverifikasi per kelas usaha", "Menurut modal usaha tanpa tanah dan bangunan (PP 7/2021).", ["Kelas usaha", "Jumlah"],
    [
        .. Enum.GetValues<SizeClass>().Select(size => (IReadOnlyList<ReportCell>)
            [DocumentNames.Of(size), ReportCell.Of(verified.Where(v => v.Size == size).Sum(v => v.Shops), $"/dinas/register?{form.Place}kelas={RegisterWords.Of(size)}")]),
        .. Untold(verified, form),
    ]);

    static IEnumerable<IReadOnlyList<ReportCell>> Untold(IReadOnlyList<VerifiedCount> verified, ReportForm form) =>
        verified.Where(v => v.Form is null).Sum(v => v.Shops) is > 0 and var count ? [["Belum diisi", ReportCell.Of(count, $"/dinas/register?{form.Place}kelas={RegisterWords.Untold}")]] : [];

    static ReportTable Funnel(Funnel funnel, ReportForm form) => new("corong-verifikasi", "Dari toko dibuka sampai disetujui", "Toko yang dibuka dalam masa ini, dan sejauh mana dokumennya sampai hari ini.",
        ["Dokumen", .. Steps.Select(s => s.Title)],
        [.. funnel.Kinds.Select(kind => (IReadOnlyList<ReportCell>)
        [
            DocumentNames.Of(kind.Kind),
            .. Steps.Select(step => ReportCell.Of(kind.Of(step.Step, funnel.Opened), $"/dinas/laporan/corong?jenis={kind.Kind.Word()}&langkah={step.Slug}&{form.Query()}")),
        ])]);

    static ReportTable Waits(IReadOnlyList<WaitCount> waits, ReportForm form) => new("waktu-tunggu", "Waktu tunggu jawaban", "Jawaban yang diberikan dalam masa ini, dalam hari kerja sejak diajukan. Batasnya lima hari kerja.",
        ["Dokumen", "Jawaban", "Separuh dalam (hari kerja)", "90 % dalam (hari kerja)", "Lewat lima hari kerja"],
        [.. waits.Select(wait =>
        {
            var rows = $"/dinas/laporan/jawaban?jenis={wait.Kind.Word()}&{form.Query()}";
            return (IReadOnlyList<ReportCell>)[DocumentNames.Of(wait.Kind), ReportCell.Of(wait.Answers, rows), new((long)wait.Median, rows), new((long)wait.Ninety, rows), ReportCell.Of(wait.Late, rows + "&lewat=ya")];
        })]);

    static ReportTable Expiring(IReadOnlyList<ExpiringCount> expiring, ReportForm form) => new("segera-berakhir", "Dokumen yang segera berakhir", "Dokumen berlaku yang masa berlakunya habis sebentar lagi; yang lebih dekat ikut dihitung di sebelah kirinya.",
        ["Dokumen", "Dalam 90 hari", "Dalam 30 hari", "Dalam 7 hari"],
        [.. expiring.Select(kind =>
        {
            string Rows(int days) => $"/dinas/laporan/berakhir?jenis={kind.Kind.Word()}&hari={days}&{form.Query()}";
            return (IReadOnlyList<ReportCell>)[DocumentNames.Of(kind.Kind), ReportCell.Of(kind.Ninety, Rows(90)), ReportCell.Of(kind.Thirty, Rows(30)), ReportCell.Of(kind.Seven, Rows(7))];
        })]);

    /// <param name="opens">The person may open papers.</param>
    public static ReportTable Shops(IEnumerable<FunnelShop> shops, string title, bool opens) => new("toko", title, "", ["Toko", "Kabupaten atau kota", "Dibuka", "Dokumen"],
        [.. shops.Select(s => (IReadOnlyList<ReportCell>)
            [new(s.Store, $"/toko/{s.Slug}"), s.Regency, Day(s.OpenedAt), s.State is { } state ? new ReportCell(StatusTagHelper.Words(state), opens ? $"/dinas/dokumen/{s.Paper!.Value.Value}" : null) : "belum ada"])]);

    public static ReportTable Answers(AnswerPage page, string title, bool opens) => new("jawaban", title, "", ["Dokumen", "Toko", "Kabupaten atau kota", "Diajukan", "Dijawab", "Hari kerja", "Jawaban", "Petugas"],
        [.. page.Rows.Rows.Select(a => (IReadOnlyList<ReportCell>)
        [
            new(DocumentNames.Of(a.Kind), opens ? $"/dinas/dokumen/{a.Paper.Value}" : null), a.Store, a.Regency, Day(a.AskedAt), Day(a.At), new((long)a.WorkingDays),
            StatusTagHelper.Words(a.Outcome), page.Names.GetValueOrDefault(a.Officer.Value, ""),
        ])]);

    public static ReportTable Papers(IEnumerable<ExpiringPaper> papers, string title, bool opens) => new("segera-berakhir", title, "", ["Dokumen", "Toko", "Kabupaten atau kota", "Status", "Berlaku sampai"],
        [.. papers.Select(p => (IReadOnlyList<ReportCell>)
            [new(DocumentNames.Of(p.Kind), opens ? $"/dinas/dokumen/{p.Paper.Value}" : null), new(p.Store, $"/toko/{p.Slug}"), p.Regency, StatusTagHelper.Words(p.State), p.ExpiresOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)])]);

    static string Day(DateTimeOffset at) => Domain.Common.Wib.DayOf(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using Komeji.Application.CallCentre;
using Komeji.Web.TagHelpers;

namespace Komeji.Web.Areas.Operations.CallCentre;

/// <summary>Tickets as a table to take away.</summary>
static class TicketTable
{
    public static readonly IReadOnlyList<string> Heads =
        ["Nomor", "Saluran", "Jenis", "Pokok", "Pelapor", "Kontak", "Pesanan", "Status", "Petugas", "Dibuka", "Batas jawaban", "Dijawab", "Batas penyelesaian", "Selesai dijawab"];

    public static IEnumerable<string> Cells(TicketRow row) =>
    [
        row.Number, CaseWords.Of(row.Channel), CaseWords.Of(row.Urgency), row.Subject, row.Caller, row.Contact, row.Order ?? "", StatusTagHelper.Words(row.State), row.Assignee ?? "",
        WaktuTagHelper.Show(row.OpenedAt), WaktuTagHelper.Show(row.AnswerBefore), At(row.FirstAnsweredAt), WaktuTagHelper.Show(row.SolveBefore), At(row.SolvedAt),
    ];

    public static IReadOnlyList<object> Objects(TicketRow row) => [.. Cells(row)];

    static string At(DateTimeOffset? at) => at is { } moment ? WaktuTagHelper.Show(moment) : "";
}

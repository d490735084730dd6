using System.Globalization;
using Komeji.Application.Notifications;
using Komeji.Domain.CallCentre;
using Komeji.Domain.Common;

namespace Komeji.Application.CallCentre;

/// <summary>What we write to people about their tickets.</summary>
static class TicketTexts
{
    static readonly CultureInfo Indonesian = new("id-ID");

    /// <param name="link">Where the person acts.</param>
    /// <returns>Null where there is nothing she has to know.</returns>
    public static Notice? Of(Ticket ticket, TicketMoved fact, string link) => fact.To switch
    {
        TicketState.New => new("Laporan Anda kami catat", $"Nomor laporan {ticket.Number}: {PlainText.Sentence(ticket.Subject)} Kami menjawab paling lambat {When(ticket.AnswerBefore)}. Sebut nomor ini bila menghubungi kami lagi.", link),
        TicketState.AwaitingCustomer => new("Kami perlu keterangan Anda", $"Tentang laporan {ticket.Number}: {PlainText.Sentence(fact.Note)} Hubungi kami lewat saluran di halaman Pengaduan dan sebut nomornya.", link),
        TicketState.Answered => new("Laporan Anda dijawab", $"Tentang laporan {ticket.Number}: {PlainText.Sentence(fact.Note)} Bila belum selesai, hubungi kami sebelum {When(ticket.ClosesAt!.Value)} dan sebut nomornya.", link),
        _ => null,
    };

    public static Notice Assigned(Ticket ticket) => new(
        "Tiket diberikan kepada Anda", $"{ticket.Number}: {PlainText.Sentence(ticket.Subject)} Batas penyelesaiannya {When(ticket.SolveBefore)}.", $"/operator/pusat-layanan/tiket/{ticket.Number}");

    static string When(DateTimeOffset at) => at.ToOffset(Wib.Offset).ToString("d MMM yyyy 'pukul' HH.mm 'WIB'", Indonesian);
}

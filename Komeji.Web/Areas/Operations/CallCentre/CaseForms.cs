using System.ComponentModel.DataAnnotations;
using Komeji.Application.CallCentre;
using Komeji.Application.Common;
using Komeji.Domain.CallCentre;

namespace Komeji.Web.Areas.Operations.CallCentre;

public sealed class NoteForm
{
    [DataType(DataType.MultilineText), Display(Name = "Catatan"), Required(ErrorMessage = "Tulis catatannya."), StringLength(CaseNote.Longest, MinimumLength = 5, ErrorMessage = "Tulis catatan 5 sampai 1.000 huruf.")]
    public string Catatan { get; set; } = "";
}

public sealed class RevealForm
{
    [Display(Name = "Data"), Required(ErrorMessage = "Pilih data yang perlu dilihat.")]
    public RevealedThing? Apa { get; set; }

    [Display(Name = "Alasan"), Required(ErrorMessage = "Tulis alasannya."), StringLength(300, MinimumLength = 5, ErrorMessage = "Tulis alasannya, 5 sampai 300 huruf.")]
    public string Alasan { get; set; } = "";
}

public sealed class WordForm
{
    [DataType(DataType.MultilineText), Display(Name = "Keterangan"), Required(ErrorMessage = "Tulis apa yang disampaikan atau ditunggu."), StringLength(Ticket.LongestWord, MinimumLength = 5, ErrorMessage = "Tulis 5 sampai 500 huruf.")]
    public string Kata { get; set; } = "";
}

public sealed class AssignForm
{
    [Display(Name = "Petugas"), Required(ErrorMessage = "Pilih petugasnya.")]
    public Guid? Petugas { get; set; }

    [Display(Name = "Pesan"), StringLength(Ticket.LongestWord, ErrorMessage = "Pesan paling banyak 500 huruf.")]
    public string? Pesan { get; set; }
}

public sealed class TicketForm
{
    [Display(Name = "Saluran"), Required(ErrorMessage = "Pilih lewat mana orangnya menghubungi.")]
    public TicketChannel? Saluran { get; set; }

    [Display(Name = "Jenis"), Required(ErrorMessage = "Pilih jenisnya.")]
    public TicketUrgency? Jenis { get; set; }

    [Display(Name = "Pokok masalah"), Required(ErrorMessage = "Tulis pokok masalahnya."), StringLength(120, MinimumLength = 5, ErrorMessage = "Tulis pokok masalahnya, 5 sampai 120 huruf.")]
    public string Pokok { get; set; } = "";

    [DataType(DataType.MultilineText), Display(Name = "Yang disampaikan"), Required(ErrorMessage = "Tulis apa yang disampaikan."), StringLength(Ticket.LongestStory, MinimumLength = 10, ErrorMessage = "Tulis apa yang disampaikan, 10 sampai 1.000 huruf.")]
    public string Cerita { get; set; } = "";

    /// <summary>Whose account it is about.</summary>
    public Guid? Orang { get; set; }

    [Display(Name = "Nomor pesanan"), StringLength(30, ErrorMessage = "Nomor pesanan seperti KMJ-20261005-K7P2QX.")]
    public string? Pesanan { get; set; }

    [Display(Name = "Nama pelapor"), StringLength(80, ErrorMessage = "Nama paling banyak 80 huruf.")]
    public string? NamaPelapor { get; set; }

    [Display(Name = "Surel atau ponsel pelapor"), StringLength(254, ErrorMessage = "Surel atau nomor ponsel terlalu panjang.")]
    public string? KontakPelapor { get; set; }

    [Display(Name = "Saya tangani sekarang")]
    public bool Ambil { get; set; }

    public OpenTicket ToRequest() => new(
        new TicketCall(Saluran!.Value, Jenis!.Value, Pokok, Cerita, NamaPelapor ?? "", KontakPelapor ?? ""), Orang, Pesanan ?? "", Ambil);
}

/// <param name="Name">Of the person it is about; null where nobody was chosen.</param>
public sealed record TicketFormView(TicketForm Form, string? Name, TicketTerms Terms);

/// <param name="Revealed">Seen with a reason, once, in the answer to the button.</param>
public sealed record CasePersonView(CasePerson Person, IReadOnlyList<RevealedLine> Revealed);

/// <inheritdoc cref="CasePersonView"/>
public sealed record CaseOrderView(CaseOrder Case, IReadOnlyList<RevealedLine> Revealed);

/// <inheritdoc cref="CasePersonView"/>
public sealed record TicketView(TicketPage Ticket, IReadOnlyList<RevealedLine> Revealed);

/// <summary>Rows of one kind, as every page of the call centre shows them.</summary>
public sealed record CaseRowsView(CasePart Part, IReadOnlyList<CaseRow> Rows);

/// <param name="Path">Of the page the notes stand on.</param>
public sealed record CaseNotesView(string Path, PageOf<CaseNoteRow> Notes);

/// <summary>What is masked on a page, and what of it was just seen.</summary>
/// <param name="Path">Of the page.</param>
/// <param name="Things">What can be asked for there.</param>
public sealed record RevealView(string Path, IReadOnlyList<RevealedThing> Things, IReadOnlyList<RevealedLine> Revealed);

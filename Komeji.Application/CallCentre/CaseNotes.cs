using Komeji.Application.Common;
using Komeji.Application.Legal.Office;
using Komeji.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.CallCentre;

/// <param name="CorrectedAt">When a newer note took its place; null while it holds.</param>
/// <param name="Corrects">It stands for an older one.</param>
public sealed record CaseNoteRow(CaseNoteId Id, string Text, string By, string Role, DateTimeOffset At, bool Corrects, DateTimeOffset? CorrectedAt);

static class CaseNotesOf
{
    /// <summary>Notes on a person, an order or a ticket, the newest first, those that were corrected too.</summary>
    public static async Task<PageOf<CaseNoteRow>> NotesOn(this IKomejiDb db, Guid subject, int page, int size, CancellationToken cancellationToken)
    {
        var notes = await db.CaseNotes.AsNoTracking().Where(n => n.SubjectId == subject).OrderByDescending(n => n.At).ThenByDescending(n => n.Id)
            .Select(n => new
            {
                n.Id,
                n.Text,
                n.WrittenBy,
                n.Role,
                n.At,
                Corrects = n.Corrects != null,
                CorrectedAt = db.CaseNotes.Where(newer => newer.Corrects == n.Id).Select(newer => (DateTimeOffset?)newer.At).FirstOrDefault(),
            }).ToPage(page, size, cancellationToken);
        var names = await db.NamesOf(notes.Rows.Select(n => (Guid?)n.WrittenBy.Value), cancellationToken);
        return notes.As(n => new CaseNoteRow(n.Id, n.Text, names.GetValueOrDefault(n.WrittenBy.Value, "petugas"), n.Role, n.At, n.Corrects, n.CorrectedAt));
    }
}

using Komeji.Application.Common;
using Komeji.Domain.CallCentre;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.CallCentre;

/// <summary>A newer note takes the place of one that says something wrong; both stay.</summary>
/// <exception cref="NotFound">No such note of this thing, or not of the call centre.</exception>
/// <exception cref="RuleBroken"><c>note.text</c>, <c>note.corrected</c>, <c>staff.own_case</c></exception>
public sealed record CorrectCaseNote(CaseSubject Subject, string Key, CaseNoteId Id, string Text) : ICommand
{
    internal sealed class Handler(IKomejiDb db, CallCentreDesk desk, TimeProvider clock) : IRequestHandler<CorrectCaseNote>
    {
        public async Task<Unit> Handle(CorrectCaseNote request, CancellationToken cancellationToken)
        {
            var thing = await desk.Find(request.Subject, request.Key, cancellationToken);
            await db.TakeTurn($"note {request.Id.Value}", cancellationToken);
            var note = await db.CaseNotes.AsNoTracking().SingleOrDefaultAsync(n => n.Id == request.Id && n.SubjectId == thing.Id, cancellationToken) ?? throw new NotFound();
            if (await db.CaseNotes.AnyAsync(n => n.Corrects == note.Id, cancellationToken))
            {
                throw new RuleBroken("note.corrected", "Catatan ini sudah diperbaiki. Perbaiki catatan yang terbaru.");
            }

            db.CaseNotes.Add(note.Correct(thing.Person, request.Text, desk.Officer(), clock.GetUtcNow()));
            return Unit.Value;
        }
    }
}

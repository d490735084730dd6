using Komeji.Application.Common;
using Komeji.Domain.CallCentre;
using MediatR;

namespace Komeji.Application.CallCentre;

/// <summary>Staff write something down about a person, an order or a ticket; only staff read it.</summary>
/// <param name="Key">The person's id, or the number of the order or ticket.</param>
/// <exception cref="NotFound">No such thing, or not of the call centre.</exception>
/// <exception cref="RuleBroken"><c>note.text</c>, <c>staff.own_case</c></exception>
public sealed record WriteCaseNote(CaseSubject Subject, string Key, string Text) : ICommand
{
    internal sealed class Handler(IKomejiDb db, CallCentreDesk desk, TimeProvider clock) : IRequestHandler<WriteCaseNote>
    {
        public async Task<Unit> Handle(WriteCaseNote request, CancellationToken cancellationToken)
        {
            var thing = await desk.Find(request.Subject, request.Key, cancellationToken);
            db.CaseNotes.Add(CaseNote.Write(thing.Subject, thing.Id, thing.Person, request.Text, desk.Officer(), clock.GetUtcNow()));
            return Unit.Value;
        }
    }
}

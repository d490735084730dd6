using Komeji.Application.Common;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Desk;

/// <summary>A notification with what became of it. Its body stays in the database: it may hold what is nobody's business.</summary>
public sealed record ShowPaymentEvent(long Id) : IQuery<PaymentEventPage>
{
    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ShowPaymentEvent, PaymentEventPage>
    {
        public async Task<PaymentEventPage> Handle(ShowPaymentEvent request, CancellationToken cancellationToken) =>
            await db.PaymentEvents.Where(e => e.Id == request.Id)
                .Select(e => new PaymentEventPage(
                    e.Id, e.Gateway, e.EventId, e.Kind, e.Outcome, e.Note, e.Tries, e.ReceivedAt, e.HandledAt, e.ClosingReason,
                    db.Users.Where(u => u.Id == e.ClosedBy).Select(u => u.FullName).FirstOrDefault() ?? ""))
                .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
    }
}

/// <param name="ClosedBy">The name of who closed it; empty while nobody has.</param>
public sealed record PaymentEventPage(
    long Id, string Gateway, string EventId, string Kind, PaymentEventOutcome Outcome, string Note, int Tries, DateTimeOffset ReceivedAt, DateTimeOffset? HandledAt, string ClosingReason, string ClosedBy);

using Komeji.Application.Common;
using Komeji.Application.Payouts.Providers;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments;

/// <summary>
/// A provider of payments or payouts notifies. What is not rightly signed is not believed; the rest is stored as it came, once per event id, and acted on
/// by <see cref="DuePaymentEvents"/>.
/// </summary>
public sealed record RecordPaymentEvent(string Gateway, string Body, string? Signature) : ICommand<PaymentEventReceipt>, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, UnitOfWork unitOfWork, Gateways gateways, PayoutGateways payers, TimeProvider clock) : IRequestHandler<RecordPaymentEvent, PaymentEventReceipt>
    {
        public async Task<PaymentEventReceipt> Handle(RecordPaymentEvent request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            if ((gateways.Named(request.Gateway)?.Read(request.Body, request.Signature, now) ?? payers.Named(request.Gateway)?.Read(request.Body, request.Signature, now)) is not { } told)
            {
                return PaymentEventReceipt.NotBelieved;
            }

            if (await IsKnown(request.Gateway, told.Id, cancellationToken))
            {
                return PaymentEventReceipt.Known;
            }

            try
            {
                await unitOfWork.Run(() => Store(request, told), cancellationToken);
                return PaymentEventReceipt.Stored;
            }
            catch (DbUpdateException) when (IsKnownNow(request.Gateway, told.Id))
            {
                // Two deliveries of one event at the same moment: the unique index let the other in.
                return PaymentEventReceipt.Known;
            }
        }

        Task Store(RecordPaymentEvent request, ProviderEvent told)
        {
            db.PaymentEvents.Add(new PaymentEvent(request.Gateway, told.Id, told.Kind, request.Body, clock.GetUtcNow()));
            return Task.CompletedTask;
        }

        Task<bool> IsKnown(string gateway, string eventId, CancellationToken cancellationToken) =>
            db.PaymentEvents.AnyAsync(e => e.Gateway == gateway && e.EventId == eventId, cancellationToken);

        bool IsKnownNow(string gateway, string eventId) => db.PaymentEvents.Any(e => e.Gateway == gateway && e.EventId == eventId);
    }
}

public enum PaymentEventReceipt
{
    /// <summary>The signature or the time is wrong, or the provider is not in use; nothing was kept.</summary>
    NotBelieved,
    Stored,

    /// <summary>Delivered before.</summary>
    Known,
}

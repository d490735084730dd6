using Komeji.Application.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Application.Notifications;

/// <summary>Both sides are reminded of the appointment.</summary>
public sealed class WhenAppointmentNear(Notifier notifier) : IReaction<AppointmentNear>
{
    public async Task Handle(Happened<AppointmentNear> happened, CancellationToken cancellationToken)
    {
        await notifier.TellBuyer(happened.Fact.OrderId, ServiceTexts.NearForBuyer, cancellationToken);
        await notifier.TellSeller(happened.Fact.OrderId, ServiceTexts.NearForSeller, cancellationToken);
    }
}

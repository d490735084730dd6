using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Ordering.Services;

/// <summary>The buyer takes the other time the shop asks for, or keeps to the one there is.</summary>
public sealed record AnswerProposal(string Number, bool Agree) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, Bookings bookings, SettingsInForce settings, ICodes codes, TimeProvider clock) : IRequestHandler<AnswerProposal>
    {
        public async Task<Unit> Handle(AnswerProposal request, CancellationToken cancellationToken)
        {
            var buyer = user.Require();
            var order = await db.Orders.BoughtBy(buyer).Load(request.Number, cancellationToken);
            if (!request.Agree)
            {
                order.DeclineTime(Actor.Buyer(buyer.Value), clock.GetUtcNow());
                return Unit.Value;
            }

            if (order.Appointment is { ProposedStart: { } start } appointment)
            {
                await bookings.Move(order.Id, appointment, start, cancellationToken);
            }

            order.AgreeToTime(Actor.Buyer(buyer.Value), order.PickupCode ?? codes.SixDigits(), await settings.OrderTerms(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

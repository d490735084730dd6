using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Complaints;

/// <summary>The buyer takes a picture out of her draft; what was submitted is evidence and stays.</summary>
/// <param name="Number">The order's.</param>
public sealed record RemoveComplaintPicture(string Number, ComplaintPictureId Picture) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user) : IRequestHandler<RemoveComplaintPicture>
    {
        public async Task<Unit> Handle(RemoveComplaintPicture request, CancellationToken cancellationToken)
        {
            var order = await db.Orders.BoughtBy(user.Require()).Load(request.Number, cancellationToken);
            await db.TakeOrderTurn(order.Id, cancellationToken);
            (await db.FindDraft(order.Id, cancellationToken))?.RemovePicture(request.Picture);
            return Unit.Value;
        }
    }
}

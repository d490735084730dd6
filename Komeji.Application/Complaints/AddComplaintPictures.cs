using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Application.Ordering;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Complaints;

/// <summary>Evidence in pictures: cleaned before the transaction, all of them or none, and kept where only the two sides and the staff see them.</summary>
/// <param name="Number">The complaint's; of a draft the order's.</param>
/// <param name="As">Null for the buyer's draft.</param>
public sealed record AddComplaintPictures(string Number, ComplaintOnlooker? As, IReadOnlyList<Stream> Uploads) : ICommand, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, ComplaintDesk desk, ICurrentUser user, IPictures pictures, IPrivateFiles files, UnitOfWork unitOfWork, TimeProvider clock)
        : IRequestHandler<AddComplaintPictures>
    {
        public async Task<Unit> Handle(AddComplaintPictures request, CancellationToken cancellationToken)
        {
            // Before any work is done for pictures that would be refused.
            var (id, by) = await Known(request, cancellationToken);
            var known = await db.Complaints.AsNoTracking().Include(c => c.Pictures).SingleAsync(c => c.Id == id, cancellationToken);
            known.CheckPictures(ComplaintMoves.SideOf(by), request.Uploads.Count);
            var cleaned = new List<Picture>();
            foreach (var upload in request.Uploads)
            {
                cleaned.Add(await pictures.Clean(upload, cancellationToken));
            }

            await files.SaveFor(
                cleaned,
                keys => unitOfWork.Run(async () => (await db.TakeComplaint(id, cancellationToken)).AddPictures(keys, by, clock.GetUtcNow()), cancellationToken),
                key => db.Complaints.AnyAsync(c => c.Pictures.Any(p => p.FileKey == key), CancellationToken.None),
                cancellationToken);
            return Unit.Value;
        }

        async Task<(ComplaintId Id, Actor By)> Known(AddComplaintPictures request, CancellationToken cancellationToken)
        {
            if (request.As is { } onlooker)
            {
                var mine = await (await desk.Visible(onlooker, cancellationToken)).Where(c => c.Number == request.Number)
                    .Select(c => new { c.Id, c.BuyerId, c.StoreId }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
                if (onlooker == ComplaintOnlooker.Staff)
                {
                    await desk.RequireNotOwn(mine.BuyerId, mine.StoreId, cancellationToken);
                }

                return (mine.Id, await desk.ActorAs(onlooker, cancellationToken));
            }

            var buyer = user.Require();
            var order = await db.Orders.BoughtBy(buyer).Where(o => o.Number == request.Number).Select(o => new { o.Id }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
            var draft = await db.Complaints.Where(c => c.OrderId == order.Id && c.State == ComplaintState.Draft).Select(c => new { c.Id }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
            return (draft.Id, Actor.Buyer(buyer.Value));
        }
    }
}

using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal;

/// <summary>Takes a scan off a paper that is being written, in turn with its being sent in; the file goes once the row is gone.</summary>
/// <exception cref="NotFound">No such scan of the person's shop.</exception>
/// <exception cref="RuleBroken"><c>legal.sent</c></exception>
public sealed record RemoveScan(ScanId Id) : ICommand<string>, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, ScanRoom room, UnitOfWork unitOfWork) : IRequestHandler<RemoveScan, string>
    {
        /// <returns>The word of the paper's kind.</returns>
        public async Task<string> Handle(RemoveScan request, CancellationToken cancellationToken)
        {
            var (kind, key) = await unitOfWork.Run(
                async () =>
                {
                    var post = await desk.At(ShopRights.Papers, cancellationToken);
                    await db.TakeTurn($"papers of {post.Id.Value}", cancellationToken);
                    var owner = post.Owner;
                    var document = await db.LegalVerifications.Include(d => d.Scans).SingleOrDefaultAsync(d => d.OwnerId == owner && d.Scans.Any(s => s.Id == request.Id), cancellationToken)
                        ?? throw new NotFound();
                    return (document.Kind, document.RemoveScan(request.Id)!);
                },
                cancellationToken);
            await room.Forget(key);
            return Domain.Legal.DocumentKinds.Word(kind);
        }
    }
}

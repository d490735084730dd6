using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Application.Ordering;
using Komeji.Application.Stores;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Komeji.Domain.Warranties;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Warranties;

/// <summary>A picture of a claim, for its two sides and the officers.</summary>
public sealed record OpenClaimPicture(ClaimPictureId Picture, OrderOnlooker Onlooker) : IQuery<OpenedPicture>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, ShopDesk desk, IPrivateFiles files) : IRequestHandler<OpenClaimPicture, OpenedPicture>
    {
        /// <exception cref="NotFound">No such picture of a claim of theirs.</exception>
        public async Task<OpenedPicture> Handle(OpenClaimPicture request, CancellationToken cancellationToken)
        {
            var key = await (await Visible(request.Onlooker, cancellationToken)).SelectMany(c => c.Pictures).Where(p => p.Id == request.Picture).Select(p => p.FileKey).SingleOrDefaultAsync(cancellationToken);
            return key is not null && await files.Open(key, cancellationToken) is { } picture ? new OpenedPicture(key, picture) : throw new NotFound();
        }

        async Task<IQueryable<WarrantyClaim>> Visible(OrderOnlooker onlooker, CancellationToken cancellationToken) => onlooker switch
        {
            OrderOnlooker.Buyer => db.WarrantyClaims.MadeBy(user.Require()),
            OrderOnlooker.Seller => db.WarrantyClaims.MadeTo(await desk.At(ShopRights.Orders, cancellationToken)),
            OrderOnlooker.Staff when user.IsIn(Roles.Operator) || user.IsIn(Roles.Finance) || user.IsIn(Roles.CallCentre) => db.WarrantyClaims.Submitted(),
            _ => throw new NotFound(),
        };
    }
}

/// <param name="Key">Its ending says what kind of picture it is.</param>
public sealed record OpenedPicture(string Key, Stream Picture);

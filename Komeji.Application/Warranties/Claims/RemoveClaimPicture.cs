using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Warranties.Claims;

/// <summary>The buyer takes a picture off a claim that was not sent yet. The file goes when nothing names it.</summary>
public sealed record RemoveClaimPicture(string Claim, ClaimPictureId Picture) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<RemoveClaimPicture>
    {
        public async Task<Unit> Handle(RemoveClaimPicture request, CancellationToken cancellationToken)
        {
            var claim = await db.WarrantyClaims.MadeBy(user.Require()).Load(request.Claim, cancellationToken);
            claim.RemovePicture(request.Picture, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

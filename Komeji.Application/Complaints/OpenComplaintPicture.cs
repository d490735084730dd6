using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Complaints;

/// <summary>A picture of the evidence, for the two sides and the staff; of a draft for its buyer alone.</summary>
/// <param name="Number">The complaint's.</param>
public sealed record OpenComplaintPicture(string Number, ComplaintOnlooker As, ComplaintPictureId Picture) : IQuery<ComplaintPhoto>
{
    internal sealed class Handler(IKomejiDb db, ComplaintDesk desk, ICurrentUser user, IPrivateFiles files) : IRequestHandler<OpenComplaintPicture, ComplaintPhoto>
    {
        /// <exception cref="NotFound">No such picture of a complaint of theirs.</exception>
        public async Task<ComplaintPhoto> Handle(OpenComplaintPicture request, CancellationToken cancellationToken)
        {
            var person = user.Require();
            var complaints = request.As == ComplaintOnlooker.Buyer ? db.Complaints.Where(c => c.BuyerId == person) : await desk.Visible(request.As, cancellationToken);
            var key = await complaints.Where(c => c.Number == request.Number).SelectMany(c => c.Pictures).Where(p => p.Id == request.Picture)
                .Select(p => p.FileKey).SingleOrDefaultAsync(cancellationToken);
            return key is not null && await files.Open(key, cancellationToken) is { } photo ? new ComplaintPhoto(key, photo) : throw new NotFound();
        }
    }
}

/// <param name="Key">Its ending says what kind of picture it is.</param>
public sealed record ComplaintPhoto(string Key, Stream Photo);

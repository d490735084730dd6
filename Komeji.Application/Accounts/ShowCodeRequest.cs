using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <param name="SentTo">Masked: who asked recognises it, others do not learn it.</param>
/// <param name="AgainAt">From then on another may be asked for.</param>
public sealed record CodeRequest(string SentTo, DateTimeOffset ExpiresAt, DateTimeOffset AgainAt);

/// <summary>Where a code went, for the page that asks for it.</summary>
/// <exception cref="NotFound">No code was asked for under this id, or long ago.</exception>
public sealed record ShowCodeRequest(Guid CodeId, CodePurpose Purpose) : IQuery<CodeRequest>
{
    internal sealed class Handler(IKomejiDb db, OneTimeCodes codes) : IRequestHandler<ShowCodeRequest, CodeRequest>
    {
        public async Task<CodeRequest> Handle(ShowCodeRequest request, CancellationToken cancellationToken)
        {
            var code = await db.OneTimeCodes.Where(c => c.Id == request.CodeId && c.Purpose == request.Purpose)
                .Select(c => new { c.Destination, c.SentAt, c.ExpiresAt }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
            return new CodeRequest(Contact.Require(code.Destination).Mask(), code.ExpiresAt, await codes.AgainAt(code.SentAt, cancellationToken));
        }
    }
}

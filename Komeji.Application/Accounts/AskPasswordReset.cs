using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <summary>Sends a reset code when the contact has an account that may sign in; the answer is the same when it has none.</summary>
/// <returns>The id the reset page works with.</returns>
/// <exception cref="RuleBroken"><c>contact.unreadable</c>, <c>code.too_many</c></exception>
public sealed record AskPasswordReset(string Contact) : ICommand<Guid>
{
    internal sealed class Handler(IKomejiDb db, OneTimeCodes codes, TimeProvider clock) : IRequestHandler<AskPasswordReset, Guid>
    {
        public async Task<Guid> Handle(AskPasswordReset request, CancellationToken cancellationToken)
        {
            var contact = Domain.Accounts.Contact.Require(request.Contact);
            var id = await db.Users.ReachedAt(contact).Where(u => u.BannedAt == null).Select(u => (Guid?)u.Id).SingleOrDefaultAsync(cancellationToken);
            var code = id is { } known
                ? await codes.Send(known, CodePurpose.ResetPassword, contact, cancellationToken)
                : await codes.Pretend(Guid.CreateVersion7(clock.GetUtcNow()), CodePurpose.ResetPassword, contact, cancellationToken);
            return code.Id;
        }
    }
}

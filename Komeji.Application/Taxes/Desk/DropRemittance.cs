using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Taxes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Taxes.Desk;

/// <summary>A remittance that was prepared is not paid after all, for instance because what is owed has changed.</summary>
/// <exception cref="RuleBroken"><c>tax.not_prepared</c>, <c>tax.drop_reason</c></exception>
public sealed record DropRemittance(TaxMonth Month, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, TaxBooks books, ICurrentUser user, TimeProvider clock) : IRequestHandler<DropRemittance>
    {
        public async Task<Unit> Handle(DropRemittance request, CancellationToken cancellationToken)
        {
            await books.TakeTurn(cancellationToken);
            var remittance = await db.TaxRemittances.Prepared(request.Month).SingleOrDefaultAsync(cancellationToken) ?? throw ConfirmRemittance.NotPrepared();
            remittance.Drop(request.Reason, user.Require(), Roles.Finance, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

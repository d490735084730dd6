using Komeji.Application.Common;
using Komeji.Application.Payments;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger;

/// <summary>
/// P19: a provider reckons in parts of a rupiah, and the books in whole ones. What the parts of all its lines add up to, less what
/// was booked of them before, is booked: nothing while it is less than a rupiah, and back when they turn.
/// </summary>
public sealed record BookRounding(string Gateway) : ICommand, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, UnitOfWork unitOfWork, Gateways gateways, TimeProvider clock) : IRequestHandler<BookRounding>
    {
        public async Task<Unit> Handle(BookRounding request, CancellationToken cancellationToken)
        {
            var gateway = gateways.Named(request.Gateway) ?? throw new NotFound();
            var statement = await gateway.Statement(cancellationToken) ?? throw new InvalidOperationException($"{gateway.Name} gave no statement.");
            var less = new Rupiah(-statement.Sum(m => m.Hundredths) / 100);
            await unitOfWork.RunAfresh(() => Book(gateway.Name, less, cancellationToken), cancellationToken);
            return Unit.Value;
        }

        /// <param name="less">By how many whole rupiah the provider holds less than the books said before any rounding.</param>
        async Task<bool> Book(string gateway, Rupiah less, CancellationToken cancellationToken)
        {
            // One look for count and sum: what another worker books meanwhile has the number this one would take.
            var keys = PostingRules.RoundingKeys(gateway);
            var booked = await db.Journals.Where(j => j.Key.StartsWith(keys)).SelectMany(j => j.Entries)
                .Where(e => e.Account == Chart.ProviderRounding.Code).Select(e => e.Amount).ToListAsync(cancellationToken);
            var rest = less - Rupiah.Sum(booked);
            if (!rest.IsZero)
            {
                db.Journals.Add(PostingRules.ProviderRounding(gateway, booked.Count + 1, rest, clock.GetUtcNow()));
            }

            return !rest.IsZero;
        }
    }
}

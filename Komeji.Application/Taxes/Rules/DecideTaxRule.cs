using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Taxes;
using MediatR;

namespace Komeji.Application.Taxes.Rules;

/// <summary>Decides a rule of tax, from today or a coming day on. What was taxed before stays as it was frozen.</summary>
/// <exception cref="RuleBroken"><c>tax.*</c></exception>
public sealed record DecideTaxRule(TaxTerms Terms, string Source, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<DecideTaxRule>
    {
        public Task<Unit> Handle(DecideTaxRule request, CancellationToken cancellationToken)
        {
            db.TaxRules.Add(TaxRule.Decide(request.Terms, request.Source, request.Reason, user.Require(), clock.GetUtcNow()));
            return Task.FromResult(Unit.Value);
        }
    }
}

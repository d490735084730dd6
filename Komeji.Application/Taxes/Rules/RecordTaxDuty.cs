using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Taxes;
using MediatR;

namespace Komeji.Application.Taxes.Rules;

/// <summary>A letter of the tax office is recorded: the cooperative is a taxable entrepreneur or collects PPh 22 from a day on, or no longer.</summary>
/// <exception cref="RuleBroken"><c>tax.letter_date</c>, <c>tax.reason</c>, <c>tax.duty_unchanged</c></exception>
public sealed record RecordTaxDuty(TaxDutyKind Kind, bool Begins, string Number, DateOnly LetterOn, DateOnly From, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, TaxesInForce taxes, ICurrentUser user, TimeProvider clock) : IRequestHandler<RecordTaxDuty>
    {
        public async Task<Unit> Handle(RecordTaxDuty request, CancellationToken cancellationToken)
        {
            if (!request.Begins && await taxes.Duty(request.Kind, cancellationToken) is null)
            {
                throw new RuleBroken("tax.duty_unchanged", "Kewajiban ini memang belum ada, jadi tidak ada yang diakhiri.");
            }

            db.TaxDuties.Add(TaxDuty.Record(request.Kind, request.Begins, request.Number, request.LetterOn, request.From, request.Reason, user.Require(), clock.GetUtcNow()));
            return Unit.Value;
        }
    }
}

using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Taxes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Taxes.Rules;

/// <summary>Every rule of tax and every letter there ever was, and which hold today. The rows are the audit: none is changed or removed.</summary>
public sealed record ShowTaxRules : IQuery<TaxRulesPage>
{
    internal sealed class Handler(IKomejiDb db, TimeProvider clock) : IRequestHandler<ShowTaxRules, TaxRulesPage>
    {
        public async Task<TaxRulesPage> Handle(ShowTaxRules request, CancellationToken cancellationToken)
        {
            var today = Wib.DayOf(clock.GetUtcNow());
            var rules = await db.TaxRules.AsNoTracking().ToListAsync(cancellationToken);
            var duties = await db.TaxDuties.AsNoTracking().ToListAsync(cancellationToken);
            var people = rules.Select(r => r.SetBy).OfType<Guid>().Concat(duties.Select(d => d.SetBy)).Distinct().ToList();
            var names = await db.Users.AsNoTracking().Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, cancellationToken);
            string Name(Guid? person) => person is { } id ? names.GetValueOrDefault(id, "administrator") : "";
            return new TaxRulesPage(
                today,
                [.. rules.OrderBy(r => r.Kind).ThenByDescending(r => r.From).ThenByDescending(r => r.Id).Select(r => new TaxRuleRow(r, TaxRule.InForce(rules, r.Kind, today) == r, Name(r.SetBy)))],
                [.. duties.OrderBy(d => d.Kind).ThenByDescending(d => d.From).ThenByDescending(d => d.Id).Select(d => new TaxDutyRow(d, TaxDuty.InForce(duties, d.Kind, today) == d, Name(d.SetBy)))]);
        }
    }
}

/// <param name="Rules">By tax, the newest first.</param>
public sealed record TaxRulesPage(DateOnly Today, IReadOnlyList<TaxRuleRow> Rules, IReadOnlyList<TaxDutyRow> Duties)
{
    public bool Has(TaxDutyKind kind) => Duties.Any(d => d.Duty.Kind == kind && d.InForce);
}

/// <param name="SetBy">Empty when it came with the product.</param>
public sealed record TaxRuleRow(TaxRule Rule, bool InForce, string SetBy);

public sealed record TaxDutyRow(TaxDuty Duty, bool InForce, string SetBy);

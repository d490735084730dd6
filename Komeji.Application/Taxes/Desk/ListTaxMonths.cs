using System.Globalization;
using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Taxes.Desk;

/// <summary>What is owed to the State for each month of a year, for finance.</summary>
/// <param name="Year">Null: this year (WIB).</param>
public sealed record ListTaxMonths(int? Year) : IQuery<TaxYear>
{
    const int FirstYear = 2020;
    const int LastYear = 2200;

    internal sealed class Handler(IKomejiDb db, SettingsInForce settings, TimeProvider clock) : IRequestHandler<ListTaxMonths, TaxYear>
    {
        public async Task<TaxYear> Handle(ListTaxMonths request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var year = request.Year is >= FirstYear and <= LastYear ? request.Year.Value : Wib.DayOf(now).Year;
            return new TaxYear(year, await db.TaxMonthsOf(string.Create(CultureInfo.InvariantCulture, $"{year}-"), settings, now, cancellationToken));
        }
    }
}

/// <param name="Months">Newest first.</param>
public sealed record TaxYear(int Year, IReadOnlyList<TaxMonthRow> Months);

using Komeji.Tests.Application.Ledger;
using Komeji.Tests.Application.Ordering;
using Komeji.Tests.Storms;
using Komeji.Tests.Web.Authorisation;
using Komeji.Tests.Web.BadInput;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Komeji.Tests.Support.LongestFirst", "Komeji.Tests")]

namespace Komeji.Tests.Support;

/// <summary>
/// What takes minutes begins first: begun last it would keep one core busy while the others wait for it. The rest comes as xunit does it,
/// in another order each time, so that no test leans on another.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    static readonly string[] Long =
    [
        "another browser", "browser",
        .. new[]
        {
            typeof(FormsMatrixTests), typeof(FuzzTests), typeof(PagesMatrixTests), typeof(KillStorm), typeof(RaceStorm), typeof(NoticeStorm), typeof(TradingStorm),
            typeof(MoneySequenceTests), typeof(StockConservationTests), typeof(OversellTests),
        }.Select(type => type.FullName!),
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(Place).ThenBy(collection => collection.UniqueID);

    static int Place(ITestCollection collection)
    {
        var place = Array.FindIndex(Long, name => collection.DisplayName.Contains(name, StringComparison.Ordinal));
        return place < 0 ? Long.Length : place;
    }
}

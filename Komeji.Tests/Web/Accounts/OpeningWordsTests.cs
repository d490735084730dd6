using Komeji.Domain.Stores;
using Komeji.Web.Areas.Account.Opening;

namespace Komeji.Tests.Web.Accounts;

public sealed class OpeningWordsTests
{
    [Fact]
    public void Only_an_open_shop_is_said_to_be_open()
    {
        foreach (var state in Enum.GetValues<StoreState>().Cast<StoreState?>().Append(null))
        {
            (OpeningWords.Title(state) + OpeningWords.About(state)).Contains("sudah buka", StringComparison.Ordinal).ShouldBe(state == StoreState.Active, $"{state}");
        }

        OpeningWords.Opened(StoreState.Active).ShouldContain("sudah buka");
        OpeningWords.Opened(StoreState.AwaitingReview).ShouldNotContain("sudah buka");
    }
}

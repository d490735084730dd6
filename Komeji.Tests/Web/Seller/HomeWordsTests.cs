using Komeji.Domain.Legal;
using Komeji.Domain.Stores;
using Komeji.Web.Areas.Seller.Home;

namespace Komeji.Tests.Web.Seller;

public sealed class HomeWordsTests
{
    [Fact]
    public void Only_a_shop_that_takes_orders_is_said_to_take_them()
    {
        foreach (var state in Enum.GetValues<StoreState>())
        {
            foreach (var nib in Enum.GetValues<NibStatus>().Cast<NibStatus?>().Append(null))
            {
                foreach (var holiday in new[] { true, false })
                {
                    (HomeWords.Standing(state, nib, holiday) == "Toko buka dan menerima pesanan.").ShouldBe(state == StoreState.Active && nib != NibStatus.Restricted && !holiday, $"{state} {nib} {holiday}");
                }
            }
        }
    }
}

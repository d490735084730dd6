using Komeji.Web.Areas.Seller.Reviews;
using Komeji.Web.Areas.Seller.Warranties;
using Komeji.Web.Setup;

namespace Komeji.Tests.Web.Setup;

public sealed class ListPlaceTests
{
    [Fact]
    public void A_place_in_a_list_is_its_search_and_its_page_and_nothing_empty()
    {
        ListPlace.Of("/pesanan", 1, ("q", ""), ("tab", null)).Address.ShouldBe("/pesanan");
        ListPlace.Of("/pesanan", 3, ("q", "dua kata & lain"), ("tab", "semua")).Address.ShouldBe("/pesanan?q=dua%20kata%20%26%20lain&tab=semua&hal=3");
        ShopCardsView.At(true, "KMJ-20261005-AAAAAA", 2).Address.ShouldBe("/penjual/garansi/kartu?kosong=true&q=KMJ-20261005-AAAAAA&hal=2");
        new ShopReviewsForm { Tampil = "belum", Bintang = "2", Hal = 2 }.ToPlace().Address.ShouldBe("/penjual/ulasan?tampil=belum&bintang=2&hal=2");
    }
}

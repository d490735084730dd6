using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Web.Payments;

public sealed class DisputePageTests
{
    /// <summary>The cooperative had borne a lost dispute, and the bank gave the money back after all.</summary>
    [Fact]
    public async Task Finance_decides_at_its_page_whose_the_money_is_that_came_back()
    {
        await using var app = await KomejiApp.Start();
        var placed = await PayPageTests.Place(app);
        var now = app.Clock.GetUtcNow();
        var dispute = Dispute.Open("sandbox", "dp_uji", "pay_uji", placed.PurchaseId, placed.Total, "fraudulent", now);
        dispute.Withdraw(placed.Total);
        dispute.Follow(DisputeState.Lost, null, now);
        dispute.BearRest(Actor.System, "Paket terbukti sampai", now);
        dispute.GetBack(placed.Total).ShouldBe(placed.Total);
        await app.Write(db =>
        {
            db.Disputes.Add(dispute);
            return Task.CompletedTask;
        });
        var address = $"/operator/sengketa/{dispute.Id.Value}";
        using var finance = await app.SignInAs("uang@contoh.id", Roles.Finance);
        var page = await finance.Get(address);
        page.Document.QuerySelectorAll("input[name=Untuk]:not([disabled])").Length.ShouldBe(1, "neither a shop nor the buyer has lost anything by it");
        (await finance.Submit(page, $"{address}/uang-kembali", ("Alasan", "Bank membatalkan keputusannya"))).Status.ShouldBe(400, "whose it is was not said");
        (await finance.Submit(page, $"{address}/uang-kembali", ("Untuk", "Shops"), ("Alasan", "Bank membatalkan keputusannya"))).Status.ShouldBe(422);
        (await finance.Submit(page, $"{address}/uang-kembali", ("Untuk", "Cooperative"), ("Alasan", "Bank membatalkan keputusannya"))).Status.ShouldBe(302);

        var after = await finance.Get(address);
        after.Document.QuerySelector("[data-testid=money-back]").ShouldBeNull();
        after.Text.ShouldContain("dana kembali kepada koperasi");
        (await app.Read(db => db.Journals.CountAsync(j => j.Key == "dispute-recovered:dp_uji"))).ShouldBe(1);
    }
}

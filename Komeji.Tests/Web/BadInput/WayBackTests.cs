using Komeji.Tests.Support;
using Komeji.Tests.Web.Authorisation;
using Komeji.Web.Setup;

namespace Komeji.Tests.Web.BadInput;

/// <summary>The address of a refused form, opened or reloaded, leads back to the page above it.</summary>
public sealed class WayBackTests
{
    /// <summary>An address that was renamed would silently lose the words of its proof.</summary>
    [Fact]
    public void Every_act_a_proof_names_is_an_address_of_the_product()
    {
        var addresses = AuthorisationTable.Rows.Select(r => string.Join('/', r.Route.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part[0] != '{'))).ToHashSet();
        ProofWords.Places.Where(place => !addresses.Contains(place)).ShouldBeEmpty();
        ProofWords.Places.Count.ShouldBeGreaterThan(40);
    }

    [Fact]
    public async Task The_address_of_a_form_leads_to_the_page_above_it_and_nothing_else_does()
    {
        await using var app = await KomejiApp.Start();
        using var siti = await app.SignInAs("siti@komeji.test");
        foreach (var (address, page) in new[]
        {
            ("/komplain/KPL-TIDAKADA/tawaran?x=1", "/komplain/KPL-TIDAKADA"), ("/pesanan/KMJ-TIDAKADA/penerimaan", "/pesanan/KMJ-TIDAKADA"),
            ("/operator/komplain/KPL-X/putusan/pratinjau", "/operator/komplain/KPL-X"), ("/checkout/hitung", "/checkout"),
        })
        {
            var answer = await siti.Get(address);
            (answer.Status, answer.Location).ShouldBe((302, page), address);
        }

        (await siti.Get("/komplain/KPL-TIDAKADA")).Status.ShouldBe(404, "whose it is, or whether it is, the page above says");
        foreach (var address in new[] { "/tidak-ada", "/tidak-ada/tawaran", "/komplain/KPL-TIDAKADA/tidak-ada", "/keluar", "/hook/midtrans" })
        {
            (await siti.Get(address)).Status.ShouldBe(404, address);
        }

        using var visitor = app.Visit();
        (await visitor.Get("/komplain/KPL-TIDAKADA/tawaran")).Status.ShouldBe(404);
    }
}

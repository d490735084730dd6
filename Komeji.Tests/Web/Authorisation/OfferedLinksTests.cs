using Komeji.Tests.Support;

namespace Komeji.Tests.Web.Authorisation;

/// <summary>Whoever works in a shop with some of its rights is offered nothing that then refuses her.</summary>
public sealed class OfferedLinksTests
{
    [Fact]
    public async Task No_link_of_a_sellers_pages_is_closed_to_whom_it_is_shown()
    {
        await using var app = await KomejiApp.Start();
        using var _ = app.CreateClient();
        var objects = await TestObjects.Make(app);
        var wrong = new List<string>();
        foreach (var identity in Identity.Staff.Append(Identity.Mentor).Append(Identity.Seller))
        {
            var visitor = await objects.Enter(identity);
            var statuses = new Dictionary<string, int>();
            foreach (var row in AuthorisationTable.Rows.Where(r => r.Method == "GET" && r.Route.StartsWith("/penjual", StringComparison.Ordinal) && r.Admits(identity)))
            {
                var address = await objects.Fill(row, identity, foreign: false, touches: false);
                var page = await visitor.Get(address);
                if (page.Status != 200)
                {
                    continue;
                }

                foreach (var link in page.Document.QuerySelectorAll("a[href^='/penjual'], a[href^='/akun'], a[href^='/mitra']").Select(a => a.GetAttribute("href")!).Distinct())
                {
                    if (!statuses.TryGetValue(link, out var status))
                    {
                        statuses[link] = status = (await visitor.Get(link)).Status;
                    }

                    if (status is 403 or 404)
                    {
                        wrong.Add($"{identity} on {row.Route}: {link}");
                    }
                }
            }
        }

        wrong.Distinct().ShouldBeEmpty();
    }
}

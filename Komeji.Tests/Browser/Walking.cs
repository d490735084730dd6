using System.Globalization;
using Komeji.Tests.Support;
using Microsoft.Playwright;

namespace Komeji.Tests.Browser;

/// <summary>
/// What people do in a browser. Each step waits until the next page answers, and then for what it needs on it: never for the
/// network to be quiet, which a page may be before anybody looks.
/// </summary>
static class Walking
{
    public static async Task Register(this IPage page, KomejiApp app, string contact)
    {
        await page.GotoAsync("/daftar");
        await page.FillAsync("#FullName", "Siti Aminah");
        await page.FillAsync("#Contact", contact);
        await page.FillAsync("#Password", KomejiApp.Password);
        await page.CheckAsync("input[name=AcceptsTerms][type=checkbox]");
        await page.ClickAsync("main form button.go");
        await page.ArriveAt("/konfirmasi");
        await page.FillAsync("#Code", await app.CodeSentTo(contact));
        await page.ClickAsync("main form button.go");
        await page.Leave("/konfirmasi");
    }

    public static async Task<IPage> SignIn(this Chromium chromium, string url, string contact, bool script)
    {
        var page = await chromium.Open(url, script: script);
        await page.GotoAsync("/masuk");
        await page.FillAsync("#Contact", contact);
        await page.FillAsync("#Password", KomejiApp.Password);
        await page.ClickAsync("main form button.go");
        await page.Leave("/masuk");
        return page;
    }

    /// <summary>From checkout to the form for an address and back.</summary>
    public static async Task AddAddress(this IPage page, bool script)
    {
        await page.GetByTestId("add-address").ClickAsync();
        await page.FillAsync("[name=Recipient]", "Siti Aminah");
        await page.FillAsync("[name=Phone]", "0812-3456-7899");
        await page.FillAsync("[name=Street]", "Jl. Melati 7");
        await page.ChooseVillage(script);
        await page.GetByTestId("save-address").ClickAsync();
        await page.ArriveAt("/checkout");
    }

    /// <summary>Looks for Tambaksari: the first match is the district; then one of its villages.</summary>
    public static async Task ChooseVillage(this IPage page, bool script)
    {
        if (script)
        {
            await page.Locator("[name=Q]").PressSequentiallyAsync("Tambaksari Surabaya");
        }
        else
        {
            await page.FillAsync("[name=Q]", "Tambaksari Surabaya");
            await page.ClickAsync("button[name=Langkah][value=cari]");
        }

        var village = page.Locator($"input[name=Kode][value='{TestRegions.Tambaksari}']").First;
        var district = page.Locator("input[name=Kode][value='35.78.10']").First;
        await district.Or(village).First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        if (await village.CountAsync() == 0)
        {
            await district.CheckAsync(new LocatorCheckOptions { Force = true });
            if (!script)
            {
                await page.Locator("button[name=Langkah]").Last.ClickAsync();
            }

            await village.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        }

        await village.CheckAsync(new LocatorCheckOptions { Force = true });
    }

    public static async Task PutInCart(this IPage page, string product)
    {
        await page.GotoAsync(product);
        await page.GetByTestId("add-to-cart").ClickAsync();
        await page.ArriveAt("/keranjang");
    }

    /// <summary>Presses a button of a form and waits until its answer, a redirect, came.</summary>
    public static Task Press(this IPage page, string button) =>
        page.RunAndWaitForResponseAsync(
            () => page.GetByTestId(button).ClickAsync(),
            answer => answer.Request is { Method: "POST", IsNavigationRequest: true });

    /// <summary>Does what makes the script exchange a part of the page, and waits until the new part is in its place and listens.</summary>
    public static async Task Exchange(this IPage page, Func<Task> act)
    {
        await page.EvaluateAsync("() => { delete document.documentElement.dataset.exchanged; document.addEventListener('htmx:afterSettle', () => document.documentElement.dataset.exchanged = '1', { once: true }); }");
        await act();
        await page.Locator("html[data-exchanged]").WaitForAsync();
    }

    public static Task ShouldSay(this IPage page, string testId, string words) =>
        Assertions.Expect(page.GetByTestId(testId).First).ToContainTextAsync(words, new LocatorAssertionsToContainTextOptions { Timeout = 15_000 });

    /// <summary>Waits for the next page; where it does not come, says what the page says instead.</summary>
    public static Task ArriveAt(this IPage page, string address) => page.ArriveWhere(u => u.Contains(address, StringComparison.Ordinal), address);

    public static Task Leave(this IPage page, string address) =>
        page.ArriveWhere(u => !u.Contains(address, StringComparison.Ordinal), "another page than " + address);

    /// <summary>
    /// Listens first and looks then, so that a page which comes in between is not missed (Playwright's own WaitForURL looks first,
    /// on another thread than the one that hears of the page).
    /// </summary>
    /// <exception cref="InvalidOperationException">The page did not come.</exception>
    public static async Task ArriveWhere(this IPage page, Func<string, bool> isThere, string where)
    {
        var there = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(object? sender, IFrame frame)
        {
            if (isThere(page.Url))
            {
                there.TrySetResult();
            }
        }

        page.FrameNavigated += Look;
        try
        {
            Look(null, page.MainFrame);
            await there.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
        catch (TimeoutException)
        {
            throw new InvalidOperationException($"Still at {page.Url}, not at {where}: {await page.InnerTextAsync("main")}");
        }
        finally
        {
            page.FrameNavigated -= Look;
        }
    }

    /// <summary>Nothing makes the page scroll sideways.</summary>
    public static async Task ShouldFit(this IPage page, string what) =>
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(page.ViewportSize!.Width, what);

    /// <summary>The amount shown, in rupiah.</summary>
    public static async Task<long> Rupiah(this ILocator holder) =>
        long.Parse(await holder.Locator("[data-rupiah]").First.GetAttributeAsync("data-rupiah") ?? "", CultureInfo.InvariantCulture);
}

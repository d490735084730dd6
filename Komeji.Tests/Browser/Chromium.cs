using Microsoft.Playwright;

namespace Komeji.Tests.Browser;

/// <summary>One browser for a collection; every test has a context of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-gpu", "--disable-component-update", "--disable-sync", "--no-first-run",
    ];

    IPlaywright? playwright;
    IBrowser? browser;

    /// <summary>Where Chromium is: as infra/test says, or where Debian puts it. Null: browser tests show as skipped, by name.</summary>
    public static string? Path { get; } =
        new[] { Environment.GetEnvironmentVariable("KOMEJI_TEST_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser" }.FirstOrDefault(File.Exists);

    public async Task InitializeAsync()
    {
        if (Path is null)
        {
            return;
        }

        playwright = await Microsoft.Playwright.Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Path, Args = Flags });
    }

    /// <summary>A small phone, 360 px wide, or a desk, 1280 px.</summary>
    public async Task<IPage> Open(string url, bool phone = true, bool script = true)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = url,
            ViewportSize = phone ? new ViewportSize { Width = 360, Height = 740 } : new ViewportSize { Width = 1280, Height = 800 },
            JavaScriptEnabled = script,
            Locale = "id-ID",
        });
        context.SetDefaultTimeout(30_000);
        var page = await context.NewPageAsync();
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        return page;
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}

/// <summary>What is walked in turn in one browser. A person's pace leaves half the machine idle, so the other half is walked beside it.</summary>
[CollectionDefinition("browser")]
public sealed class BrowserTests : ICollectionFixture<Chromium>;

[CollectionDefinition("another browser")]
public sealed class MoreBrowserTests : ICollectionFixture<Chromium>;

/// <summary>A test that needs a browser; on a machine without one it shows as skipped, by name.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.Path is null ? "No Chromium here: infra/test installs one." : null;
}

/// <summary>The same, for a test without cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.Path is null ? "No Chromium here: infra/test installs one." : null;
}

using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Komeji.Tests.Browser;

/// <summary>
/// What axe objects to on a page, by all its rules. It runs once, in the page itself, which has no frames, and brings back its objections
/// alone; the package's own way opens one more browser window for each page and carries along all that is right.
/// </summary>
static class Axe
{
    const string Objections =
        "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(v => `${v.id}: ${v.nodes.slice(0, 2).map(n => n.html).join(' | ')}`)";

    static readonly string Script = $"() => {new BundledAxeScriptProvider().GetScript()}";

    public static async Task<string[]> Faults(this IPage page)
    {
        await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(Objections);
    }
}

using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Komeji.Tests.Support;

/// <summary>A browser without a screen and without script: keeps cookies, fills in forms, follows nothing by itself.</summary>
public sealed class Visitor(HttpClient client) : IDisposable
{
    public HttpClient Http => client;

    public async Task<Page> Get(string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute));
        return await Page.Of(answer);
    }

    /// <summary>Fills in the form of the page whose action begins so, and sends it with what it held, token included.</summary>
    public async Task<Page> Submit(Page page, string action, params (string Name, string Value)[] typed)
    {
        var form = page.Document.Forms.FirstOrDefault(f => (f.GetAttribute("action") ?? "").StartsWith(action, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"No form for {action} on this page ({page.Status}): {page.Text}");
        return await Post(form.GetAttribute("action")!, [.. Held(form).Where(h => typed.All(t => t.Name != h.Name)), .. typed]);
    }

    /// <summary>Posts values as they are, such as a forged or repeated post.</summary>
    public async Task<Page> Post(string address, params (string Name, string Value)[] values)
    {
        using var content = new FormUrlEncodedContent(values.Select(v => KeyValuePair.Create(v.Name, v.Value)));
        using var answer = await client.PostAsync(new Uri(address, UriKind.RelativeOrAbsolute), content);
        return await Page.Of(answer);
    }

    /// <summary>Gets the page and follows redirects as a browser does.</summary>
    public async Task<Page> Follow(Page page)
    {
        for (var hops = 0; page.Status is 301 or 302 or 303 && hops < 10; hops++)
        {
            page = await Get(page.Location);
        }

        return page;
    }

    public async Task<Page> SignIn(string contact, string password, string? back = null) =>
        await Submit(await Get("/masuk" + (back is null ? "" : "?kembali=" + Uri.EscapeDataString(back))), "/masuk", ("Contact", contact), ("Password", password));

    /// <summary>Signed in, as the account page tells.</summary>
    public async Task<bool> IsSignedIn() => (await Get("/akun")).Status == 200;

    public void Dispose() => client.Dispose();

    static IEnumerable<(string Name, string Value)> Held(IHtmlFormElement form) => form.Elements
        .OfType<IHtmlElement>()
        .Where(e => !string.IsNullOrEmpty(e.GetAttribute("name")) && !e.HasAttribute("disabled"))
        .Select(e => (e.GetAttribute("name")!, e switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? box.Value : null,
            IHtmlInputElement { Type: "submit" or "button" or "image" or "file" } => null,
            IHtmlInputElement input => input.Value,
            IHtmlSelectElement select => select.Value,
            IHtmlTextAreaElement area => area.Value,
            _ => null,
        }))
        .Where(v => v.Item2 is not null)
        .Select(v => (v.Item1, v.Item2!));
}

/// <summary>An answer, read.</summary>
public sealed record Page(int Status, string Html, string Location, IReadOnlyList<string> SetCookies, string? RetryAfter)
{
    IHtmlDocument? document;

    /// <summary>Taken apart when it is asked for: most answers are judged by their status alone.</summary>
    public IHtmlDocument Document => document ??= new HtmlParser().ParseDocument(Html);

    /// <summary>What a person reads on it.</summary>
    public string Text => string.Join(' ', (Document.QuerySelector("main") ?? (IElement?)Document.Body)?.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? []);

    public static async Task<Page> Of(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync();
        var location = answer.Headers.Location is { } to ? (to.IsAbsoluteUri ? to.PathAndQuery : to.OriginalString) : "";
        return new Page(
            (int)answer.StatusCode,
            html,
            location,
            answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : [],
            answer.Headers.RetryAfter?.ToString());
    }
}

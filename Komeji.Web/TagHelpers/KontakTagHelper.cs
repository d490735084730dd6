using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Komeji.Web.TagHelpers;

/// <summary><c>&lt;kontak text="…" /&gt;</c>: each number, mail and web address in a text can be pressed; a number after the word WhatsApp opens a talk there.</summary>
[HtmlTargetElement("kontak", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed partial class KontakTagHelper : TagHelper
{
    public string Text { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var written = 0;
        foreach (Match found in Reachable().Matches(Text))
        {
            var way = found.Groups["number"] is { Success: true } number ? number : found;
            output.Content.Append(Text[written..way.Index]);
            output.Content.AppendHtml(Link(way.Value, Address(found, way.Value)));
            written = way.Index + way.Length;
        }

        output.Content.Append(Text[written..]);
    }

    static string Address(Match found, string words) =>
        found.Groups["mail"].Success ? "mailto:" + words
        : found.Groups["web"].Success ? words
        : found.Groups["whatsapp"].Success ? "https://wa.me/" + International(words)
        : "tel:+" + International(words);

    /// <summary>With the country's number in front: <c>62315550126</c>.</summary>
    static string International(string number)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        return digits.StartsWith('0') ? "62" + digits[1..] : digits;
    }

    static TagBuilder Link(string words, string address)
    {
        var link = new TagBuilder("a") { Attributes = { ["href"] = address } };
        link.InnerHtml.Append(words);
        return link;
    }

    [GeneratedRegex(@"(?<mail>[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+)|(?<web>https?://[^\s,;]*[^\s,;.])|(?<whatsapp>WhatsApp:? )?(?<number>[(+]?[0-9][0-9() .-]{6,}[0-9])", RegexOptions.NonBacktracking)]
    private static partial Regex Reachable();
}

using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Komeji.Web.TagHelpers;

/// <summary><c>&lt;errors /&gt;</c> on top of a form: what has to be mended, each with a link to its field; a refusal of several lines is several. Nothing when all is well.</summary>
[HtmlTargetElement("errors", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorsTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ModelState
            .SelectMany(field => field.Value!.Errors.SelectMany(e => e.ErrorMessage.Split('\n')).Select(line => (field.Key, Text: line)))
            .Where(e => e.Text.Length > 0).Distinct().ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"errors {output.Attributes["class"]?.Value}".TrimEnd());
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("data-testid", "errors");
        var title = new TagBuilder("b");
        title.InnerHtml.Append(errors.Count == 1 ? "Periksa isian berikut." : $"Periksa {errors.Count} isian berikut.");
        output.Content.AppendHtml(title);
        var list = new TagBuilder("ul");
        foreach (var (key, text) in errors)
        {
            list.InnerHtml.AppendHtml(Item(key, text));
        }

        output.Content.AppendHtml(list);
    }

    static TagBuilder Item(string key, string text)
    {
        var item = new TagBuilder("li");
        if (key.Length == 0)
        {
            item.InnerHtml.Append(text);
            return item;
        }

        var link = new TagBuilder("a") { Attributes = { ["href"] = "#" + TagBuilder.CreateSanitizedId(key, "_") } };
        link.InnerHtml.Append(text);
        item.InnerHtml.AppendHtml(link);
        return item;
    }
}

using System.Net;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Komeji.Web.TagHelpers;

/// <summary>
/// A form whose post was refused and that is shown again in the answer: plain fields in it hold what was typed, and what it was folded
/// into is open. Fields written with <c>field</c> or <c>asp-for</c> hold theirs by themselves.
/// </summary>
[HtmlTargetElement("form", Attributes = "action, [method=post]")]
public sealed class RefusedFormTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Init(TagHelperContext context)
    {
        if (!IsRefused(PlainAttribute.Of(context.AllAttributes["action"])))
        {
            return;
        }

        context.Items[typeof(IFormCollection)] = ViewContext.HttpContext.Request.Form;
        if (context.Items.TryGetValue(typeof(Fold), out var fold))
        {
            ((Fold)fold).Open();
        }
    }

    bool IsRefused(string action)
    {
        var request = ViewContext.HttpContext.Request;
        return !ViewContext.ModelState.IsValid && HttpMethods.IsPost(request.Method) && request.HasFormContentType && request.Path.Equals(action, StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>A fold around forms; open when one of them was refused.</summary>
[HtmlTargetElement("details")]
public sealed class FoldTagHelper : TagHelper
{
    readonly Fold fold = new();

    public override void Init(TagHelperContext context)
    {
        fold.Outer = context.Items.TryGetValue(typeof(Fold), out var outer) ? (Fold)outer : null;
        context.Items[typeof(Fold)] = fold;
    }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        await output.GetChildContentAsync();
        if (fold.IsOpen)
        {
            output.Attributes.SetAttribute("open", "open");
        }
    }
}

sealed class Fold
{
    public Fold? Outer { get; set; }

    public bool IsOpen { get; private set; }

    public void Open()
    {
        IsOpen = true;
        Outer?.Open();
    }
}

/// <summary>A plain field of a refused form. What is hidden or secret is as the page says; a file has to be chosen again, and the page tells so; a code that was refused is asked for anew.</summary>
[HtmlTargetElement("input", Attributes = "name", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("textarea", Attributes = "name")]
public sealed class TypedTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.TryGetValue(typeof(IFormCollection), out var form) || PlainAttribute.Of(output.Attributes["autocomplete"]) == "one-time-code")
        {
            return;
        }

        var name = PlainAttribute.Of(output.Attributes["name"]);
        var typed = ((IFormCollection)form)[name];
        switch (output.TagName == "textarea" ? output.TagName : PlainAttribute.Of(output.Attributes["type"]))
        {
            case "textarea":
                output.Content.SetHtmlContent("\n").Append(typed.ToString()); // a browser drops the first line's end
                break;
            case "checkbox" or "radio":
                Check(output, typed.Contains(output.Attributes["value"] is { } value ? PlainAttribute.Of(value) : "on"));
                break;
            case "file" when ((IFormCollection)form).Files.Any(f => f.Name == name && f.Length > 0):
                output.PostElement.AppendHtml($"<p class=\"small bad-text\">Pilih lagi {(PlainAttribute.Of(output.Attributes["accept"]).StartsWith("image/", StringComparison.Ordinal) ? "fotonya" : "berkasnya")}: yang tadi belum tersimpan.</p>");
                break;
            case not ("hidden" or "password" or "file" or "submit"):
                output.Attributes.SetAttribute("value", typed.ToString());
                break;
        }
    }

    static void Check(TagHelperOutput output, bool isChosen)
    {
        output.Attributes.RemoveAll("checked");
        if (isChosen)
        {
            output.Attributes.SetAttribute("checked", "checked");
        }
    }
}

/// <summary>A plain choice of a refused form.</summary>
[HtmlTargetElement("select", Attributes = "name")]
public sealed class ChosenTagHelper : TagHelper
{
    public override void Init(TagHelperContext context)
    {
        if (context.Items.TryGetValue(typeof(IFormCollection), out var form))
        {
            context.Items[typeof(ChosenTagHelper)] = ((IFormCollection)form)[PlainAttribute.Of(context.AllAttributes["name"])].ToString();
        }
    }
}

/// <summary>One of a plain choice.</summary>
[HtmlTargetElement("option", Attributes = "value")]
public sealed class ChosenOptionTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.TryGetValue(typeof(ChosenTagHelper), out var chosen))
        {
            return;
        }

        output.Attributes.RemoveAll("selected");
        if (PlainAttribute.Of(output.Attributes["value"]) == (string)chosen)
        {
            output.Attributes.SetAttribute("selected", "selected");
        }
    }
}

static class PlainAttribute
{
    /// <summary>An attribute's text; what Razor wrote for the page is read back.</summary>
    public static string Of(TagHelperAttribute? attribute) => WebUtility.HtmlDecode(attribute?.Value?.ToString() ?? "");
}

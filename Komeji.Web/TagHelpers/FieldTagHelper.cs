using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Komeji.Domain.Common;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Komeji.Web.TagHelpers;

/// <summary>
/// <c>&lt;field for="Name" label="Nama" hint="..." /&gt;</c>: label, hint, control and error tied together, with what was typed kept.
/// <c>type</c> is any input type, or <c>textarea</c>, <c>select</c> (with <c>items</c>), <c>checkbox</c>; <c>prefix</c> and
/// <c>suffix</c> stand beside the control. Further attributes go to the control, <c>class</c> to the box around it. What the
/// element contains comes after the control.
/// </summary>
[HtmlTargetElement("field", Attributes = "for")]
public sealed class FieldTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public required ModelExpression For { get; set; }

    public string? Label { get; set; }

    public string? Hint { get; set; }

    public string Type { get; set; } = "text";

    public string? Prefix { get; set; }

    public string? Suffix { get; set; }

    /// <summary>Null: required when the form says so.</summary>
    public bool? Required { get; set; }

    public IEnumerable<SelectListItem>? Items { get; set; }

    string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    string Id => TagBuilder.CreateSanitizedId(Name, "_");

    bool IsRequired => Required ?? For.Metadata.ValidatorMetadata.OfType<RequiredAttribute>().Any();

    string? Error => ViewContext.ModelState.TryGetValue(Name, out var entry) ? entry.Errors.FirstOrDefault(e => e.ErrorMessage.Length > 0)?.ErrorMessage : null;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var after = await output.GetChildContentAsync();
        var passed = output.Attributes.Where(a => a.Name != "class").ToList();
        var box = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.Clear();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"field {box}".TrimEnd());
        var control = Control(passed);
        if (Type == "checkbox")
        {
            output.Content.AppendHtml(CheckLine(control));
            AppendHint(output);
        }
        else
        {
            output.Content.AppendHtml(LabelLine());
            AppendHint(output);
            output.Content.AppendHtml(Affixed(control));
        }

        output.Content.AppendHtml(after);
        var error = new TagBuilder("p") { Attributes = { ["class"] = "error", ["id"] = Id + "-e" } };
        error.InnerHtml.Append(Error ?? "");
        output.Content.AppendHtml(error);
    }

    TagBuilder LabelLine()
    {
        var label = new TagBuilder("label") { Attributes = { ["for"] = Id } };
        label.InnerHtml.Append(Label ?? For.Metadata.GetDisplayName());
        if (IsRequired)
        {
            label.InnerHtml.AppendHtml(" <span class=\"req\">wajib</span>");
        }

        return label;
    }

    void AppendHint(TagHelperOutput output)
    {
        if (Hint is not null)
        {
            var hint = new TagBuilder("p") { Attributes = { ["class"] = "hint", ["id"] = Id + "-h" } };
            hint.InnerHtml.Append(Hint);
            output.Content.AppendHtml(hint);
        }
    }

    TagBuilder Control(IEnumerable<TagHelperAttribute> passed)
    {
        var control = Type switch
        {
            "textarea" => new TagBuilder("textarea"),
            "select" => new TagBuilder("select"),
            _ => new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing, Attributes = { ["type"] = Type } },
        };
        control.Attributes["id"] = Id;
        control.Attributes["name"] = Name;
        foreach (var attribute in passed)
        {
            control.Attributes[attribute.Name] = attribute.Value is HtmlString raw ? raw.Value : attribute.Value?.ToString() ?? "";
        }

        Limit(control);
        Describe(control);
        Fill(control);
        return control;
    }

    void Limit(TagBuilder control)
    {
        if (IsRequired && Type != "checkbox")
        {
            control.Attributes.TryAdd("required", "required");
        }

        var most = For.Metadata.ValidatorMetadata.Select(v => v switch { StringLengthAttribute s => s.MaximumLength, MaxLengthAttribute m => m.Length, _ => 0 }).FirstOrDefault(l => l > 0);
        if (most > 0 && Type is not ("select" or "number" or "checkbox"))
        {
            control.Attributes.TryAdd("maxlength", most.ToString(CultureInfo.InvariantCulture));
        }
    }

    void Describe(TagBuilder control)
    {
        var described = string.Join(' ', new[] { Hint is null ? null : Id + "-h", Error is null ? null : Id + "-e" }.Where(i => i is not null));
        if (described.Length > 0)
        {
            control.Attributes["aria-describedby"] = described;
        }

        if (Error is not null)
        {
            control.Attributes["aria-invalid"] = "true";
        }
    }

    void Fill(TagBuilder control)
    {
        switch (Type)
        {
            case "textarea":
                // A browser drops the first line break of a textarea, so one of ours goes before what was typed.
                control.InnerHtml.AppendHtml("\n").Append(Typed());
                break;
            case "select":
                foreach (var item in Items ?? [])
                {
                    control.InnerHtml.AppendHtml(Option(item));
                }

                break;
            case "checkbox":
                control.Attributes["value"] = "true";
                if (Typed().Split(',').Contains("true", StringComparer.OrdinalIgnoreCase))
                {
                    control.Attributes["checked"] = "checked";
                }

                break;
            case "password" or "file":
                break;
            default:
                control.Attributes.TryAdd("value", Typed());
                break;
        }
    }

    TagBuilder Option(SelectListItem item)
    {
        var option = new TagBuilder("option") { Attributes = { ["value"] = item.Value ?? "" } };
        if ((item.Value ?? "") == Typed() || (item.Selected && Typed().Length == 0))
        {
            option.Attributes["selected"] = "selected";
        }

        option.InnerHtml.Append(item.Text);
        return option;
    }

    /// <summary>What the person typed, else what the model holds.</summary>
    string Typed() => ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.RawValue is not null
        ? entry.AttemptedValue ?? ""
        : For.Model switch
        {
            null => "",
            Rupiah rupiah => rupiah.IsZero ? "" : rupiah.ToString()[2..],
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            bool yes => yes ? "true" : "false",
            IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
            var value => value.ToString() ?? "",
        };

    IHtmlContent Affixed(TagBuilder control)
    {
        if (Prefix is null && Suffix is null)
        {
            return control;
        }

        var affix = new TagBuilder("div") { Attributes = { ["class"] = "affix" } };
        AppendAffix(affix, Prefix);
        affix.InnerHtml.AppendHtml(control);
        AppendAffix(affix, Suffix);
        return affix;
    }

    static void AppendAffix(TagBuilder affix, string? text)
    {
        if (text is not null)
        {
            var part = new TagBuilder("span");
            part.InnerHtml.Append(text);
            affix.InnerHtml.AppendHtml(part);
        }
    }

    TagBuilder CheckLine(TagBuilder control)
    {
        var line = new TagBuilder("label") { Attributes = { ["class"] = "check" } };
        line.InnerHtml.AppendHtml(control);
        var words = new TagBuilder("span");
        words.InnerHtml.Append(Label ?? For.Metadata.GetDisplayName());
        line.InnerHtml.AppendHtml(words);
        return line;
    }
}

using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Komeji.Domain.Common;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Komeji.Web.Setup;

/// <summary>
/// Every text of every form, address and list comes through here (<see cref="PlainText"/>), so no form can forget it. A text that
/// cannot be kept is told at its field. Several lines are for what is marked as <see cref="DataType.MultilineText"/>; a
/// <see cref="DataType.Password"/> is left exactly as it was typed.
/// </summary>
public sealed class TextBinder : IModelBinder
{
    public const string Refusal = "Ada karakter tersembunyi yang tidak bisa disimpan. Hapus isian ini, lalu ketik ulang.";

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var value = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (value == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, value);
        var metadata = bindingContext.ModelMetadata;
        var text = Read(value.FirstValue ?? "", metadata.DataTypeName);
        if (text is null)
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, Refusal);
        }

        bindingContext.Result = ModelBindingResult.Success(string.IsNullOrWhiteSpace(text) && metadata.ConvertEmptyStringToNull ? Nothing(metadata) : text ?? "");
        return Task.CompletedTask;
    }

    /// <summary>Null only where the code says that there may be none: not for the place in an address, nor within a list.</summary>
    static string? Nothing(ModelMetadata metadata) => metadata.IsRequired || metadata.MetadataKind == ModelMetadataKind.Type ? "" : null;

    static string? Read(string typed, string? kind) => kind switch
    {
        nameof(DataType.Password) => PlainText.CanBeKept(typed) ? typed : null,
        nameof(DataType.MultilineText) => PlainText.Read(typed, lines: true),
        _ => PlainText.Read(typed),
    };
}

/// <summary>Whole numbers, in whatever digits they are written.</summary>
public sealed class WholeNumberBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var value = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (value == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, value);
        var metadata = bindingContext.ModelMetadata;
        var typed = PlainText.Figures(value.FirstValue ?? "").Trim();
        if (typed.Length == 0 && metadata.IsReferenceOrNullableType)
        {
            bindingContext.Result = ModelBindingResult.Success(null);
        }
        else if (Number(typed, metadata.UnderlyingOrModelType) is { } number)
        {
            bindingContext.Result = ModelBindingResult.Success(number);
        }
        else
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, Words(typed, metadata));
        }

        return Task.CompletedTask;
    }

    static object? Number(string text, Type type) => type == typeof(int)
        ? int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var small) ? small : null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    static string Words(string typed, ModelMetadata metadata) => metadata.ModelBindingMessageProvider switch
    {
        var words when typed.Length == 0 => words.ValueMustNotBeNullAccessor(typed),
        var words when metadata.Name is null => words.NonPropertyValueMustBeANumberAccessor(),
        var words => words.ValueMustBeANumberAccessor(metadata.GetDisplayName()),
    };
}

/// <summary>A box that is ticked or not. What is neither counts as not ticked, also where the form is shown again.</summary>
public sealed class TickBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var value = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (value == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        if (bool.TryParse(value.FirstValue, out var ticked))
        {
            bindingContext.ModelState.SetModelValue(bindingContext.ModelName, value);
            bindingContext.Result = ModelBindingResult.Success(ticked);
        }
        else
        {
            bindingContext.ModelState.SetModelValue(bindingContext.ModelName, new ValueProviderResult(bool.FalseString));
            bindingContext.Result = ModelBindingResult.Success(false);
        }

        return Task.CompletedTask;
    }
}

public sealed class PlainTextBinders : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.UnderlyingOrModelType switch
    {
        // A body or a header has a reader of its own.
        _ when context.BindingInfo.BindingSource is { } source && (source == BindingSource.Body || source == BindingSource.Header) => null,
        var type when type == typeof(string) => new TextBinder(),
        var type when type == typeof(int) || type == typeof(long) => new WholeNumberBinder(),
        var type when type == typeof(bool) => new TickBinder(),
        _ => null,
    };
}

public static class PlainAddresses
{
    /// <summary>An address with a character in it that no text can hold names nothing there is, whatever would look for it.</summary>
    public static void UsePlainAddresses(this WebApplication app) => app.Use((context, next) =>
    {
        if (PlainText.Read(context.Request.Path.Value ?? "") is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return next(context);
    });
}

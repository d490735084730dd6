using Komeji.Domain.Common;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Komeji.Web.Setup;

/// <summary>Reads amounts as people type them; what could mean two amounts is refused with an example.</summary>
public sealed class RupiahBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var value = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, value);
        var text = value.FirstValue;
        if (string.IsNullOrWhiteSpace(text))
        {
            return Task.CompletedTask;
        }

        if (Rupiah.TryParse(text, out var rupiah))
        {
            bindingContext.Result = ModelBindingResult.Success(rupiah);
        }
        else
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, "Tulis jumlah rupiah bulat, misalnya 25.500 atau 25500.");
        }

        return Task.CompletedTask;
    }
}

public sealed class RupiahBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(Rupiah) ? new RupiahBinder() : null;
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Komeji.Web.Setup;

/// <summary>Closed by default: every controller belongs to an area, and the area decides who may enter.</summary>
public sealed class AreaConvention : IControllerModelConvention
{
    public void Apply(ControllerModel controller)
    {
        if (!controller.RouteValues.TryGetValue("area", out var area) || area is null)
        {
            throw new InvalidOperationException($"{controller.ControllerName}Controller has no area: say who is looking.");
        }

        foreach (var selector in controller.Selectors)
        {
            selector.EndpointMetadata.Add(new AuthorizeAttribute(Access.PolicyOf(area)));
        }
    }
}

using System.CommandLine;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;

namespace Komeji.Web.CommandLine;

static class RoutesVerb
{
    public static Command Of(IServiceProvider services, IReadOnlyList<Endpoint> endpoints)
    {
        var verb = new Command("routes", "Prints every endpoint with who may use it, as JSON.");
        verb.SetAction(async (call, _) =>
        {
            await call.PrintJson(await RouteTable.Of(endpoints, services.GetRequiredService<IAuthorizationPolicyProvider>()));
            return 0;
        });
        return verb;
    }
}

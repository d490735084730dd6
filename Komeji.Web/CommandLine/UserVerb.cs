using System.CommandLine;
using Komeji.Application.Accounts;
using Komeji.Application.Accounts.SecondFactors;
using Komeji.Application.Common;
using MediatR;

namespace Komeji.Web.CommandLine;

static class UserVerb
{
    public static Command Of(IServiceProvider services)
    {
        var email = new Option<string>("--email") { Required = true, Description = "Where the administrator is reached." };
        var create = new Command("create-admin", "Makes the first administrator and prints a link that sets the password, once, within the hour.") { email };
        create.SetAction(async (call, stop) =>
        {
            await services.RequireMigrated(stop);
            await using var scope = services.CreateAsyncScope();
            var page = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new CreateFirstAdmin(call.GetValue(email)!), stop);
            await call.InvocationConfiguration.Output.WriteLineAsync(scope.ServiceProvider.GetRequiredService<SiteAddress>().Of(page));
            return 0;
        });
        return new Command("user", "People.") { create, ResetSecondFactor(services) };
    }

    static Command ResetSecondFactor(IServiceProvider services)
    {
        var contact = new Option<string>("--email") { Required = true, Description = "E-mail or number the person signs in with." };
        var reset = new Command("reset-second-factor", "Takes a lost second factor off at once, ends every session, and tells the person.") { contact };
        reset.SetAction(async (call, stop) =>
        {
            await services.RequireMigrated(stop);
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ResetSecondFactor(call.GetValue(contact)!), stop);
            await call.InvocationConfiguration.Output.WriteLineAsync("The second factor is off. A member of staff sets up a new one at the next sign-in.");
            return 0;
        });
        return reset;
    }
}

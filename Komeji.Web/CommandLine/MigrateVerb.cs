using System.CommandLine;
using Komeji.Persistence;

namespace Komeji.Web.CommandLine;

static class MigrateVerb
{
    public static Command Of(IServiceProvider services)
    {
        var verb = new Command("migrate", "Brings the database up to date and prints the versions applied.");
        verb.SetAction(async (call, stop) =>
        {
            await using var scope = services.CreateAsyncScope();
            var applied = await scope.ServiceProvider.GetRequiredService<KomejiDb>().BringUpToDate(stop);
            foreach (var version in applied.DefaultIfEmpty("up to date"))
            {
                await call.InvocationConfiguration.Output.WriteLineAsync(version);
            }

            return 0;
        });
        return verb;
    }
}

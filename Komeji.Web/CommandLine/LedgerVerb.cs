using System.CommandLine;
using Komeji.Application.Ledger;
using Komeji.Application.Ledger.Days;
using MediatR;

namespace Komeji.Web.CommandLine;

static class LedgerVerb
{
    public static Command Of(IServiceProvider services)
    {
        var verify = new Command("verify", "Checks every money invariant and prints the result as JSON; exit code 1 when one fails.");
        verify.SetAction(async (call, stop) =>
        {
            await services.RequireMigrated(stop);
            await using var scope = services.CreateAsyncScope();
            var report = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new VerifyLedger(), stop);
            await call.PrintJson(new { report.Ok, report.Checks });
            return report.Ok ? 0 : 1;
        });
        var rebuild = new Command("rebuild", "Makes the kept totals and balances of closed days anew from the journals and prints how many days; the chain of days is not touched.");
        rebuild.SetAction(async (call, stop) =>
        {
            await services.RequireMigrated(stop);
            await using var scope = services.CreateAsyncScope();
            var days = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RebuildDayBooks(), stop);
            await call.PrintJson(new { days });
            return 0;
        });
        return new Command("ledger", "The books.") { verify, rebuild };
    }
}

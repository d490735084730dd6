using System.CommandLine;
using Komeji.Application.Ledger;
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
        return new Command("ledger", "The books.") { verify };
    }
}

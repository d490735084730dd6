using Komeji.Persistence.Common;
using Komeji.Web.Setup;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Storms;

/// <summary>The twin of every outage: what the machine refuses is taken for a fault of the program.</summary>
sealed class TakesOutagesForFaults : Unavailable
{
    public static void AddTo(IServiceCollection services) => services.AddSingleton<Unavailable, TakesOutagesForFaults>();

    protected override Outage Of(Exception fault) => Outage.None;
}

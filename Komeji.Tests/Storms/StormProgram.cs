namespace Komeji.Tests.Storms;

/// <summary>
/// The tests run as a program: a process of a storm that must be more than the product as it is built. <see cref="Product"/> and
/// <see cref="SweepProcess"/> start it.
/// </summary>
static class StormProgram
{
    public const string KnownBad = "known-bad";
    public const string Sweep = "sweep";

    static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case [KnownBad, var guards]:
                await KnownBadProduct.Run(guards);
                return 0;
            case [Sweep, var job, var at, .. var guards]:
                await SweepProcess.Run(job, at, guards);
                return 0;
            default:
                await Console.Error.WriteLineAsync("Storms start this program; there is nothing in it to use by hand.");
                return 2;
        }
    }
}

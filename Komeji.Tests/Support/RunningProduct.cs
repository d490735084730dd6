using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Komeji.Tests.Support;

/// <summary>The product as a process of its own, so that its memory can be measured and nothing of the test is in it.</summary>
public sealed class RunningProduct : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    readonly Process process;

    RunningProduct(Process process, string url) => (this.process, Url) = (process, url);

    public string Url { get; }

    /// <summary>The most it has had in memory at once, in bytes.</summary>
    public long PeakMemory
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    public bool IsAlive => !process.HasExited;

    /// <param name="settings">As environment names write them: <c>Komeji__DataDirectory</c>.</param>
    public static async Task<RunningProduct> Start(params (string Name, string Value)[] settings)
    {
        var url = "http://127.0.0.1:" + FreePort().ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Komeji.Web.dll"), "--urls", url, "--contentRoot", AppContext.BaseDirectory])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings.Concat([("Komeji__BaseUrl", url), ("Logging__LogLevel__Default", "Critical")]))
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var product = new RunningProduct(process, url);
        await product.IsReady();
        return product;
    }

    async Task IsReady()
    {
        using var client = new HttpClient { BaseAddress = new Uri(Url), Timeout = Patience };
        for (var started = TimeProvider.System.GetTimestamp(); ;)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (IsAlive && TimeProvider.System.GetElapsedTime(started) < Patience)
            {
                // It is still starting.
            }

            IsAlive.ShouldBeTrue("the product ended at its start");
            await Task.Delay(100);
        }
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (IsAlive)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }
}

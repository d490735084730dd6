using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Komeji.Tests.Support;

namespace Komeji.Bench.Pages;

/// <summary>A server of this bench, as a process of its own on a free port.</summary>
public sealed class Site : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    readonly Process process;

    Site(Process process, string url, TimeSpan readyAfter) => (this.process, Url, ReadyAfter) = (process, url, readyAfter);

    public string Url { get; }

    /// <summary>From the start of the process to the first good answer of the address asked.</summary>
    public TimeSpan ReadyAfter { get; }

    /// <summary>What it holds of the machine's memory now, in MB (10⁶ bytes).</summary>
    public double ResidentMegabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>The program published to a folder, on the data of another; a demo market where there is none yet.</summary>
    /// <param name="settings">Further ones, as <c>("Komeji__Role", "web")</c>.</param>
    public static Task<Site> Komeji(string program, string data, params (string Name, string Value)[] settings) =>
        Start("/health/ready", [Path.Combine(program, "Komeji.Web.dll"), "--contentRoot", program],
            [("ASPNETCORE_ENVIRONMENT", "Development"), ("Komeji__DataDirectory", data), ("Komeji__SearchesPerMinute", "100000000"), .. settings]);

    /// <summary>Its pages and hooks alone, on a database that is prepared, with Stripe at an address of this machine.</summary>
    public static Task<Site> AtStripe(string program, string data, string database, Uri stripe) => Komeji(
        program, data,
        ("ConnectionStrings__Komeji", database), ("Komeji__Demo", "false"), ("Komeji__Role", "web"), ("Komeji__Jobs", "false"), ("Komeji__SignInPostsPerMinute", "100000"),
        ("Logging__LogLevel__Default", "Error"), ("Payments__Gateway", "Stripe"), ("Payments__Stripe__ApiBase", stripe.ToString()),
        ("Payments__Stripe__SecretKey", StripeKeys.Secret), ("Payments__Stripe__WebhookSecrets", string.Join(',', StripeKeys.Webhook)));

    /// <summary>A bare server that answers these addresses from memory with what the other site answers.</summary>
    public static Task<Site> Memory(Site like, string addresses) =>
        Start("/", [typeof(Site).Assembly.Location, MemoryServer.Verb, like.Url, addresses]);

    static async Task<Site> Start(string ready, string[] arguments, params (string Name, string Value)[] environment)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_URLS"] = url;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var began = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var complaints = process.StandardError.ReadToEndAsync();
        using var http = new HttpClient();
        while (Stopwatch.GetElapsedTime(began) < Patience && !process.HasExited)
        {
            if (await Answers(http, url + ready))
            {
                return new Site(process, url, Stopwatch.GetElapsedTime(began));
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }

        process.Kill(entireProcessTree: true);
        throw new InvalidOperationException($"{arguments[0]} does not answer at {ready}: {await complaints}");
    }

    static async Task<bool> Answers(HttpClient http, string address)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(address));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}

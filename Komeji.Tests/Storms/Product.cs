using System.Collections.Concurrent;
using System.Diagnostics;
using Komeji.Tests.Support;

namespace Komeji.Tests.Storms;

/// <summary>The product as it was built, in a process of its own on a free port, so that it can be killed as machines kill.</summary>
sealed class Product : IAsyncDisposable
{
    const string Listening = "Now listening on: ";

    /// <summary>For a start on a machine that is busy with other things; a storm does not measure it.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    static readonly ConcurrentDictionary<Product, bool> Running = new();

    readonly Process process;
    readonly ConcurrentQueue<string> said = new();
    readonly TaskCompletionSource<string> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    bool disposed;

    Product(Process process) => this.process = process;

    /// <summary>A run of tests that ends early leaves no process behind.</summary>
    static Product() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var (left, _) in Running)
        {
            left.process.Kill();
        }
    };

    public string Url { get; private set; } = "";

    /// <summary>The last it said, for the message of a test that fails.</summary>
    public string Said => string.Join('\n', said.TakeLast(40));

    public bool IsAlive => !process.HasExited;

    /// <param name="guard">Of <see cref="KnownBadProduct"/>: which guard is taken out; null is the product as it is.</param>
    /// <param name="settings">Configuration as <c>("Komeji:Role", "worker")</c>.</param>
    public static Task<Product> Start(KomejiApp market, string? guard = null, params (string Name, string Value)[] settings) =>
        Start(market.ConnectionString, market.DataDirectory, guard, settings);

    /// <param name="folder">For its pictures and its key.</param>
    public static async Task<Product> Start(string connection, string folder, string? guard, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", guard is null ? Built() : [Path.Combine(AppContext.BaseDirectory, "Komeji.Tests.dll"), StormProgram.KnownBad, guard])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Settings(connection, folder).Concat(settings))
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var product = new Product(new Process { StartInfo = start });
        product.Run();
        try
        {
            product.Url = await product.address.Task.WaitAsync(Patience);
            return product;
        }
        catch (Exception fault) when (fault is TimeoutException or InvalidOperationException)
        {
            await product.DisposeAsync();
            throw new InvalidOperationException($"The product did not start: {fault.Message}\n{product.Said}");
        }
    }

    /// <summary>SIGKILL: nothing in it can hear this and tidy up.</summary>
    public Task Kill()
    {
        process.Kill();
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, true))
        {
            return;
        }

        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync();
        Running.TryRemove(this, out _);
        process.Dispose();
    }

    static string[] Built()
    {
        var root = Root(new DirectoryInfo(AppContext.BaseDirectory));
        var output = Path.GetRelativePath(Path.Combine(root, "Komeji.Tests"), AppContext.BaseDirectory);
        var web = Path.Combine(root, "Komeji.Web");
        return [Path.Combine(web, output, "Komeji.Web.dll"), "--urls", "http://127.0.0.1:0", "--contentRoot", web];
    }

    static string Root(DirectoryInfo from) => from.GetFiles("Komeji.sln").Length > 0 ? from.FullName : Root(from.Parent!);

    static IEnumerable<(string Name, string Value)> Settings(string connection, string folder) =>
    [
        ("ASPNETCORE_ENVIRONMENT", "Testing"),
        ("ConnectionStrings:Komeji", connection),
        ("Komeji:DataDirectory", folder),
        ("Komeji:Demo", "false"),
        ("Komeji:Role", "web"),
        ("Komeji:SignInPostsPerMinute", "100000"),
        ("Komeji:PageStatementSeconds", "60"),
        ("Logging:LogLevel:Default", "Error"),
        ("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Information"),
    ];

    void Run()
    {
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException("it ended"));
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Start();
        Running[this] = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        said.Enqueue(line);
        if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
        {
            address.TrySetResult(line[(at + Listening.Length)..].Trim());
        }
    }
}

using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Komeji.Tests.Storms;

/// <summary>
/// A line to PostgreSQL that can fall silent, as when its machine hangs or a firewall swallows what it should pass: calls are taken,
/// what is sent is taken too, and nothing ever comes back.
/// </summary>
sealed class SilentLine : IDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource over = new();
    readonly (string Host, int Port) server;
    volatile TaskCompletionSource speaks = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="connectionString">Of the database at its other end.</param>
    public SilentLine(string connectionString)
    {
        var to = new NpgsqlConnectionStringBuilder(connectionString);
        server = (to.Host!, to.Port);
        speaks.SetResult();
        listener.Start();
        (to.Host, to.Port, to.Timeout) = ("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port, 2);
        ConnectionString = to.ConnectionString;
        var end = over.Token;
        _ = Task.Run(() => TakeCalls(end), end);
    }

    /// <summary>The same database through this line; a call that is not answered is given up after two seconds.</summary>
    public string ConnectionString { get; }

    public Task FallSilent()
    {
        speaks = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return Task.CompletedTask;
    }

    /// <summary>What was held back is passed on now.</summary>
    public Task SpeakAgain()
    {
        speaks.TrySetResult();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        over.Cancel();
        listener.Dispose();
        over.Dispose();
    }

    async Task TakeCalls(CancellationToken end)
    {
        try
        {
            while (true)
            {
                var caller = await listener.AcceptTcpClientAsync(end);
                _ = Task.Run(() => Connect(caller, end), CancellationToken.None);
            }
        }
        catch (Exception down) when (down is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The line is taken down.
        }
    }

    async Task Connect(TcpClient caller, CancellationToken end)
    {
        using (caller)
        using (var called = new TcpClient())
        {
            try
            {
                await called.ConnectAsync(server.Host, server.Port, end);
                (caller.NoDelay, called.NoDelay) = (true, true);
                await Task.WhenAny(Pass(caller.GetStream(), called.GetStream(), end), Pass(called.GetStream(), caller.GetStream(), end));
            }
            catch (Exception broken) when (broken is OperationCanceledException or SocketException)
            {
                // Nobody at the other end, or the line is taken down.
            }
        }
    }

    async Task Pass(NetworkStream from, NetworkStream to, CancellationToken end)
    {
        var bytes = new byte[16 * 1024];
        try
        {
            while (await from.ReadAsync(bytes, end) is > 0 and var read)
            {
                await speaks.Task.WaitAsync(end);
                await to.WriteAsync(bytes.AsMemory(0, read), end);
            }
        }
        catch (Exception broken) when (broken is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // One end has hung up.
        }
    }
}

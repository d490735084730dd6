using System.Net;
using System.Net.Sockets;

namespace Komeji.Bench.Payments;

/// <summary>Takes calls on a port of this machine and never answers.</summary>
sealed class SilentProvider : IDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly List<TcpClient> callers = [];

    public SilentProvider()
    {
        listener.Start(backlog: 512);
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        _ = Task.Run(TakeCalls);
    }

    public Uri Address { get; }

    public int Calls
    {
        get
        {
            lock (callers)
            {
                return callers.Count;
            }
        }
    }

    public void Dispose()
    {
        listener.Dispose();
        lock (callers)
        {
            callers.ForEach(c => c.Dispose());
        }
    }

    async Task TakeCalls()
    {
        try
        {
            while (true)
            {
                var caller = await listener.AcceptTcpClientAsync();
                lock (callers)
                {
                    callers.Add(caller);
                }
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // It is over.
        }
    }
}

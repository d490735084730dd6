using System.Net;
using System.Net.Sockets;

namespace Komeji.Tests.Integrations.Mail;

/// <summary>A mail server on a free port of this machine that takes one mail, or says nothing at all.</summary>
sealed class MailServer : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly TaskCompletionSource<ReceivedMail> received = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly CancellationTokenSource closing = new();
    readonly Task serving;

    public MailServer()
    {
        listener.Start();
        serving = Serve();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public bool IsSilent { get; init; }

    public Task<ReceivedMail> Received => received.Task.WaitAsync(TimeSpan.FromSeconds(20));

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        await serving;
        closing.Dispose();
    }

    async Task Serve()
    {
        try
        {
            using var client = await listener.AcceptTcpClientAsync(closing.Token);
            await using var stream = client.GetStream();
            if (IsSilent)
            {
                await Task.Delay(Timeout.Infinite, closing.Token);
            }

            using var reader = new StreamReader(stream);
            await using var writer = new StreamWriter(stream) { AutoFlush = true, NewLine = "\r\n" };
            await Talk(reader, writer);
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or SocketException)
        {
            // The client left, or the test is over.
        }
    }

    async Task Talk(StreamReader reader, StreamWriter writer)
    {
        var recipients = new List<string>();
        await writer.WriteLineAsync("220 uji");
        while (await reader.ReadLineAsync(closing.Token) is { } line && line != "QUIT")
        {
            if (line.StartsWith("RCPT TO:", StringComparison.OrdinalIgnoreCase))
            {
                recipients.Add(line[8..]);
            }

            if (line == "DATA")
            {
                await writer.WriteLineAsync("354 silakan");
                received.TrySetResult(new ReceivedMail(recipients, await ReadHeaders(reader)));
            }

            await writer.WriteLineAsync("250 baik");
        }
    }

    async Task<IReadOnlyDictionary<string, string>> ReadHeaders(StreamReader reader)
    {
        var headers = new Dictionary<string, string>();
        var inHeaders = true;
        while (await reader.ReadLineAsync(closing.Token) is { } line && line != ".")
        {
            inHeaders &= line.Length > 0;
            if (inHeaders && line[0] is not (' ' or '\t'))
            {
                var parts = line.Split(": ", 2);
                headers[parts[0]] = parts[^1];
            }
        }

        return headers;
    }
}

sealed record ReceivedMail(IReadOnlyList<string> Recipients, IReadOnlyDictionary<string, string> Headers);

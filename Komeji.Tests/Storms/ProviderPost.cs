using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using Komeji.Integrations.Payments.Sandbox;
using Komeji.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Storms;

/// <summary>
/// What the sandbox provider has to tell of payments that were made, and what somebody else makes up of payments that were not.
/// It delivers as a provider does: again, until it is answered 200.
/// </summary>
sealed class ProviderPost
{
    const int Postmen = 16;

    /// <summary>One letter in twenty is forged.</summary>
    const int ForgedOneIn = 20;

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    readonly ConcurrentQueue<Letter> letters;
    readonly ConcurrentBag<string> faults = [];
    readonly SandboxSignature signature;
    readonly int forged;
    int delivered;
    int again;
    int cutOff;

    ProviderPost(IReadOnlyList<Letter> letters, SandboxSignature signature, int victims) =>
        (this.letters, this.signature, Letters, forged, Victims) = (new ConcurrentQueue<Letter>(letters), signature, letters.Count, letters.Count(l => !l.Genuine), victims);

    /// <summary>Genuine and forged together.</summary>
    public int Letters { get; }

    /// <summary>Purchases nobody paid, of which the forged letters say that somebody did.</summary>
    public int Victims { get; }

    public IReadOnlyCollection<string> Faults => faults;

    /// <summary>Letters that a process had taken when it was killed.</summary>
    public int CutOff => cutOff;

    /// <summary>So many purchases that were paid at the provider, and some that were not, for the forger.</summary>
    public static async Task<ProviderPost> Prepare(KomejiApp app, int notices, int copies, int seed)
    {
        var victims = Math.Max(1, notices / ForgedOneIn);
        var keys = await Purchases(app, notices, victims);
        var signature = app.Services.GetRequiredService<SandboxSignature>();
        var genuine = TakeOver(app).SelectMany(body => Enumerable.Repeat(new Letter(body, now => signature.Sign(body, now), Genuine: true), copies)).ToList();
        var forger = new Forger(signature, keys, genuine[0].Body);
        var made = Enumerable.Range(0, Math.Max(4, genuine.Count / (ForgedOneIn - 1))).Select(forger.Make);
        Letter[] all = [.. genuine, .. made];
        new Random(seed).Shuffle(all);
        return new ProviderPost(all, signature, victims);
    }

    public Task Deliver(Product[] to) => Task.WhenAll(Enumerable.Range(0, Postmen).Select(postman => Task.Run(() => Carry(to, postman))));

    /// <summary>Half-way the provider begins to sign with another secret; letters under the old one are still on their way.</summary>
    public async Task ExchangeSecret()
    {
        await Delivered(Letters / 2);
        signature.Rotate(TimeProvider.System.GetUtcNow());
    }

    /// <summary>Waits until so many letters have been taken.</summary>
    public async Task Delivered(int count)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (Volatile.Read(ref delivered) < count)
        {
            await often.WaitForNextTickAsync(limit.Token);
        }
    }

    public override string ToString() => $"{Letters} letters, {forged} of them forged; {again} brought again after a process did not answer, {cutOff} of them cut off while it had them";

    async Task Carry(Product[] to, int postman)
    {
        using var client = new HttpClient();
        for (var turn = postman; letters.TryDequeue(out var letter); turn++)
        {
            var taken = await Bring(client, to[turn % to.Length].Url, letter);
            if (taken)
            {
                Interlocked.Increment(ref delivered);
            }
            else
            {
                Interlocked.Increment(ref again);
                letters.Enqueue(letter);
            }
        }
    }

    /// <returns>False when nobody answered.</returns>
    async Task<bool> Bring(HttpClient client, string url, Letter letter)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(url + "/hook/sandbox")) { Content = new StringContent(letter.Body, Encoding.UTF8, "application/json") };
        if (letter.Sign(TimeProvider.System.GetUtcNow()) is { } signed)
        {
            request.Headers.TryAddWithoutValidation(SandboxSignature.Header, signed);
        }

        try
        {
            using var answer = await client.SendAsync(request);
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
            {
                return false;
            }

            if (answer.StatusCode != (letter.Genuine ? HttpStatusCode.OK : HttpStatusCode.BadRequest))
            {
                faults.Add($"{(letter.Genuine ? "a genuine" : "a forged")} letter was answered {answer.StatusCode}");
            }

            return true;
        }
        catch (HttpRequestException broken)
        {
            if (broken.HttpRequestError != HttpRequestError.ConnectionError)
            {
                Interlocked.Increment(ref cutOff);
            }

            return false;
        }
    }

    /// <returns>Keys of attempts nobody paid.</returns>
    static async Task<IReadOnlyList<Guid>> Purchases(KomejiApp app, int paid, int unpaid)
    {
        var (shops, books, now) = (new MoneyShops(), app.Services.GetRequiredService<SandboxBooks>(), app.Clock.GetUtcNow());
        var keys = new List<Guid>();
        var buyer = await app.Person("dermawan@komeji.test");
        await app.Write(db =>
        {
            shops.Open(db, now);
            return Task.CompletedTask;
        });
        await app.Write(async db =>
        {
            for (var i = 0; i < paid + unpaid; i++)
            {
                var placed = await shops.Place(db, buyer, [20_000 + i], now);
                var payment = db.Payments.Local.Single(p => p.PurchaseId == placed.PurchaseId);
                var attempt = payment.Attempt(SandboxPaymentGateway.GatewayName, now);
                var charge = books.Open(attempt.Id.Value.ToString(), placed.Number, placed.Total.Amount, "http://127.0.0.1/", now.AddDays(1));
                payment.NoteStarted(attempt.Id, charge.Id, $"/sandbox/bayar/{charge.Id}", now);
                if (i < paid)
                {
                    books.Pay(charge.Id);
                }
                else
                {
                    keys.Add(attempt.Id.Value);
                }
            }
        });
        return keys;
    }

    /// <summary>Takes the notices off the provider's own machinery: this delivers them.</summary>
    static List<string> TakeOver(KomejiApp app) => app.Services.GetRequiredService<SandboxStore>().Write(books =>
    {
        var bodies = SandboxStore.Query(books, "SELECT body FROM notice ORDER BY id", row => row.GetString(0));
        SandboxStore.Execute(books, "UPDATE notice SET delivered_at = 1");
        return bodies;
    });

    /// <param name="Sign">At the moment it is brought; null where it bears no signature.</param>
    sealed record Letter(string Body, Func<DateTimeOffset, string?> Sign, bool Genuine);

    /// <summary>Has seen one genuine letter and knows everything but the secret.</summary>
    sealed class Forger(SandboxSignature signature, IReadOnlyList<Guid> victims, string seen)
    {
        public Letter Make(int number)
        {
            var capture = new SandboxCapture($"pay_palsu{number}", 28_000, "IDR", 196, TimeProvider.System.GetUtcNow());
            var body = SandboxNotice.Paid($"evt_palsu{number}", victims[number % victims.Count].ToString(), capture).ToBody();
            return (number % 4) switch
            {
                0 => new Letter(body, _ => null, Genuine: false),
                1 => new Letter(body, now => signature.Sign(seen, now), Genuine: false),
                2 => new Letter(body, now => signature.Sign(body, now.AddMinutes(-10)), Genuine: false),
                _ => new Letter(body, now => WithAnotherSecret(body, now), Genuine: false),
            };
        }

        static string WithAnotherSecret(string body, DateTimeOffset now)
        {
            var seconds = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            return $"t={seconds},v1={Convert.ToHexStringLower(HMACSHA256.HashData("whsec_tebakan"u8, Encoding.UTF8.GetBytes($"{seconds}.{body}")))}";
        }
    }
}

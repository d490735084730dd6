using Bogus;
using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Domain.Common;

namespace Komeji.Web.Demo.Trade;

/// <summary>The demo market's own time: it goes from weeks ago to now, as fast as the market can trade.</summary>
sealed class MarketClock(DateTimeOffset start) : TimeProvider
{
    DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;

    public void MoveTo(DateTimeOffset at) => now = at > now ? at.ToUniversalTime() : now;
}

/// <summary>Whoever of the demo market acts at the moment.</summary>
sealed class MarketPerson : ICurrentUser
{
    string? held;

    public UserId? Id { get; private set; }

    public string Name => "";

    public void Become(UserId? id, string? role = null) => (Id, held) = (id, role);

    public bool IsIn(string role) => role == held;

    public IReadOnlyList<string> Territories(string role) => [];

    public string? Session => null;

    public bool HasSecondFactor => false;

    public DateTimeOffset? ProvenAt => DateTimeOffset.MaxValue;
}

/// <summary>The same numbers for the same seed.</summary>
sealed class MarketCodes(int seed) : ICodes
{
    const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    readonly Randomizer dice = new(seed);

    public string SixCharacters() => dice.String2(6, Alphabet);

    public string SixDigits() => dice.String2(6, "0123456789");

    public string Token() => dice.Hexadecimal(64, "");

    public long Number() => dice.Long(0);
}

/// <summary>Nobody of the demo market uploads a photo: drawings stand for them.</summary>
sealed class NoUploads : IPictures
{
    public Task<Picture> Clean(Stream upload, CancellationToken cancellationToken) => throw new NotSupportedException("Nobody of the demo market uploads a photo.");
}

/// <summary>The demo market runs the jobs itself.</summary>
sealed class MarketNudge : IJobNudge
{
    public void After(IReadOnlySet<Type> added)
    {
    }
}

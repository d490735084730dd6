using Komeji.Domain.Common;

namespace Komeji.Application.Common;

/// <summary>Who asks. In a job it is nobody.</summary>
public interface ICurrentUser
{
    UserId? Id { get; }

    string Name { get; }

    bool IsIn(string role);

    /// <summary>Region codes a territorial role is given for; empty text is everywhere.</summary>
    IReadOnlyList<string> Territories(string role);

    /// <summary>Which of the person's sessions asks (<c>Session.KeyHash</c>).</summary>
    string? Session { get; }

    /// <summary>Signing in asks this person for a second factor.</summary>
    bool HasSecondFactor { get; }

    /// <summary>When the person last showed who it is, in this session.</summary>
    DateTimeOffset? ProvenAt { get; }

    /// <summary>Which shop the person chose to work in, in this session; null is her own. What she may do there <c>ShopDesk</c> reads anew.</summary>
    StoreId? Shop => null;

    /// <summary>The session in which the person helps a seller as a mentor; null is for herself.</summary>
    MentoringId? Mentoring => null;

    /// <exception cref="NotFound">Nobody is signed in, which the page's policy should have stopped.</exception>
    UserId Require() => Id ?? throw new NotFound();
}

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

    /// <exception cref="NotFound">Nobody is signed in, which the page's policy should have stopped.</exception>
    UserId Require() => Id ?? throw new NotFound();
}

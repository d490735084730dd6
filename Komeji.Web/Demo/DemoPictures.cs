using System.Text;
using Komeji.Application.Files;
using Komeji.Web.Demo.Illustrations;

namespace Komeji.Web.Demo;

/// <summary>Draws the demo products and keeps each drawing once, however often it is used.</summary>
sealed class DemoPictures(IFiles files)
{
    /// <summary>Side of a drawing in pixels.</summary>
    public const int Side = 600;

    /// <summary>How many of one kind look different from each other.</summary>
    const int Variations = 30;

    readonly Dictionary<(string Kind, int Seed, int View), string> keys = [];
    readonly Dictionary<string, int> drawn = [];

    /// <summary>The next variation of a kind: neighbours differ.</summary>
    public int Next(string kind) => drawn[kind] = (drawn.GetValueOrDefault(kind) + 1) % Variations;

    public async Task<string> Key(string kind, int seed, int view, CancellationToken cancellationToken)
    {
        if (!keys.TryGetValue((kind, seed, view), out var key))
        {
            key = await files.Save(Encoding.UTF8.GetBytes(Illustration.Draw(kind, seed, view)), "svg", cancellationToken);
            keys.Add((kind, seed, view), key);
        }

        return key;
    }
}

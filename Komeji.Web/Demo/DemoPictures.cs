using System.Collections.Concurrent;
using System.Text;
using Komeji.Application.Files;
using Komeji.Web.Demo.Illustrations;

namespace Komeji.Web.Demo;

/// <summary>One drawing of a demo product.</summary>
/// <param name="View">0 the thing itself, 1 from near, 2 in use or packed.</param>
readonly record struct DemoPicture(string Kind, int Seed, int View);

/// <summary>Draws the demo products and keeps each drawing once, however often it is used.</summary>
sealed class DemoPictures(IFiles files)
{
    /// <summary>Side of a drawing in pixels.</summary>
    public const int Side = 600;

    /// <summary>How many of one kind look different from each other.</summary>
    const int Variations = 14;

    /// <summary>Waiting for the disk takes longer than drawing.</summary>
    const int AtOnce = 8;

    readonly ConcurrentDictionary<DemoPicture, string> keys = [];
    readonly Dictionary<string, int> drawn = [];

    /// <summary>The seed for another product of this kind: it looks like what its name says, and unlike its neighbours.</summary>
    public int Next(string kind, string name)
    {
        var number = drawn[kind] = (drawn.GetValueOrDefault(kind) + 1) % Variations;
        return DemoLooks.Find(kind, name) is { } look ? Illustration.SeedOf(kind, look.Form, look.Forms, number) : number;
    }

    public Task Draw(IEnumerable<DemoPicture> pictures, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        pictures.Distinct().Where(p => !keys.ContainsKey(p)),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
        async (picture, stop) => keys[picture] = await files.Save(Encoding.UTF8.GetBytes(Illustration.Draw(picture.Kind, picture.Seed, picture.View)), "svg", stop));

    /// <summary>The key of a picture that was drawn.</summary>
    public string Key(DemoPicture picture) => keys[picture];
}

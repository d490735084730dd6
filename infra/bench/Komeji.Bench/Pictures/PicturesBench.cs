using System.Diagnostics;
using System.Globalization;
using Komeji.Integrations.Files;
using Komeji.Integrations.Images;
using Komeji.Tests.Support;

namespace Komeji.Bench.Pictures;

/// <summary>
/// A photo of twelve megapixels, as it arrives where the browser could not make it smaller: cleaned, drawn anew in two sizes and put
/// into the store of files. Once alone and twice at a time, as the server allows; the memory is that of the tool and of this process
/// together, at its highest.
/// </summary>
public sealed class PicturesBench(int each)
{
    const double MostSeconds = 2;
    const double MostMegabytes = 300;

    public async Task Run(Report report)
    {
        var folder = Directory.CreateTempSubdirectory("komeji-bench-foto-").FullName;
        try
        {
            var photo = Photos.WithPlace(await new Photos(folder).TwelveMegapixels(), held: 6);
            using var pictures = new VipsPictures(Path.Combine(folder, "sementara"));
            var files = new DiskFiles(Path.Combine(folder, "gambar"));
            await Store(pictures, files, photo); // unmeasured: the programs are in memory
            report.Note(string.Create(CultureInfo.InvariantCulture, $"Pictures: a JPEG of 4000 × 3000 pixels and {photo.Length / 1e6:0.0} MB, {each} times; from its bytes to both sizes on the disk."));
            await Measure(report, pictures, files, photo, 1);
            await Measure(report, pictures, files, photo, 2);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    async Task Measure(Report report, VipsPictures pictures, DiskFiles files, byte[] photo, int atOnce)
    {
        using var memory = new MemoryWatch();
        var took = new List<double>();
        for (var round = 0; round < each; round++)
        {
            took.AddRange(await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Store(pictures, files, photo))));
        }

        var sorted = took.Order().ToList();
        var highest = memory.Stop() / 1e6;
        report.Add(new Bound($"A picture of 12 megapixels, {atOnce} at a time, p95", "s", sorted[(sorted.Count * 95 - 1) / 100], MostSeconds * atOnce));
        report.Add(new Bound($"Memory of it, {atOnce} at a time, the tool and the server's part", "MB", highest, MostMegabytes * atOnce));
        report.Note(string.Create(CultureInfo.InvariantCulture, $"{atOnce} at a time: p50 {sorted[sorted.Count / 2]:0.00} s, slowest {sorted[^1]:0.00} s, {highest:0} MB at the highest."));
    }

    /// <returns>Seconds.</returns>
    static async Task<double> Store(VipsPictures pictures, DiskFiles files, byte[] photo)
    {
        var begun = Stopwatch.GetTimestamp();
        await files.Save(await pictures.Clean(new MemoryStream(photo), CancellationToken.None), CancellationToken.None);
        return Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }
}

/// <summary>The most memory that this process has more than at its start and all its children have together, looked at every ten milliseconds.</summary>
sealed class MemoryWatch : IDisposable
{
    readonly long before = Environment.WorkingSet;
    readonly CancellationTokenSource stop = new();
    readonly Task watch;
    long highest;

    public MemoryWatch() => watch = Task.Run(Watch);

    public long Stop()
    {
        stop.Cancel();
        watch.Wait();
        return highest;
    }

    public void Dispose() => stop.Dispose();

    void Watch()
    {
        while (!stop.Token.WaitHandle.WaitOne(10))
        {
            highest = Math.Max(highest, Math.Max(0, Environment.WorkingSet - before) + Children().Sum());
        }
    }

    static IEnumerable<long> Children()
    {
        foreach (var id in OfThreads())
        {
            long resident;
            try
            {
                if (Program(id) == Environment.ProcessPath)
                {
                    continue; // just born: until the tool begins it is this process once more, and its memory is counted
                }

                resident = long.Parse(File.ReadAllText($"/proc/{id}/statm").Split(' ')[1], CultureInfo.InvariantCulture) * Environment.SystemPageSize;
            }
            catch (IOException)
            {
                continue; // it has ended meanwhile
            }

            yield return resident;
        }
    }

    static string? Program(string process) => new FileInfo($"/proc/{process}/exe").LinkTarget;

    /// <summary>A child belongs to the thread that began it.</summary>
    static IEnumerable<string> OfThreads()
    {
        foreach (var thread in Directory.EnumerateDirectories("/proc/self/task"))
        {
            string children;
            try
            {
                children = File.ReadAllText(Path.Combine(thread, "children"));
            }
            catch (IOException)
            {
                continue; // it has ended meanwhile
            }

            foreach (var child in children.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                yield return child;
            }
        }
    }
}

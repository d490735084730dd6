namespace Komeji.Tests.Support;

/// <summary>The files this was built from.</summary>
public static class Sources
{
    public static string Root { get; } = FindRoot();

    /// <param name="folder">From the root, with all below but what a build makes.</param>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Komeji.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}

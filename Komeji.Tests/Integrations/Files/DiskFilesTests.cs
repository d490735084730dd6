using Komeji.Application.Files;
using Komeji.Integrations.Files;
using Komeji.Tests.Support;

namespace Komeji.Tests.Integrations.Files;

public sealed class DiskFilesTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("komeji-files-").FullName;

    string Root => Path.Combine(folder, "gambar");

    DiskFiles Files => new(Root);

    [Fact]
    public async Task Keeps_a_picture_with_its_small_form_and_deletes_both()
    {
        var key = await Files.Save(new Picture([1, 2, 3], 10, 10, [4]), CancellationToken.None);
        key.ShouldMatch("^[0-9a-f]{64}[.]webp$");
        (await Read(await Files.Open(key, CancellationToken.None))).ShouldBe([1, 2, 3]);
        (await Read(await Files.OpenSmall(key, CancellationToken.None))).ShouldBe([4]);
        await Files.Delete(key, CancellationToken.None);
        (await Files.Open(key, CancellationToken.None)).ShouldBeNull();
        (await Files.OpenSmall(key, CancellationToken.None)).ShouldBeNull();
        Directory.GetFiles(Root, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_content_twice_is_one_file_and_nothing_half_written_stays()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Files.Save(new byte[] { 7 }, "svg", CancellationToken.None)));
        keys.Distinct().Count().ShouldBe(1);
        Directory.GetFiles(Root, "*", SearchOption.AllDirectories).Length.ShouldBe(1);
        (await Read(await Files.OpenSmall(keys[0], CancellationToken.None))).ShouldBe([7], "a drawing has no small form of its own");
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../rahasia.webp")]
    [InlineData("..%2Frahasia.webp")]
    [InlineData("/etc/passwd")]
    [InlineData("rahasia.webp")]
    [InlineData("../../../../../../../../../../../../../../../../../../../../../etc.webp")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000.exe")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000.webp.kecil")]
    [InlineData("000000000000000000000000000000000000000000000000000000000000000/.webp")]
    [InlineData("ABCDEF0000000000000000000000000000000000000000000000000000000000.webp")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000\0.webp")]
    public async Task What_is_no_key_opens_and_deletes_nothing(string key)
    {
        var secret = Path.Combine(folder, "rahasia.webp");
        await File.WriteAllTextAsync(secret, "rahasia");
        (await Files.Open(key, CancellationToken.None)).ShouldBeNull();
        (await Files.OpenSmall(key, CancellationToken.None)).ShouldBeNull();
        await Files.Delete(key, CancellationToken.None);
        File.Exists(secret).ShouldBeTrue();
    }

    [Theory]
    [InlineData("exe")]
    [InlineData("html")]
    [InlineData("../svg")]
    public async Task Keeps_pictures_only(string extension) =>
        await Should.ThrowAsync<ArgumentException>(() => Files.Save(new byte[] { 1 }, extension, CancellationToken.None));

    [Fact]
    public async Task What_nobody_touched_is_found_and_goes_with_its_parts()
    {
        var now = TimeProvider.System.GetUtcNow();
        var keys = new List<string>();
        foreach (var content in new byte[] { 1, 2, 3, 4 })
        {
            keys.Add(await Files.Save(new Picture([content], 10, 10, [content, content]), CancellationToken.None));
        }

        foreach (var path in Directory.GetFiles(Root, "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(path, now.AddDays(-2).UtcDateTime);
        }

        var (old, halved, again, touched) = (keys[0], keys[1], keys[2], keys[3]);
        File.Delete(Directory.GetFiles(Root, halved, SearchOption.AllDirectories).Single());
        await Files.Save(new Picture([3], 10, 10, [3, 3]), CancellationToken.None);
        await Files.Touch(touched, CancellationToken.None);
        var until = now.AddDays(-1);
        Files.UntouchedSince(until).Distinct().ShouldBe([old, halved], ignoreOrder: true);
        foreach (var (key, goes) in new[] { (old, true), (old, false), (halved, true), (again, false), (touched, false), ("../rahasia.webp", false) })
        {
            (await Files.DeleteUntouchedSince(key, until, CancellationToken.None)).ShouldBe(goes, key);
        }

        Directory.GetFiles(Root, "*", SearchOption.AllDirectories).Length.ShouldBe(4);
        (await Read(await Files.Open(again, CancellationToken.None))).ShouldBe([3]);
        (await Read(await Files.OpenSmall(touched, CancellationToken.None))).ShouldBe([4, 4]);
    }

    /// <summary>Whoever comes first: what is saved again while it is being deleted is there afterwards.</summary>
    [Fact]
    public async Task What_is_saved_again_while_it_is_deleted_stays()
    {
        var now = TimeProvider.System.GetUtcNow();
        for (var round = 0; round < TestSize.Of(50, 2_000); round++)
        {
            var key = await Files.Save(new byte[] { 9 }, "bin", CancellationToken.None);
            File.SetLastWriteTimeUtc(Directory.GetFiles(Root, "*", SearchOption.AllDirectories).Single(), now.AddDays(-2).UtcDateTime);
            await Task.WhenAll(
                Task.Run(() => Files.Save(new byte[] { 9 }, "bin", CancellationToken.None)),
                Task.Run(() => Files.DeleteUntouchedSince(key, now.AddDays(-1), CancellationToken.None)));
            (await Read(await Files.Open(key, CancellationToken.None))).ShouldBe([9]);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    static async Task<byte[]> Read(Stream? stream)
    {
        await using var open = stream.ShouldNotBeNull();
        using var copy = new MemoryStream();
        await open.CopyToAsync(copy);
        return copy.ToArray();
    }
}

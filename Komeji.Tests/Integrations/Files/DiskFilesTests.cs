using Komeji.Application.Files;
using Komeji.Integrations.Files;

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

    public void Dispose() => Directory.Delete(folder, recursive: true);

    static async Task<byte[]> Read(Stream? stream)
    {
        await using var open = stream.ShouldNotBeNull();
        using var copy = new MemoryStream();
        await open.CopyToAsync(copy);
        return copy.ToArray();
    }
}

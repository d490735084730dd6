using Komeji.Domain.Catalog;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Persistence;

/// <summary>Both databases know the same forms of a word: the product's rules and PostgreSQL's dictionary give the same stem.</summary>
public sealed class SearchStemTests
{
    const string Roots =
        "makan minum masak goreng bakar rebus kukus panggang jual beli bayar kirim ambil bawa pakai cuci setrika jahit rajut sulam tenun anyam ukir lukis gambar cetak tulis baca "
        + "ajar latih servis perbaiki pasang ganti sewa pinjam simpan jaga rawat tanam panen giling saring sapu pel potong iris tumbuk campur kemas bungkus kopi keripik kerupuk sambal batik "
        + "besar kecil manis asin pedas gurih renyah lembut halus kering basah panas dingin sehat alami asli murni kualitas guna manfaat oleh suka nikmat puas rupa warna hias indah";

    static readonly string[] Before = ["", "me", "mem", "men", "meng", "meny", "di", "ber", "ter", "ke", "pe", "pem", "pen", "peng", "peny", "per", "diper", "memper", "keber"];
    static readonly string[] Behind = ["", "an", "kan", "i", "nya", "ku", "lah", "kah", "pun", "annya", "kannya", "kanlah"];

    [Theory, OnPostgres]
    public async Task Stems_as_postgres_does(Engine engine)
    {
        var words = Roots.Split(' ').SelectMany(root => Before.SelectMany(b => Behind.Select(e => b + root + e))).Distinct().ToArray();
        await using var komeji = await TestKomeji.Create(engine);
        var stems = await komeji.Read(db => db.Database.SqlQuery<string>(
            $"""SELECT (ts_lexize('indonesian_stem', w))[1] AS "Value" FROM unnest({words}) WITH ORDINALITY u(w, i) ORDER BY i""").ToListAsync());

        words.Zip(stems).Where(pair => IndonesianStem.Of(pair.First) != pair.Second)
            .Select(pair => $"{pair.First}: {IndonesianStem.Of(pair.First)}, not {pair.Second}").ShouldBeEmpty();
    }
}

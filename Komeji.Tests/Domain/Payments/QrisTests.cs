using Komeji.Domain.Common;
using Komeji.Domain.Payments;

namespace Komeji.Tests.Domain.Payments;

/// <summary>The two codes and their checksums were made apart from this program; neither can be paid.</summary>
public sealed class QrisTests
{
    internal const string Static =
        "00020101021126660017ID.CO.EXAMPLE.WWW011893600999000000000102120000000000010303UMI51440014ID.CO.QRIS.WWW0215ID10000000000010303UMI5204549953033605802ID5918KOMEJI TOKO CONTOH6008SURABAYA610560235630448D1";

    internal const string Dynamic =
        "00020101021226660017ID.CO.EXAMPLE.WWW011893600999000000000102120000000000010303UMI51440014ID.CO.QRIS.WWW0215ID10000000000010303UMI5204549953033605405255005802ID5918KOMEJI TOKO CONTOH6008SURABAYA61056023562170113INV26112200016304A802";

    [Fact]
    public void The_published_vectors_are_read()
    {
        Qris.Checksum("123456789").ShouldBe("29B1");
        Qris.Read(Static).ShouldBe(new QrisReading(new Qris(false, "KOMEJI TOKO CONTOH", "SURABAYA", "ID1000000000001", null), QrisFault.None));
        Qris.Read(Dynamic).ShouldBe(new QrisReading(new Qris(true, "KOMEJI TOKO CONTOH", "SURABAYA", "ID1000000000001", new Rupiah(25_500)), QrisFault.None));
        Qris.Close(Dynamic[..^8]).ShouldBe(Dynamic);
        Qris.Read(With("540525500", "540825500.00")).Code!.Amount.ShouldBe(new Rupiah(25_500));
    }

    /// <summary>Whatever single character is changed, taken out or put in, the code is not read.</summary>
    [Fact]
    public void No_mutant_of_a_code_is_read()
    {
        for (var at = 0; at < Dynamic.Length; at++)
        {
            Qris.Read(string.Concat(Dynamic.AsSpan(0, at), Dynamic[at] == '7' ? "8" : "7", Dynamic.AsSpan(at + 1))).Code.ShouldBeNull($"changed at {at}");
            Qris.Read(Dynamic.Remove(at, 1)).Code.ShouldBeNull($"without {at}");
            Qris.Read(Dynamic.Insert(at, "0")).Code.ShouldBeNull($"with one more at {at}");
            Qris.Read(Dynamic[..at]).Code.ShouldBeNull($"cut at {at}");
        }
    }

    [Fact]
    public void What_is_wrong_is_named()
    {
        Qris.Read(null).Fault.ShouldBe(QrisFault.NotACode);
        Qris.Read("").Fault.ShouldBe(QrisFault.NotACode);
        Qris.Read(new string('0', Qris.Longest + 1)).Fault.ShouldBe(QrisFault.NotACode);
        Qris.Read(Dynamic.Replace("KOMEJI TOKO", "KOMEJI\nTOKO")).Fault.ShouldBe(QrisFault.NotACode);
        Qris.Read(Dynamic[..^2]).Fault.ShouldBe(QrisFault.BrokenField);
        Qris.Read(Dynamic[..^4] + "A803").Fault.ShouldBe(QrisFault.WrongChecksum);
        Qris.Read(Dynamic[..^4] + "a802").Fault.ShouldBe(QrisFault.WrongChecksum);
        Qris.Read(Dynamic[..^8]).Fault.ShouldBe(QrisFault.NoChecksum);
        Qris.Read(Dynamic + "9901X").Fault.ShouldBe(QrisFault.NoChecksum, "nothing follows the checksum");
        Qris.Read(Qris.Close(Dynamic[6..^8])).Fault.ShouldBe(QrisFault.Version);
        Qris.Read(With("010212", "010213")).Fault.ShouldBe(QrisFault.Initiation);
        Qris.Read(With("5303360", "5303840")).Fault.ShouldBe(QrisFault.Currency);
        Qris.Read(With("5802ID", "5802SG")).Fault.ShouldBe(QrisFault.Country);
        Qris.Read(With("5918KOMEJI TOKO CONTOH", "")).Fault.ShouldBe(QrisFault.NoName);
        Qris.Read(With("540525500", "")).Fault.ShouldBe(QrisFault.NoAmount);
        Qris.Read(With("540525500", "540825500.50")).Fault.ShouldBe(QrisFault.Amount);
        Qris.Read(With("540525500", "54010")).Fault.ShouldBe(QrisFault.Amount);
        Qris.Read(With("5802ID", "55020256045000" + "5802ID")).Fault.ShouldBe(QrisFault.Surcharge);
        Qris.Read(With("5802ID", "5802ID5802ID")).Fault.ShouldBe(QrisFault.RepeatedField);
    }

    /// <summary>A code whose fields say something else, rightly closed.</summary>
    static string With(string part, string instead) => Qris.Close(Dynamic[..^8].Replace(part, instead, StringComparison.Ordinal));
}

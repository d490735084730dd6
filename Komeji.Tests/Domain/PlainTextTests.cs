using Komeji.Domain.Accounts;
using Komeji.Domain.Common;

namespace Komeji.Tests.Domain;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("Keripik tempe 200 g", "Keripik tempe 200 g")]
    [InlineData("Batik Ayu \u2013 \u00BD meter", "Batik Ayu \u2013 \u00BD meter")]
    [InlineData("\uA9B2\uA981 Aksara", "\uA9B2\uA981 Aksara")]
    [InlineData("\u0627\u0644\u0633\u0644\u0627\u0645 \u0663", "\u0627\u0644\u0633\u0644\u0627\u0645 \u0663")]
    [InlineData("Cafe\u0301", "Caf\u00E9")]
    [InlineData("nol\u200Blebar\uFEFF", "nollebar")]
    [InlineData("halus\u00AD\u2060", "halus")]
    [InlineData("kiri\u200E kanan\u200F", "kiri kanan")]
    [InlineData("satu\r\ndua\ttiga", "satu dua\ttiga")]
    [InlineData("keluarga \U0001F468\u200D\U0001F469\u200D\U0001F467", "keluarga \U0001F468\u200D\U0001F469\u200D\U0001F467")]
    [InlineData("petani \U0001F469\U0001F3FD\u200D\U0001F33E", "petani \U0001F469\U0001F3FD\u200D\U0001F33E")]
    [InlineData("a\u200Db\u200Cc", "abc")]
    [InlineData("", "")]
    public void What_is_seen_is_kept_and_what_is_not_is_gone(string typed, string kept) => PlainText.Read(typed).ShouldBe(kept);

    [Theory]
    [InlineData("a\0b")]
    [InlineData("\u001B[2J")]
    [InlineData("del\u007F")]
    [InlineData("c1\u009B")]
    [InlineData("gambar\u202Egpj.exe")]
    [InlineData("a\u2066b\u2069")]
    [InlineData("\uFFFE")]
    [InlineData("\uFDD0")]
    public void What_no_text_can_hold_or_turns_the_reading_is_refused(string typed) => PlainText.Read(typed).ShouldBeNull();

    [Fact]
    public void Half_a_letter_is_refused()
    {
        // Written as numbers: half letters cannot stand in the data of a test.
        foreach (var units in new[] { new[] { 0xD800 }, [0xDC00], [0xDBFF, 0xDBFF], ['a', 0xDC00, 'b'], ['1', 0xD800] })
        {
            var typed = new string([.. units.Select(u => (char)u)]);
            PlainText.Read(typed).ShouldBeNull();
            PlainText.CanBeKept(typed).ShouldBeFalse();
            PlainText.Name(typed).ShouldBeEmpty();
            PlainText.Figures(typed).ShouldBe(typed);
        }
    }

    [Fact]
    public void Lines_are_kept_where_there_may_be_several() => PlainText.Read("satu\r\ndua\u2028tiga\rempat", lines: true).ShouldBe("satu\ndua\ntiga\nempat");

    [Theory]
    [InlineData("\u0660\u0668\u0661\u0662-\u0663\u0664\u0665\u0666-\u0667\u0668\u0669\u0660", "0812-3456-7890")]
    [InlineData("\u06F2\u06F5\u066C\u06F0\u06F0\u06F0", "25.000")]
    [InlineData("\u0967\u0968", "12")]
    [InlineData("\uFF11\uFF12\uFF0E\uFF10\uFF10\uFF10", "12.000")]
    [InlineData("\uA9D1\uA9D2", "12")]
    [InlineData("\u202A+62 812\u202C", "+62 812")]
    public void A_number_may_be_written_in_the_digits_of_any_script(string typed, string kept) => PlainText.Read(typed).ShouldBe(kept);

    [Fact]
    public void Prices_and_phone_numbers_are_understood_in_any_digits()
    {
        Rupiah.TryParse("\u0662\u0665\u066C\u0660\u0660\u0660", out var price).ShouldBeTrue();
        price.ShouldBe(new Rupiah(25_000));
        PhoneNumber.Normalise("\u0660\u0668\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669\u0660").ShouldBe("+6281234567890");
    }

    [Fact]
    public void A_cut_never_leaves_half_a_letter()
    {
        PlainText.Cut("ab\U0001F33E", 3).ShouldBe("ab");
        PlainText.Cut("ab\U0001F33E", 4).ShouldBe("ab\U0001F33E");
        PlainText.Cut("abc", 2).ShouldBe("ab");
    }

    [Fact]
    public void A_persons_name_has_its_plain_form_on_one_line()
    {
        PersonName.Require("  \uFF33\uFF49\uFF54\uFF49\r\nBcc:\tx ").ShouldBe("Siti Bcc: x");
        Should.Throw<RuleBroken>(() => PersonName.Require("Siti\u202E")).Code.ShouldBe("user.name");
        Should.Throw<RuleBroken>(() => PersonName.Require("Siti\0")).Code.ShouldBe("user.name");
    }

    /// <summary>Ten thousand texts of any characters, halves of pairs among them: kept ones are whole, and keeping them again changes nothing.</summary>
    [Fact]
    public void Any_text_is_refused_or_kept_whole()
    {
        const int seed = 27;
        var random = new Random(seed);
        var refused = 0;
        for (var i = 0; i < 10_000; i++)
        {
            var typed = Web.BadInput.HostileValues.Noise(random, random.Next(0, 12));
            if (PlainText.Read(typed) is not { } kept)
            {
                refused++;
                continue;
            }

            PlainText.CanBeKept(kept).ShouldBeTrue();
            PlainText.Read(kept).ShouldBe(kept);
        }

        refused.ShouldBeInRange(1_000, 9_500);
    }

    [Theory]
    [InlineData("Namanya berbeda", "Namanya berbeda.")]
    [InlineData(" Namanya berbeda. ", "Namanya berbeda.")]
    [InlineData("Apakah ini asli?", "Apakah ini asli?")]
    [InlineData("", "")]
    public void Somebodys_words_end_as_a_sentence(string written, string shown) => PlainText.Sentence(written).ShouldBe(shown);
}

using Komeji.Application.Legal.Opening;
using Komeji.Domain.Common;

namespace Komeji.Tests.Application.Legal;

public sealed class BanksTests
{
    static readonly IReadOnlyList<string> Offered = Banks.Read(Banks.Default);

    [Theory]
    [InlineData("BRI", "BRI")]
    [InlineData(" pt bank b.r.i ", "BRI")]
    [InlineData("Jatim", "Bank Jatim")]
    [InlineData("BPD Bali", "BPD Bali")]
    [InlineData("Bank  BJB", "Bank BJB")]
    public void An_offered_bank_is_itself_however_it_is_spelt_and_another_is_as_typed(string typed, string kept) => Banks.Require(typed, Offered).ShouldBe(kept);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("BB")]
    [InlineData("123456")]
    [InlineData("Bank <b>")]
    [InlineData("Bank yang namanya jauh lebih panjang dari itu")]
    public void What_is_no_name_is_refused(string? typed) => Should.Throw<RuleBroken>(() => Banks.Require(typed, Offered)).Code.ShouldBe("legal.bank");

    [Fact]
    public void What_is_offered_is_a_list_of_different_names()
    {
        Banks.Check(Banks.Default);
        Banks.Check("Bank Jatim, BPD Bali");
        foreach (var wrong in new[] { "", ",", "BRI,Bank BRI", "BRI,X" })
        {
            Should.Throw<RuleBroken>(() => Banks.Check(wrong)).Code.ShouldBe("legal.bank");
        }
    }
}

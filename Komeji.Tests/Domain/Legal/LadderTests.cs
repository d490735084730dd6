using Komeji.Domain.Common;
using Komeji.Domain.Legal;

namespace Komeji.Tests.Domain.Legal;

public sealed class LadderTests
{
    static readonly DateOnly Today = new(2026, 10, 5);
    static readonly Checklist Asked = Checklist.Read("perorangan=ktp,nib; makanan=p-irt|bpom,halal|tidak-halal");

    static HeldDocument Held(DocumentKind kind, DocumentState state = DocumentState.Approved, DateOnly? until = null) => new(kind, state, until);

    [Fact]
    public void It_is_climbed_by_papers_in_force()
    {
        var food = Asked.For("makanan");
        var card = Held(DocumentKind.IdentityCard);
        var nib = Held(DocumentKind.BusinessNumber);
        var without = Held(DocumentKind.BusinessNumber, DocumentState.Waived, Today.AddDays(30));
        var permit = Held(DocumentKind.FoodAndDrugPermit, DocumentState.Expiring, Today);
        var halal = Held(DocumentKind.NotHalal);
        Ladder.Of([], food, Today).ShouldBe(Rung.None);
        Ladder.Of([card], food, Today).ShouldBe(Rung.Registered);
        Ladder.Of([permit, halal], food, Today).ShouldBe(Rung.None);
        Ladder.Of([card, nib, permit], food, Today).ShouldBe(Rung.Basic);
        Ladder.Of([card, nib, permit, halal], food, Today).ShouldBe(Rung.Product);
        Ladder.Of([card, nib, permit, halal], food, Today.AddDays(1)).ShouldBe(Rung.Basic, "the permit is over");
        Ladder.Of([card, nib, permit, halal], null, Today).ShouldBe(Rung.Basic, "a shop is not a product");
        Ladder.Of([card, without, permit, halal], food, Today).ShouldBe(Rung.Registered, "a waiver verifies nothing");
        Ladder.Of([card, nib, permit, Held(DocumentKind.Halal, DocumentState.Waived, Today)], food, Today).ShouldBe(Rung.Product, "a waiver lifts a need");
        Ladder.Of([Held(DocumentKind.IdentityCard, DocumentState.Waived)], food, Today).ShouldBe(Rung.None);
        Ladder.Of([nib], Asked.For("batik-kain"), Today).ShouldBe(Rung.Product, "nothing more is needed for it");
    }

    [Theory]
    [InlineData("2026-10-05T02:00:00Z", "2027-04-16")] // before the rule: 18 October and 180 days
    [InlineData("2026-10-18T16:59:59Z", "2027-04-16")]
    [InlineData("2026-10-18T17:00:00Z", "2027-04-17")] // 19 October in WIB
    [InlineData("2027-03-17T02:00:00Z", "2027-09-13")]
    public void A_permit_never_held_has_its_time_from_when_such_goods_were_first_shown(string shown, string deadline) =>
        new PermitTerms(180).DeadlineOf(DateTimeOffset.Parse(shown, System.Globalization.CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(deadline);

    [Theory]
    [InlineData(DocumentState.Draft)]
    [InlineData(DocumentState.Submitted)]
    [InlineData(DocumentState.InReview)]
    [InlineData(DocumentState.NeedsFix)]
    [InlineData(DocumentState.Rejected)]
    [InlineData(DocumentState.Appealed)]
    [InlineData(DocumentState.Revoked)]
    [InlineData(DocumentState.Expired)]
    public void What_the_office_has_not_said_yes_to_counts_for_nothing(DocumentState state) =>
        Ladder.Of([Held(DocumentKind.BusinessNumber, state)], null, Today).ShouldBe(Rung.None);

    [Theory]
    [InlineData("makanan")]
    [InlineData("makanan=paspor")]
    [InlineData("a=ktp;a=nib")]
    public void A_checklist_that_cannot_be_read_is_refused(string text) => Should.Throw<RuleBroken>(() => Checklist.Read(text)).Code.ShouldBe("legal.checklist");

    [Fact]
    public void A_new_shop_has_six_months_for_its_nib_and_an_old_one_until_the_rule_says()
    {
        var terms = new NibTerms(6, 18);
        var opened = new DateTimeOffset(2026, 10, 5, 2, 0, 0, TimeSpan.Zero);
        NibStanding.Of(true, opened, terms, Today).Status.ShouldBe(NibStatus.Verified);
        NibStanding.Of(false, opened, terms, Today).ShouldBe(new NibStanding(NibStatus.InProcess, new DateOnly(2027, 4, 5), 182));
        NibStanding.Of(false, opened, terms, new DateOnly(2027, 4, 4)).DaysLeft.ShouldBe(1);
        NibStanding.Of(false, opened, terms, new DateOnly(2027, 4, 5)).Status.ShouldBe(NibStatus.Restricted);
        NibStanding.Of(false, opened, terms, new DateOnly(2027, 4, 5), new DateOnly(2027, 4, 30)).ShouldBe(new NibStanding(NibStatus.InProcess, new DateOnly(2027, 5, 1), 26), "a waiver lifts the restriction and nothing else");
        NibStanding.Of(false, opened, terms, Today, new DateOnly(2026, 12, 1)).Deadline.ShouldBe(new DateOnly(2027, 4, 5), "nor does it take time away");
        NibStanding.Of(false, new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), terms, Today).Deadline.ShouldBe(new DateOnly(2027, 12, 8));
    }

    [Fact]
    public void A_changed_bank_account_waits_three_days_and_must_bear_the_right_name()
    {
        var now = new DateTimeOffset(2026, 10, 5, 2, 0, 0, TimeSpan.Zero);
        var profile = LegalProfile.Begin(new UserId(Guid.Empty), now);
        var first = new BankFacts("BRI", new KeptNumber("****1", "s1", "i1"), "SITI AMINAH");
        Should.Throw<RuleBroken>(() => profile.TellBank(first, now)).Code.ShouldBe("legal.order");
        profile.TellOwner(new OwnerFacts("Siti Aminah", new KeptNumber("3578", "s", "i"), "+62812"), now);
        profile.TellBusiness(new BusinessFacts(LegalForm.Individual, "", "", new Kbli("10794", 2020), new Rupiah(5_000_000), new Rupiah(60_000_000)), now);
        Should.Throw<RuleBroken>(() => profile.TellBank(first with { Holder = "Budi" }, now)).Code.ShouldBe("legal.holder");
        profile.TellBank(first, now).ShouldBeFalse();
        profile.TellBank(new BankFacts("BCA", new KeptNumber("****2", "s2", "i2"), "Siti. Aminah"), now).ShouldBeTrue();
        profile.Settle(now.AddDays(3).AddSeconds(-1));
        profile.Bank.ShouldBe("BRI");
        profile.Settle(now.AddDays(3));
        (profile.Bank, profile.Account, profile.NextAccountFrom).ShouldBe(("BCA", "****2", null));
        profile.TellBank(first, now.AddDays(4)).ShouldBeTrue();
        profile.KeepBank(now.AddDays(5));
        profile.Settle(now.AddDays(30));
        profile.Bank.ShouldBe("BCA");
    }

    [Fact]
    public void Another_name_asks_for_the_account_anew_and_lets_no_other_account_in_at_once()
    {
        var now = new DateTimeOffset(2026, 10, 5, 2, 0, 0, TimeSpan.Zero);
        var profile = LegalProfile.Begin(new UserId(Guid.Empty), now);
        var business = new BusinessFacts(LegalForm.Individual, "", "", new Kbli("10794", 2020), new Rupiah(5_000_000), new Rupiah(60_000_000));
        var account = new BankFacts("BRI", new KeptNumber("****1", "s1", "i1"), "Siti Aminah");
        profile.TellOwner(new OwnerFacts("Siti Aminah", new KeptNumber("3578", "s", "i"), "+62812"), now);
        profile.TellBusiness(business, now);
        profile.TellBank(account, now);
        profile.HasBank.ShouldBeTrue();
        profile.TellBusiness(business with { Form = LegalForm.LimitedPartnership, Name = "CV Maju" }, now);
        profile.HasBank.ShouldBeFalse("the account is still in a person's name");
        profile.TellBank(new BankFacts("BCA", new KeptNumber("****2", "s2", "i2"), "CV Maju"), now).ShouldBeTrue("it waits like every other account");
        profile.Bank.ShouldBe("BRI");
        profile.TellBank(account with { Holder = "CV Maju" }, now).ShouldBeFalse();
        (profile.HasBank, profile.AccountHolder, profile.NextAccountFrom).ShouldBe((true, "CV Maju", null));
    }
}

using Komeji.Application.Accounts;
using Komeji.Application.Legal.Opening;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Legal;

/// <summary>Where sales are paid out to does not go with a stolen account.</summary>
public sealed class AnotherAccountTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_just_replaced_a_contact_waits_until_the_former_one_could_say_no(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var owner = (await new Market(komeji).Shop()).Owner;
        Prove(komeji, owner);
        await komeji.Send(new TellOwner("Yanti Kusuma", "3509015708900002", "081234567890"));
        await komeji.Send(new TellBusiness(LegalForm.Individual, "", "", "10794", 2020, new Rupiah(5_000_000), new Rupiah(60_000_000)));
        await komeji.Send(new TellBank("BRI", "1234567890", "Yanti Kusuma"));
        await Reach(komeji, "081298765432");
        await komeji.Send(new TellBank("BNI", "5555666677", "Yanti Kusuma"));
        await komeji.Send(new KeepBank());

        await Reach(komeji, "pencuri@contoh.id");
        var refusal = await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new TellBank("BCA", "9876543210", "Yanti Kusuma")));
        (refusal.Code, refusal.Message.Contains("bisa diisi mulai", StringComparison.Ordinal)).ShouldBe(("legal.contact_new", true));
        (await komeji.Send(new TellBank("BRI", "1234567890", "Yanti Kusuma"))).ShouldBeNull("the one there is may be told again");
        (await komeji.Read(db => db.LegalProfiles.Select(p => p.NextBank).SingleAsync())).ShouldBe("");

        komeji.Clock.Advance(LegalProfile.CoolingOff);
        Prove(komeji, owner);
        (await komeji.Send(new TellBank("BCA", "9876543210", "Yanti Kusuma"))).ShouldNotBeNull();
    }

    static void Prove(TestKomeji komeji, UserId owner) => komeji.As(owner).In(null, komeji.Clock.GetUtcNow(), secondFactor: true);

    /// <summary>One more contact, or another in the place of the one of its kind.</summary>
    static async Task Reach(TestKomeji komeji, string contact)
    {
        komeji.Clock.Advance(TimeSpan.FromMinutes(1));
        (await komeji.Send(new ConfirmNewContact(await komeji.Send(new AskNewContact(contact)), await komeji.CodeSentTo(contact)))).ShouldBeTrue();
    }
}

using Komeji.Application.Accounts;
using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Accounts;

public sealed class ContactTests
{
    const string Siti = "siti@contoh.id";
    const string Number = "+6281234567890";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_contact_of_the_same_kind_takes_the_place_of_the_old_one_which_is_told(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        await Signed(komeji, Siti);
        var id = await komeji.Send(new AskNewContact("Aminah@Contoh.id"));
        (await komeji.Send(new SignIn("aminah@contoh.id", AccountSteps.Password))).Answer.ShouldNotBe(SignInAnswer.Welcome, "nothing changes before the code is back");

        (await komeji.Send(new ConfirmNewContact(id, await komeji.CodeSentTo("aminah@contoh.id")))).ShouldBeTrue();

        (await komeji.Send(new SignIn("aminah@contoh.id", AccountSteps.Password))).Answer.ShouldBe(SignInAnswer.Welcome);
        (await komeji.Send(new SignIn(Siti, AccountSteps.Password))).Answer.ShouldNotBe(SignInAnswer.Welcome);
        var user = await komeji.Read(db => db.Users.SingleAsync());
        (user.UserName, user.Email, user.PhoneNumber).ShouldBe(("aminah@contoh.id", "aminah@contoh.id", null));
        (await komeji.Read(db => db.Messages.CountAsync(m => m.To == Siti && m.Subject.Contains("diubah")))).ShouldBe(1, "the former one hears of it");
        (await komeji.Read(db => db.StateChanges.CountAsync(c => c.ReasonCode == PersonHistory.ContactChanged))).ShouldBe(1);
        komeji.Clock.Advance(TimeSpan.FromMinutes(1));
        await Register(komeji, Siti, "Siti Lain");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task With_an_e_mail_and_a_number_either_may_go_but_not_both(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        await Signed(komeji, Siti);
        (await Refused(() => komeji.Send(new LeaveContact(Siti)))).ShouldBe("contact.last");
        (await komeji.Send(new ConfirmNewContact(await komeji.Send(new AskNewContact("0812-3456-7890")), await komeji.CodeSentTo(Number)))).ShouldBeTrue();
        foreach (var contact in new[] { Siti, Number })
        {
            (await komeji.Send(new SignIn(contact, AccountSteps.Password))).Answer.ShouldBe(SignInAnswer.Welcome);
        }

        await komeji.Send(new LeaveContact(Siti));
        await komeji.Send(new LeaveContact(Siti));
        var user = await komeji.Read(db => db.Users.SingleAsync());
        (user.UserName, user.Email, user.PhoneNumber, user.IsConfirmed).ShouldBe((Number, null, Number, true));
        (await Refused(() => komeji.Send(new LeaveContact(Number)))).ShouldBe("contact.last");
        (await komeji.Send(new SignIn(Siti, AccountSteps.Password))).Answer.ShouldNotBe(SignInAnswer.Welcome);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Anothers_contact_is_never_taken_and_nobody_learns_that_it_is_one(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        await Register(komeji, Number, "Budi");
        await Signed(komeji, Siti);
        var id = await komeji.Send(new AskNewContact(Number));
        (await komeji.Send(new ShowCodeRequest(id, CodePurpose.NewContact))).SentTo.ShouldBe(Contact.Require(Number).Mask());
        (await komeji.Read(db => db.Messages.OrderByDescending(m => m.CreatedAt).Select(m => m.Body).FirstAsync())).ShouldNotMatch(@"\b\d{6}\b");
        (await Refused(() => komeji.Send(new AskNewContact(Siti.ToUpperInvariant())))).ShouldBe("contact.same");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_code_is_its_askers_and_of_two_who_want_one_contact_the_first_gets_it(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var siti = await Signed(komeji, Siti);
        var first = await komeji.Send(new AskNewContact(Number));
        var code = await komeji.CodeSentTo(Number);
        komeji.Clock.Advance(TimeSpan.FromMinutes(1));
        await Signed(komeji, "budi@contoh.id");
        (await komeji.Send(new ConfirmNewContact(first, code))).ShouldBeFalse("it is not his");
        var second = await komeji.Send(new AskNewContact(Number));
        (await komeji.Send(new ConfirmNewContact(second, await komeji.CodeSentTo(Number)))).ShouldBeTrue();
        komeji.As(siti);
        (await Refused(() => komeji.Send(new ConfirmNewContact(first, code)))).ShouldBe("contact.taken");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_code_that_did_not_come_is_sent_again_after_a_minute_and_only_to_its_asker(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var siti = await Signed(komeji, Siti);
        var first = await komeji.Send(new AskNewContact(Number));
        var firstCode = await komeji.CodeSentTo(Number);
        (await Refused(() => komeji.Send(new SendNewContactCodeAgain(first)))).ShouldBe("code.too_soon");
        komeji.Clock.MoveTo((await komeji.Send(new ShowCodeRequest(first, CodePurpose.NewContact))).AgainAt);
        var second = await komeji.Send(new SendNewContactCodeAgain(first));
        (await komeji.Send(new ConfirmNewContact(first, firstCode))).ShouldBeFalse("the newer one ended it");
        await Signed(komeji, "budi@contoh.id");
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new SendNewContactCodeAgain(second)));
        komeji.As(siti);
        (await komeji.Send(new ConfirmNewContact(second, await komeji.CodeSentTo(Number)))).ShouldBeTrue();
    }

    static async Task<string> Refused(Func<Task> act) => (await act.ShouldThrowAsync<RuleBroken>()).Code;

    static async Task<UserId> Signed(TestKomeji komeji, string contact)
    {
        var id = await Register(komeji, contact, "Siti Aminah");
        komeji.As(id).In(null, komeji.Clock.GetUtcNow());
        return id;
    }

    static async Task<UserId> Register(TestKomeji komeji, string contact, string name)
    {
        var pass = await komeji.Registered(contact, name: name);
        komeji.Clock.Advance(TimeSpan.FromMinutes(1));
        return new UserId(pass.UserId);
    }
}

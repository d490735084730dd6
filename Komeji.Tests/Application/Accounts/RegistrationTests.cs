using Komeji.Application.Accounts;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Accounts;

public sealed class RegistrationTests
{
    const string Password = "kopi pahit pagi";

    [Theory]
    [OnSqlite("0812-3456-7890", "+6281234567890"), OnSqlite("Siti@Contoh.ID", "siti@contoh.id")]
    [OnPostgres("62 812 3456 7890", "+6281234567890"), OnPostgres("Siti@Contoh.ID", "siti@contoh.id")]
    public async Task Makes_an_account_by_e_mail_or_number_when_the_code_comes_back(Engine engine, string typed, string kept)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var id = await komeji.Send(new Register(typed, "  Siti   Aminah ", Password, true, true));
        (await komeji.Read(db => db.Users.CountAsync())).ShouldBe(0);

        var pass = await komeji.Send(new ConfirmRegistration(id, await komeji.CodeSentTo(kept)));

        pass.ShouldNotBeNull();
        var user = await komeji.Read(db => db.Users.SingleAsync());
        (user.UserName, user.FullName, user.IsConfirmed).ShouldBe((kept, "Siti Aminah", true));
        (user.Email ?? user.PhoneNumber).ShouldBe(kept);
        (await komeji.Send(new SignIn(typed, Password))).Answer.ShouldBe(SignInAnswer.Welcome);
        var consents = await komeji.Read(db => db.Consents.OrderBy(c => c.Id).ToListAsync());
        consents.Select(c => (c.UserId, c.Purpose, c.Given)).ShouldBe([(user.Id, Consent.Terms, true), (user.Id, Consent.News, true)]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_code_works_once_and_a_newer_one_ends_it(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var first = await komeji.Send(new Register("081234567890", "Siti", Password, true, false));
        var firstCode = await komeji.CodeSentTo("+6281234567890");
        komeji.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await komeji.Send(new SendCodeAgain(first));
        var secondCode = await komeji.CodeSentTo("+6281234567890");

        (await komeji.Send(new ConfirmRegistration(first, firstCode))).ShouldBeNull();
        (await komeji.Send(new ConfirmRegistration(second, secondCode))).ShouldNotBeNull();
        (await komeji.Send(new ConfirmRegistration(second, secondCode))).ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_code_dies_after_its_minutes_and_after_five_wrong_tries(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var late = await komeji.Send(new Register("081234567890", "Siti", Password, true, false));
        var lateCode = await komeji.CodeSentTo("+6281234567890");
        komeji.Clock.Advance(TimeSpan.FromMinutes(15));
        (await komeji.Send(new ConfirmRegistration(late, lateCode))).ShouldBeNull();

        var guessed = await komeji.Send(new Register("081234567891", "Siti", Password, true, false));
        var right = await komeji.CodeSentTo("+6281234567891");
        foreach (var wrong in Enumerable.Range(0, 6).Select(n => $"{n}00000").Where(c => c != right).Take(OneTimeCode.MostTries))
        {
            (await komeji.Send(new ConfirmRegistration(guessed, wrong))).ShouldBeNull();
        }

        (await komeji.Send(new ConfirmRegistration(guessed, right))).ShouldBeNull();
        (await komeji.Read(db => db.Users.CountAsync())).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Tells_the_owner_and_not_the_asker_that_an_account_exists(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        await komeji.Registered("081234567890", Password);
        komeji.Clock.Advance(TimeSpan.FromHours(2));

        var id = await komeji.Send(new Register("0812 3456 7890", "Peniru", "sandi milik peniru", true, false));

        (await komeji.Send(new ShowCodeRequest(id, CodePurpose.ConfirmContact))).SentTo.ShouldBe("0812-••••-7890");
        (await komeji.Read(db => db.Messages.OrderByDescending(m => m.CreatedAt).Select(m => m.Subject).FirstAsync())).ShouldBe("Anda sudah punya akun Komeji");
        (await komeji.Send(new SignIn("081234567890", "sandi milik peniru"))).Answer.ShouldBe(SignInAnswer.Refused);
        (await komeji.Send(new SignIn("081234567890", Password))).Answer.ShouldBe(SignInAnswer.Welcome);
    }

    /// <summary>Somebody asks first with the victim's number and a password of their own; the victim's own registration wins.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_can_leave_a_password_waiting_on_anothers_number(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var attacker = await komeji.Send(new Register("081234567890", "Penyerang", "sandi si penyerang", true, false));
        komeji.Clock.Advance(TimeSpan.FromMinutes(1));
        var victim = await komeji.Send(new Register("081234567890", "Siti", Password, true, false));
        var code = await komeji.CodeSentTo("+6281234567890");

        (await komeji.Send(new ConfirmRegistration(attacker, code))).ShouldBeNull();
        (await komeji.Send(new ConfirmRegistration(victim, code))).ShouldNotBeNull();

        (await komeji.Send(new SignIn("081234567890", "sandi si penyerang"))).Answer.ShouldBe(SignInAnswer.Refused);
        (await komeji.Read(db => db.Users.SingleAsync())).FullName.ShouldBe("Siti");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Limits_codes_per_hour_alike_for_known_and_unknown_contacts(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        await komeji.Registered("siti@contoh.id", Password);
        komeji.Clock.Advance(TimeSpan.FromHours(2));
        foreach (var contact in new[] { "siti@contoh.id", "tidak-ada@contoh.id" })
        {
            for (var n = 0; n < 5; n++)
            {
                await komeji.Send(new AskPasswordReset(contact));
            }

            (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new AskPasswordReset(contact)))).Code.ShouldBe("code.too_many");
        }

        komeji.Clock.Advance(TimeSpan.FromMinutes(61));
        await komeji.Send(new AskPasswordReset("siti@contoh.id"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_confirmations_at_once_make_one_account(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var id = await komeji.Send(new Register("081234567890", "Siti", Password, true, false));
        var code = await komeji.CodeSentTo("+6281234567890");

        var passes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => komeji.Send(new ConfirmRegistration(id, code)))));

        passes.Count(p => p is not null).ShouldBe(1);
        (await komeji.Read(db => db.Users.CountAsync())).ShouldBe(1);
    }

    [Theory]
    [InlineData("bukan kontak", "Siti", Password, true, "contact.unreadable")]
    [InlineData("021555012", "Siti", Password, true, "contact.unreadable")]
    [InlineData("a@b@c.id", "Siti", Password, true, "contact.unreadable")]
    [InlineData("siti@contoh.id", "S", Password, true, "user.name")]
    [InlineData("siti@contoh.id", "Siti", "pendek7", true, "password.short")]
    [InlineData("siti@contoh.id", "Siti", "Password123", true, "password.common")]
    [InlineData("siti@contoh.id", "Siti", "rahasia123", true, "password.common")]
    [InlineData("siti@contoh.id", "Siti", "aaaaaaaaaaaa", true, "password.common")]
    [InlineData("siti.aminah@contoh.id", "Siti", "siti.aminah", true, "password.common")]
    [InlineData("081234567890", "Siti", "081234567890", true, "password.common")]
    [InlineData("siti@contoh.id", "Siti", Password, false, "terms.required")]
    public async Task Refuses_what_cannot_be_an_account(string contact, string name, string password, bool terms, string code)
    {
        await using var komeji = await TestKomeji.Create(Engine.Sqlite);
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new Register(contact, name, password, terms, false)))).Code.ShouldBe(code);
        (await komeji.Read(db => db.Messages.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_password_may_be_long_and_hold_spaces_and_pictures()
    {
        await using var komeji = await TestKomeji.Create(Engine.Sqlite);
        foreach (var (password, n) in new[] { new string('é', 60) + "abcd", " spasi di ujung ", "🍜🍵🥭🌶🐟🌾🛵🎋", "Komeji-demo-2026" }.Select((p, n) => (p, n)))
        {
            await komeji.Registered($"orang{n}@contoh.id", password);
            (await komeji.Send(new SignIn($"orang{n}@contoh.id", password))).Answer.ShouldBe(SignInAnswer.Welcome, password);
            (await komeji.Send(new SignIn($"orang{n}@contoh.id", password.Trim() + "x"))).Answer.ShouldBe(SignInAnswer.Refused, password);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Forgets_what_nobody_can_use_any_more(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var pass = await komeji.Registered("siti@contoh.id", Password);
        var key = await komeji.Send(new OpenSession(pass, "uji"));
        await komeji.Send(new Register("lain@contoh.id", "Lain", Password, true, false));
        (await komeji.Run<ForgetExpiredAccess.Sweep>()).Done.ShouldBe(0);
        komeji.Clock.Advance(TimeSpan.FromDays(15));

        (await komeji.Send(new FindSession(key))).ShouldBeNull();
        (await komeji.Run<ForgetExpiredAccess.Sweep>()).ShouldBe(new Komeji.Application.Jobs.SweepResult(1, 0, ""));

        (await komeji.Read(async db => (await db.Sessions.CountAsync(), await db.OneTimeCodes.CountAsync(), await db.Registrations.CountAsync(), await db.Users.CountAsync()))).ShouldBe((0, 0, 0, 1));
    }
}

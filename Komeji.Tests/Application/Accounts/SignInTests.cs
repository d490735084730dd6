using Komeji.Application.Accounts;
using Komeji.Application.Settings;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Settings;
using Komeji.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Application.Accounts;

public sealed class SignInTests
{
    const string Password = AccountSteps.Password;

    [Theory, OnSqlite, OnPostgres]
    public async Task Ten_failures_lock_the_account_for_a_while_without_saying_so(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        await komeji.Registered("siti@contoh.id");
        await Task.WhenAll(Enumerable.Range(0, User.MostFailures).Select(n => komeji.Send(new SignIn("siti@contoh.id", $"tebakan ke {n}"))));

        (await komeji.Send(new SignIn("siti@contoh.id", Password))).Answer.ShouldBe(SignInAnswer.Refused);
        komeji.Clock.Advance(User.LockedFor);
        (await komeji.Send(new SignIn("siti@contoh.id", Password))).Answer.ShouldBe(SignInAnswer.Welcome);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_reset_needs_its_own_code_and_ends_every_session(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var key = await komeji.Session(await komeji.Registered("siti@contoh.id"));
        await komeji.Registered("budi@contoh.id");
        komeji.Clock.Advance(TimeSpan.FromMinutes(1));
        var mine = await komeji.Send(new AskPasswordReset("siti@contoh.id"));
        var his = await komeji.Send(new AskPasswordReset("budi@contoh.id"));
        var code = await komeji.CodeSentTo("siti@contoh.id");
        const string next = "sandi yang lain lagi";

        (await komeji.Send(new ResetPassword(his, code, next))).ShouldBeFalse();
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new ResetPassword(mine, code, "rahasia123")))).Code.ShouldBe("password.common");
        (await komeji.Send(new ResetPassword(mine, code, next))).ShouldBeTrue();
        (await komeji.Send(new ResetPassword(mine, code, next + "!"))).ShouldBeFalse();

        (await komeji.Send(new FindSession(key))).ShouldBeNull();
        (await komeji.Send(new SignIn("siti@contoh.id", Password))).Answer.ShouldBe(SignInAnswer.Refused);
        (await komeji.Send(new SignIn("siti@contoh.id", next))).Answer.ShouldBe(SignInAnswer.Welcome);
        (await komeji.Send(new SignIn("budi@contoh.id", Password))).Answer.ShouldBe(SignInAnswer.Welcome);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_pass_from_before_a_password_change_opens_nothing(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var pass = await komeji.Registered("siti@contoh.id");
        komeji.As(new UserId(pass.UserId));
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new ChangePassword("bukan ini", "sandi yang lain lagi")))).Code.ShouldBe("password.wrong");
        await komeji.Send(new ChangePassword(Password, "sandi yang lain lagi"));

        (await komeji.Send(new FindSession(await komeji.Session(pass)))).ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_session_in_use_lives_on_and_an_idle_one_ends(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var pass = await komeji.Registered("siti@contoh.id");
        var (used, idle) = (await komeji.Session(pass), await komeji.Session(pass));
        komeji.Clock.Advance(TimeSpan.FromDays(10));
        (await komeji.Send(new FindSession(used)))!.Stale.ShouldBeTrue();
        await komeji.Send(new KeepSession(used));
        (await komeji.Send(new FindSession(used)))!.Stale.ShouldBeFalse();
        komeji.Clock.Advance(TimeSpan.FromDays(10));

        (await komeji.Send(new FindSession(used))).ShouldNotBeNull();
        (await komeji.Send(new FindSession(idle))).ShouldBeNull();
        await komeji.Send(new KeepSession(idle));
        (await komeji.Send(new FindSession(idle))).ShouldBeNull();
        await komeji.Send(new EndSession(used));
        (await komeji.Send(new FindSession(used))).ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_session_used_every_day_ends_on_its_last_day(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var key = await komeji.Session(await komeji.Registered("siti@contoh.id"));
        for (var day = 1; day < 90; day++)
        {
            komeji.Clock.Advance(TimeSpan.FromDays(1));
            await komeji.Send(new KeepSession(key));
        }

        (await komeji.Send(new FindSession(key))).ShouldNotBeNull();
        komeji.Clock.Advance(TimeSpan.FromDays(1));
        await komeji.Send(new KeepSession(key));
        (await komeji.Send(new FindSession(key))).ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_last_day_is_a_setting(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        await komeji.Write(db =>
        {
            db.Settings.Add(new Setting(SettingCatalogue.LongestSessionDays, "10", komeji.Clock.GetUtcNow(), "uji", "uji", null, komeji.Clock.GetUtcNow()));
            return Task.CompletedTask;
        });
        var key = await komeji.Session(await komeji.Registered("siti@contoh.id"));
        komeji.Clock.Advance(TimeSpan.FromDays(9));
        await komeji.Send(new KeepSession(key));
        komeji.Clock.Advance(TimeSpan.FromDays(1));

        (await komeji.Send(new FindSession(key))).ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Staff_need_a_longer_password(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var pass = await komeji.Registered("siti@contoh.id", "pagi2 ngopi");
        await komeji.Write(db =>
        {
            db.RoleGrants.Add(RoleGrant.Give(new UserId(pass.UserId), Roles.Operator, "", Actor.System, "Untuk pengujian", komeji.Clock.GetUtcNow()));
            return Task.CompletedTask;
        });

        (await komeji.Send(new SignIn("siti@contoh.id", "pagi2 ngopi"))).Answer.ShouldBe(SignInAnswer.TooShortForStaff);
        komeji.Clock.Advance(TimeSpan.FromMinutes(1));
        var reset = await komeji.Send(new AskPasswordReset("siti@contoh.id"));
        var code = await komeji.CodeSentTo("siti@contoh.id");
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new ResetPassword(reset, code, "sore ngopi")))).Code.ShouldBe("password.short");
        (await komeji.Send(new ResetPassword(reset, code, "Komeji-demo-2026"))).ShouldBeTrue();
        (await komeji.Send(new SignIn("siti@contoh.id", "Komeji-demo-2026"))).Answer.ShouldBe(SignInAnswer.Welcome);
    }

    /// <summary>The header of Identity's version 3 hash: HMAC-SHA512 and the number of rounds.</summary>
    [Fact]
    public async Task Passwords_are_kept_by_210_000_rounds_of_SHA512_and_older_ones_are_brought_up()
    {
        await using var komeji = await TestKomeji.Create(Engine.Sqlite, services => services.Configure<PasswordHasherOptions>(o => o.IterationCount = Passwords.Iterations));
        await komeji.Registered("siti@contoh.id");
        var weak = new PasswordHasher<User>(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 1_000 })).HashPassword(new User(), Password);
        await komeji.Write(async db => (await db.Users.SingleAsync()).PasswordHash = weak);

        (await komeji.Send(new SignIn("siti@contoh.id", Password))).Answer.ShouldBe(SignInAnswer.Welcome);

        var kept = Convert.FromBase64String((await komeji.Read(db => db.Users.SingleAsync())).PasswordHash!);
        kept[0].ShouldBe((byte)1);
        System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(kept.AsSpan(1)).ShouldBe(2u);
        System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(kept.AsSpan(5)).ShouldBe(210_000u);
    }
}

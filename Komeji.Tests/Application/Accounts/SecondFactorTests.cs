using Komeji.Application.Accounts;
using Komeji.Application.Accounts.SecondFactors;
using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Tests.Support;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Application.Accounts;

public sealed class SecondFactorTests
{
    const string Siti = "siti@contoh.id";

    static async Task<(SignInPass Pass, string Session)> Enter(TestKomeji komeji, string contact = Siti)
    {
        var pass = await komeji.Registered(contact);
        komeji.As(new UserId(pass.UserId));
        return (pass, await komeji.Session(pass));
    }

    static async Task<PassedFactor> SignInWith(TestKomeji komeji, string code, string contact = Siti)
    {
        var first = await komeji.Send(new SignIn(contact, AccountSteps.Password));
        first.Answer.ShouldBe(SignInAnswer.SecondFactorNeeded);
        return await komeji.Send(new PassSecondFactor(first.Pass!, code));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_password_alone_opens_nothing_once_the_app_is_set_up(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var (pass, before) = await Enter(komeji);
        var other = await komeji.Session(pass);
        var (app, _, session) = await komeji.SetUpFactor(before);

        (await komeji.Send(new FindSession(before))).ShouldBeNull("it goes on under a new key");
        (await komeji.Send(new FindSession(other))).ShouldBeNull("other browsers are out");
        (await komeji.Send(new FindSession(session)))!.HasSecondFactor.ShouldBeTrue();

        var half = (await komeji.Send(new SignIn(Siti, AccountSteps.Password))).Pass!;
        (await komeji.Send(new FindSession(await komeji.Session(half)))).ShouldBeNull("a pass without the code opens no session");
        (await SignInWith(komeji, Authenticator.WrongCode)).Answer.ShouldBe(FactorAnswer.Wrong);
        var passed = await SignInWith(komeji, app.Code);
        passed.Answer.ShouldBe(FactorAnswer.Right);
        (await komeji.Send(new FindSession(await komeji.Session(passed.Pass!)))).ShouldNotBeNull();
    }

    /// <summary>Whoever has only the password, and led the account to a contact of her own, does not set up the first second factor there before the owner had three days to read of it.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task After_a_contact_changed_the_first_factor_waits(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        await Enter(komeji);
        var changed = await komeji.Send(new AskNewContact("aminah@contoh.id"));
        (await komeji.Send(new ConfirmNewContact(changed, await komeji.CodeSentTo("aminah@contoh.id")))).ShouldBeTrue();
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new OfferSecondFactor()))).Code.ShouldBe("factor.contact_new");
        komeji.Clock.Advance(TimeSpan.FromHours(72) - TimeSpan.FromMinutes(1));
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new OfferSecondFactor()))).Code.ShouldBe("factor.contact_new");
        komeji.Clock.Advance(TimeSpan.FromMinutes(1));
        (await komeji.Send(new OfferSecondFactor())).ShouldNotBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_code_sent_many_times_at_once_works_once(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var (_, session) = await Enter(komeji);
        var (app, codes, _) = await komeji.SetUpFactor(session);
        var pass = (await komeji.Send(new SignIn(Siti, AccountSteps.Password))).Pass!;
        for (var round = 0; round < TestSize.Of(3, 30); round++)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => komeji.Send(new PassSecondFactor(pass, app.Code))));
            answers.Count(a => a.Answer == FactorAnswer.Right).ShouldBe(1);
            komeji.Clock.Advance(TimeSpan.FromSeconds(30));
        }

        var papers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => komeji.Send(new PassSecondFactor(pass, codes[0]))));
        papers.Count(a => a.Answer == FactorAnswer.Right).ShouldBe(1);
    }

    /// <summary>The same with the guard out: what was used is not remembered, and the code works again.</summary>
    [Fact]
    public async Task Without_the_memory_of_the_last_step_a_code_would_work_twice()
    {
        await using var komeji = await TestKomeji.Create(Engine.Sqlite);
        var (_, session) = await Enter(komeji);
        var (app, _, _) = await komeji.SetUpFactor(session);
        (await SignInWith(komeji, app.Code)).Answer.ShouldBe(FactorAnswer.Right);
        (await SignInWith(komeji, app.Code)).Answer.ShouldBe(FactorAnswer.Wrong);
        await komeji.Write(db => db.SecondFactors.ExecuteUpdateAsync(s => s.SetProperty(f => f.LastStep, 0)));
        (await SignInWith(komeji, app.Code)).Answer.ShouldBe(FactorAnswer.Right);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Guesses_at_the_same_moment_all_count_and_the_person_is_told(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var (pass, session) = await Enter(komeji);
        var (app, _, _) = await komeji.SetUpFactor(session);
        var half = (await komeji.Send(new SignIn(Siti, AccountSteps.Password))).Pass!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => komeji.Send(new PassSecondFactor(half, Authenticator.WrongCode))));

        answers.Count(a => a.Answer == FactorAnswer.Wrong).ShouldBe(SecondFactor.MostFailures - 1);
        (await SignInWith(komeji, app.Code)).ShouldBe(new PassedFactor(FactorAnswer.Locked, LockedUntil: komeji.Clock.GetUtcNow().AddMinutes(15)));
        var owner = new UserId(pass.UserId);
        (await komeji.Read(db => db.Notifications.Where(n => n.UserId == owner).Select(n => n.Title).ToListAsync())).ShouldContain("Kode kedua dikunci sementara");
        komeji.Clock.Advance(TimeSpan.FromMinutes(15));
        (await SignInWith(komeji, app.Code)).Answer.ShouldBe(FactorAnswer.Right);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Neither_the_secret_nor_the_recovery_codes_can_be_read_from_the_database(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var (pass, session) = await Enter(komeji);
        komeji.In(session, komeji.Clock.GetUtcNow());
        await komeji.Send(new OfferSecondFactor());
        var key = (await komeji.Send(new ShowOfferedFactor())).Key!;
        var codes = (await komeji.Send(new ConfirmSecondFactor(new Authenticator(key, komeji.Clock).Code, await komeji.Read(FactorSteps.SetUpCode))))!.RecoveryCodes;

        codes.ShouldBeUnique();
        codes.Count.ShouldBe(RecoveryCode.Count);
        var kept = await komeji.Read(db => db.SecondFactors.SingleAsync());
        var secret = Totp.Read(key);
        kept.Sealed.ShouldNotContain(Convert.ToBase64String(secret)[..20]);
        new FactorKey(new byte[32]).Open(pass.UserId, kept.Sealed).ShouldBe(secret);
        new FactorKey(new byte[32]).Open(Guid.Empty, kept.Sealed).ShouldBeNull("a row moved to another person opens nothing");
        new FactorKey([.. Enumerable.Repeat((byte)1, 32)]).Open(pass.UserId, kept.Sealed).ShouldBeNull("nor does another master key");
        var hashes = await komeji.Read(db => db.RecoveryCodes.Select(c => c.CodeHash).ToListAsync());
        hashes.ShouldAllBe(h => h.Length == 64 && !codes.Any(c => h.Contains(c.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Whoever has stolen the password has an app of his own, but not the person's messages.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_password_alone_sets_no_first_factor_up(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var (pass, session) = await Enter(komeji);
        komeji.Clock.Advance(TimeSpan.FromMinutes(1));
        komeji.In(session, komeji.Clock.GetUtcNow());
        (await komeji.Send(new OfferSecondFactor())).ShouldBe(Contact.Require(Siti).Mask());
        var offered = await komeji.Send(new ShowOfferedFactor());
        var app = new Authenticator(offered.Key!, komeji.Clock);
        var first = await komeji.Read(FactorSteps.SetUpCode);
        foreach (var guess in new[] { "", Authenticator.WrongCode, app.Code })
        {
            (await komeji.Send(new ConfirmSecondFactor(app.Code, guess))).ShouldBeNull(guess);
        }

        (await komeji.Read(db => db.Users.Where(u => u.Id == pass.UserId).Select(u => u.TwoFactorEnabled).SingleAsync())).ShouldBeFalse();
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new SendSetUpCodeAgain()))).Code.ShouldBe("code.too_soon");
        komeji.Clock.MoveTo(offered.Sent!.AgainAt);
        await komeji.Send(new SendSetUpCodeAgain());
        (await komeji.Send(new ConfirmSecondFactor(app.Code, first))).ShouldBeNull("a newer one was sent");
        (await komeji.Send(new ConfirmSecondFactor(app.Code, await komeji.Read(FactorSteps.SetUpCode)))).ShouldNotBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_phone_replaces_the_old_one_when_its_code_has_come(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var (_, session) = await Enter(komeji);
        var (old, oldCodes, now) = await komeji.SetUpFactor(session);
        await komeji.Send(new OfferSecondFactor());
        (await SignInWith(komeji, old.Code)).Answer.ShouldBe(FactorAnswer.Right, "the old phone works until the new one is proved");
        var fresh = new Authenticator((await komeji.Send(new ShowOfferedFactor())).Key!, komeji.Clock);
        (await komeji.Send(new ConfirmSecondFactor(Authenticator.WrongCode))).ShouldBeNull();
        komeji.In(now, komeji.Clock.GetUtcNow(), secondFactor: true);
        (await komeji.Send(new ConfirmSecondFactor(fresh.Code))).ShouldNotBeNull();

        komeji.Clock.Advance(TimeSpan.FromSeconds(30));
        (await SignInWith(komeji, old.Code)).Answer.ShouldBe(FactorAnswer.Wrong);
        (await SignInWith(komeji, oldCodes[0])).Answer.ShouldBe(FactorAnswer.Wrong);
        (await SignInWith(komeji, fresh.Code)).Answer.ShouldBe(FactorAnswer.Right);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Buyers_may_leave_it_and_staff_may_not(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var (pass, session) = await Enter(komeji);
        var (_, _, mine) = await komeji.SetUpFactor(session);
        await komeji.Write(db =>
        {
            db.RoleGrants.Add(RoleGrant.Give(new UserId(pass.UserId), Roles.Operator, "", Actor.System, "Untuk pengujian", komeji.Clock.GetUtcNow()));
            return Task.CompletedTask;
        });
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new TurnOffSecondFactor()))).Code.ShouldBe("factor.required");
        await komeji.Write(db => db.RoleGrants.ExecuteDeleteAsync());
        await komeji.Send(new TurnOffSecondFactor());

        (await komeji.Send(new FindSession(mine))).ShouldBeNull();
        (await komeji.Send(new SignIn(Siti, AccountSteps.Password))).Answer.ShouldBe(SignInAnswer.Welcome);
        (await komeji.Read(db => db.SecondFactors.CountAsync()) + await komeji.Read(db => db.RecoveryCodes.CountAsync())).ShouldBe(0);
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new TurnOffSecondFactor()))).Code.ShouldBe("factor.off");
    }

    /// <summary>A stand-in for what will pay money out.</summary>
    public sealed record PayOut : ICommand, INeedsSecondFactor
    {
        internal sealed class Handler : IRequestHandler<PayOut>
        {
            public Task<Unit> Handle(PayOut request, CancellationToken cancellationToken) => Unit.Task;
        }
    }

    [Fact]
    public async Task What_pays_out_asks_for_a_second_factor_and_a_new_proof()
    {
        await using var komeji = await TestKomeji.Create(Engine.Sqlite, services => services.AddTransient<IRequestHandler<PayOut, Unit>, PayOut.Handler>());
        var (_, session) = await Enter(komeji);
        var now = komeji.Clock.GetUtcNow();
        komeji.In(session, now);
        await Should.ThrowAsync<SecondFactorNeeded>(() => komeji.Send(new PayOut()));
        komeji.In(session, now.AddMinutes(-11), secondFactor: true);
        await Should.ThrowAsync<ProofNeeded>(() => komeji.Send(new PayOut()));
        komeji.In(session, null, secondFactor: true);
        await Should.ThrowAsync<ProofNeeded>(() => komeji.Send(new PayOut()));
        komeji.In(session, now.AddMinutes(-10), secondFactor: true);
        await komeji.Send(new PayOut());
        komeji.As(null).In(null, null);
        await komeji.Send(new PayOut());
    }
}

using Komeji.Application.Accounts;
using Komeji.Application.Accounts.SecondFactors;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Accounts;

public sealed class LostFactorTests
{
    const string Siti = "siti@contoh.id";
    const string Reason = "Sudah dihubungi lewat telepon";

    sealed record Lost(UserId Siti, UserId Maya, UserId Budi, Authenticator App, SignInPass Half);

    /// <summary>Siti with a second factor, signed in nowhere; Maya and Budi are administrators.</summary>
    static async Task<Lost> Lose(TestKomeji komeji)
    {
        var maya = await komeji.Registered("maya@contoh.id");
        var budi = await komeji.Registered("budi@contoh.id");
        var siti = await komeji.Registered(Siti);
        komeji.As(new UserId(siti.UserId));
        var (app, _, _) = await komeji.SetUpFactor(await komeji.Session(siti));
        var half = (await komeji.Send(new SignIn(Siti, AccountSteps.Password))).Pass!;
        komeji.As(null).In(null, DateTimeOffset.MaxValue);
        return new Lost(new UserId(siti.UserId), new UserId(maya.UserId), new UserId(budi.UserId), app, half);
    }

    static async Task<AskedReset?> Ask(TestKomeji komeji, SignInPass half)
    {
        komeji.Clock.Advance(TimeSpan.FromMinutes(1));
        var id = await komeji.Send(new AskFactorReset(half));
        return await komeji.Send(new ConfirmFactorReset(half, id, await komeji.CodeSentTo(Siti)));
    }

    static Task<FactorReset> Standing(TestKomeji komeji) => komeji.Read(db => db.FactorResets.AsNoTracking().OrderByDescending(r => r.AskedAt).FirstAsync());

    [Theory, OnSqlite, OnPostgres]
    public async Task A_buyer_waits_and_is_then_without_it(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var lost = await Lose(komeji);
        var asked = (await Ask(komeji, lost.Half))!;
        asked.ApprovalsNeeded.ShouldBe(0);
        (await Ask(komeji, lost.Half))!.NotBefore.ShouldBe(asked.NotBefore, "asking twice makes one request");
        (await komeji.Read(db => db.FactorResets.CountAsync())).ShouldBe(1);
        (await komeji.Read(db => db.Notifications.CountAsync(n => n.UserId == lost.Siti && n.Title == "Permintaan melepas kode kedua"))).ShouldBe(1);

        komeji.Clock.MoveTo(asked.NotBefore.AddSeconds(-1));
        await komeji.Run<DueFactorResets>();
        (await komeji.Send(new SignIn(Siti, AccountSteps.Password))).Answer.ShouldBe(SignInAnswer.SecondFactorNeeded);

        komeji.Clock.MoveTo(asked.NotBefore);
        (await komeji.Run<DueFactorResets>()).Done.ShouldBe(1);
        (await komeji.Send(new SignIn(Siti, AccountSteps.Password))).Answer.ShouldBe(SignInAnswer.Welcome);
        (await Standing(komeji)).State.ShouldBe(FactorResetState.Done);
        (await komeji.Read(db => db.StateChanges.CountAsync(c => c.SubjectId == lost.Siti.Value && c.ReasonCode == PersonHistory.FactorOff))).ShouldBe(1);
        (await komeji.Read(db => db.Messages.OrderByDescending(m => m.CreatedAt).Where(m => m.To == Siti).Select(m => m.Subject).FirstAsync())).ShouldBe("Kode kedua sudah dilepas");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_still_has_the_phone_stops_it_by_signing_in(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var lost = await Lose(komeji);
        var asked = (await Ask(komeji, lost.Half))!;
        (await komeji.Send(new PassSecondFactor(lost.Half, lost.App.Code))).Answer.ShouldBe(FactorAnswer.Right);
        komeji.Clock.MoveTo(asked.NotBefore);
        await komeji.Run<DueFactorResets>();
        (await Standing(komeji)).State.ShouldBe(FactorResetState.Cancelled);
        (await komeji.Send(new SignIn(Siti, AccountSteps.Password))).Answer.ShouldBe(SignInAnswer.SecondFactorNeeded);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_password_stops_it_too_and_the_half_way_pass_dies(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var lost = await Lose(komeji);
        await Ask(komeji, lost.Half);
        komeji.Clock.Advance(TimeSpan.FromMinutes(1));
        var reset = await komeji.Send(new AskPasswordReset(Siti));
        (await komeji.Send(new ResetPassword(reset, await komeji.CodeSentTo(Siti), "sandi yang lain lagi"))).ShouldBeTrue();
        (await Standing(komeji)).State.ShouldBe(FactorResetState.Cancelled);
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new AskFactorReset(lost.Half)))).Code.ShouldBe("factor_reset.expired");
        (await komeji.Send(new PassSecondFactor(lost.Half, lost.App.Code))).ShouldBe(new PassedFactor(FactorAnswer.Stale));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Staff_need_two_administrators_who_are_not_the_person(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var lost = await Lose(komeji);
        await GiveRole(komeji, lost.Siti, Roles.Admin);
        var asked = (await Ask(komeji, lost.Half))!;
        asked.ApprovalsNeeded.ShouldBe(2);
        var id = (await Standing(komeji)).Id;
        await Refused("factor_reset.self", komeji.As(lost.Siti, Roles.Admin), id);
        komeji.As(lost.Maya, Roles.Admin);
        await komeji.Send(new DecideFactorReset(id, true, Reason));
        await Refused("factor_reset.twice", komeji, id);
        komeji.Clock.MoveTo(asked.NotBefore);
        (await komeji.Run<DueFactorResets>()).Done.ShouldBe(0);

        await komeji.As(lost.Budi, Roles.Admin).Send(new DecideFactorReset(id, true, Reason));
        (await komeji.Run<DueFactorResets>()).Done.ShouldBe(1);
        (await komeji.Send(new SignIn(Siti, AccountSteps.Password))).Answer.ShouldBe(SignInAnswer.Welcome);
        var acts = (await komeji.Send(new ShowPerson(lost.Siti.Value))).Acts;
        acts.Count(a => a.Code == PersonHistory.FactorResetApproved && a.Reason == Reason).ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_administrators_at_the_same_moment_are_two_and_one_twice_is_one(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var lost = await Lose(komeji);
        await GiveRole(komeji, lost.Siti, Roles.Operator);
        await Ask(komeji, lost.Half);
        var id = (await Standing(komeji)).Id;
        await Task.WhenAll(new[] { lost.Maya, lost.Maya, lost.Budi }.Select(by => Task.Run(async () =>
        {
            try
            {
                await komeji.As(by, Roles.Admin).Send(new DecideFactorReset(id, true, Reason));
            }
            catch (RuleBroken again) when (again.Code == "factor_reset.twice" || again.Code == "factor_reset.enough")
            {
                // Of one administrator's two clicks only one counts.
            }
        })));
        var reset = await Standing(komeji);
        new[] { reset.FirstApproval, reset.SecondApproval }.Order().ShouldBe(new Guid?[] { lost.Maya.Value, lost.Budi.Value }.Order());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_shop_owner_needs_one_administrator_and_a_refusal_ends_it(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var lost = await Lose(komeji);
        await komeji.Write(db =>
        {
            var facts = new StoreFacts("Dapur Siti", "", "+6281234567890", TestRegions.Surabaya, "Jl. Mawar 1", "", ["jne:REG"], true);
            db.Stores.Add(Store.Open(lost.Siti, "dapur-siti", facts, komeji.Clock.GetUtcNow()));
            return Task.CompletedTask;
        });
        (await Ask(komeji, lost.Half))!.ApprovalsNeeded.ShouldBe(1);
        komeji.As(lost.Maya, Roles.Admin);
        var row = (await komeji.Send(new ListFactorResets(1))).Rows.Single();
        (row.Needed, row.MayDecide).ShouldBe((1, true));
        await komeji.Send(new DecideFactorReset(row.Id, false, "Bukan orangnya di telepon"));
        (await Standing(komeji)).State.ShouldBe(FactorResetState.Refused);

        komeji.As(null);
        var again = (await Ask(komeji, lost.Half))!;
        await komeji.As(lost.Maya, Roles.Admin).Send(new DecideFactorReset((await Standing(komeji)).Id, true, Reason));
        komeji.Clock.MoveTo(again.NotBefore);
        (await komeji.Run<DueFactorResets>()).Done.ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Its_code_is_only_for_the_person_it_was_sent_to(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var lost = await Lose(komeji);
        var id = await komeji.Send(new AskFactorReset(lost.Half));
        var code = await komeji.CodeSentTo(Siti);
        (await komeji.Send(new ConfirmFactorReset(lost.Half, Guid.Empty, code))).ShouldBeNull();
        (await komeji.Send(new ConfirmFactorReset(lost.Half, id, code == "111111" ? "222222" : "111111"))).ShouldBeNull();
        komeji.Clock.Advance(TimeSpan.FromHours(1));
        (await komeji.Send(new ConfirmFactorReset(lost.Half, id, code))).ShouldBeNull("its time is over");
        (await komeji.Read(db => db.FactorResets.CountAsync())).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_command_line_helps_the_only_administrator_at_once(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var lost = await Lose(komeji);
        await Ask(komeji, lost.Half);
        await komeji.Send(new ResetSecondFactor(Siti));
        (await komeji.Send(new SignIn(Siti, AccountSteps.Password))).Answer.ShouldBe(SignInAnswer.Welcome);
        (await Standing(komeji)).State.ShouldBe(FactorResetState.Cancelled);
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new ResetSecondFactor(Siti)))).Code.ShouldBe("factor.off");
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new ResetSecondFactor("tiada@contoh.id")))).Code.ShouldBe("factor.nobody");
    }

    static async Task GiveRole(TestKomeji komeji, UserId id, string role) => await komeji.Write(db =>
    {
        db.RoleGrants.Add(RoleGrant.Give(id, role, "", Actor.System, "Untuk pengujian", komeji.Clock.GetUtcNow()));
        return Task.CompletedTask;
    });

    static async Task Refused(string code, TestKomeji komeji, Guid id) =>
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new DecideFactorReset(id, true, Reason)))).Code.ShouldBe(code);
}

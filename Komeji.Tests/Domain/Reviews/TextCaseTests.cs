using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Reviews;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain.Reviews;

/// <summary>Every state × every step: only the drawn moves change anything.</summary>
public sealed class TextCaseTests
{
    const string Reason = "Memuat kata yang menghina.";

    static readonly DateTimeOffset Now = Orders.Monday;
    static readonly UserId Reader = new(new Guid(9, 0, 0, new byte[8]));
    static readonly Actor First = Actor.Staff(new Guid(3, 0, 0, new byte[8]), "operator");
    static readonly Actor Second = Actor.Staff(new Guid(4, 0, 0, new byte[8]), "operator");
    static readonly Actor Author = new(new Guid(5, 0, 0, new byte[8]), "penulis");

    static readonly Dictionary<string, (Action<TextCase> Step, TextCaseState[] From)> Steps = new()
    {
        ["report"] = (c => c.Report(Draft(new UserId(new Guid(8, 0, 0, new byte[8]))), Now, Now), [TextCaseState.Reported, TextCaseState.Kept]),
        ["keep"] = (c => c.Keep(Second, Reason, Now), [TextCaseState.Reported, TextCaseState.Appealed]),
        ["hide"] = (c => c.Hide(Second, Reason, TimeSpan.FromDays(14), Now), [TextCaseState.Reported, TextCaseState.Appealed]),
        ["appeal"] = (c => c.Appeal(Author, "Tidak ada kata yang menghina.", Now), [TextCaseState.Hidden]),
    };

    [Fact]
    public void The_drawing_and_the_switch_are_one() => StateDiagram.ShouldMatch<TextCaseState>("reviews.md", "Moderation", TextCaseMoves.From);

    [Fact]
    public void Only_the_listed_steps_change_anything()
    {
        foreach (var state in Enum.GetValues<TextCaseState>())
        {
            foreach (var (name, (step, from)) in Steps)
            {
                var text = In(state);
                text.TakeSteps();
                var refusal = RuleBroken.By(() => step(text));
                if (from.Contains(state))
                {
                    refusal.ShouldBeNull($"{name} in {state}");
                    TextCaseMoves.From(state).Append(state).ShouldContain(text.State, $"{name} in {state}");
                }
                else
                {
                    refusal.ShouldNotBeNull($"{name} in {state}").Code.ShouldBeOneOf("report.moved", "report.decided");
                    (text.State, text.NewSteps.Count).ShouldBe((state, 0), $"{name} in {state}");
                }
            }
        }
    }

    /// <summary>Officers decide and authors appeal, in whatever state; everybody else is refused and nothing happens.</summary>
    [Fact]
    public void Each_step_is_its_own_sides_alone()
    {
        var person = new Guid(6, 0, 0, new byte[8]);
        foreach (var role in Roles.All.Concat(["pembeli", "penulis", "penjual", "staf_toko", Actor.KeeperRole, "sistem"]))
        {
            var by = new Actor(person, role);
            foreach (var state in Enum.GetValues<TextCaseState>())
            {
                foreach (var (step, may) in new (Action<TextCase>, bool)[]
                {
                    (c => c.Keep(by, Reason, Now), role is Roles.Operator or Roles.Admin),
                    (c => c.Hide(by, Reason, TimeSpan.FromDays(14), Now), role is Roles.Operator or Roles.Admin),
                    (c => c.Appeal(by, "Tidak ada kata yang menghina.", Now), role is "penulis" or "penjual" or "staf_toko" or Roles.Mentor),
                })
                {
                    var text = In(state);
                    text.TakeSteps();
                    var refusal = RuleBroken.By(() => step(text));
                    (refusal?.Code == "report.not_yours").ShouldBe(!may, $"{role} in {state}");
                    (text.State == state && text.NewSteps.Count == 0).ShouldBe(refusal is not null, $"{role} in {state}");
                }
            }
        }
    }

    [Fact]
    public void Nobody_decides_twice_about_one_text_nor_about_what_she_reported()
    {
        var text = In(TextCaseState.Appealed);
        Code(() => text.Keep(First, Reason, Now)).ShouldBe("report.own_decision");
        Code(() => text.Hide(First, Reason, TimeSpan.Zero, Now)).ShouldBe("report.own_decision");
        Code(() => text.Keep(Actor.Staff(Reader.Value, "operator"), Reason, Now)).ShouldBe("report.own");
        Code(() => text.Keep(Second, "kurang", Now)).ShouldBe("report.reason");
        text.Hide(Second, Reason, TimeSpan.FromDays(14), Now);
        text.State.ShouldBe(TextCaseState.Removed);
        text.AppealUntil.ShouldBeNull();
    }

    [Fact]
    public void One_person_reports_a_text_again_only_when_it_was_changed()
    {
        var text = In(TextCaseState.Reported);
        Code(() => text.Report(Draft(Reader), Now.AddHours(-1), Now.AddHours(1))).ShouldBe("report.again");
        text.Report(Draft(Reader), Now.AddMinutes(30), Now.AddHours(1));
        text.Reports.Count.ShouldBe(1);
        Code(() => TextCase.Open(TextKind.Review, Guid.Empty, ProductId.New(Now), StoreId.New(Now), new ReportDraft(Reader, TextReportReason.Other, "pendek"), Now)).ShouldBe("report.note");
    }

    [Fact]
    public void An_appeal_has_its_time()
    {
        var text = In(TextCaseState.Hidden);
        Code(() => text.Appeal(Author, "Tidak ada kata yang menghina.", Now.AddDays(14).AddSeconds(1))).ShouldBe("report.appeal_late");
        Code(() => text.Appeal(Author, "tidak", Now)).ShouldBe("report.plea");
        text.Appeal(Author, "Tidak ada kata yang menghina.", Now.AddDays(14));
        text.State.ShouldBe(TextCaseState.Appealed);
    }

    static TextCase In(TextCaseState state)
    {
        var text = TextCase.Open(TextKind.Review, Guid.Empty, ProductId.New(Now), StoreId.New(Now), Draft(Reader), Now);
        if (state == TextCaseState.Kept)
        {
            text.Keep(First, Reason, Now);
        }
        else if (state != TextCaseState.Reported)
        {
            text.Hide(First, Reason, TimeSpan.FromDays(14), Now);
        }

        if (state is TextCaseState.Appealed or TextCaseState.Removed)
        {
            text.Appeal(Author, "Tidak ada kata yang menghina.", Now);
        }

        if (state == TextCaseState.Removed)
        {
            text.Hide(Second, Reason, TimeSpan.FromDays(14), Now);
        }

        text.State.ShouldBe(state);
        return text;
    }

    static ReportDraft Draft(UserId by) => new(by, TextReportReason.Abuse, "");

    static string Code(Action act) => Should.Throw<RuleBroken>(act).Code;
}

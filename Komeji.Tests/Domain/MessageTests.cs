using Komeji.Domain.Common;
using Komeji.Domain.Notifications;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain;

public sealed class MessageTests
{
    static readonly DateTimeOffset Now = new(2026, 10, 5, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_diagram_of_the_docs_draws_the_legal_moves() => StateDiagram.ShouldMatch<MessageState>("notifications.md", "Message", MessageMoves.From);

    [Fact]
    public void Waits_twice_as_long_after_every_failure()
    {
        var message = new Message(MessageChannel.Email, "sri@contoh.id", "Halo", "Isi.", Now);
        var waits = new List<double>();
        for (var at = Now; message.State == MessageState.Waiting; at = message.DueAt)
        {
            message.Claim(TimeSpan.FromMinutes(5), at).ShouldBeTrue();
            message.Fail("sibuk", at);
            waits.Add((message.DueAt - at).TotalMinutes);
        }

        waits.ShouldBe([1, 2, 4, 8, 16, 32, 64, 128]);
        message.State.ShouldBe(MessageState.Dead);
        message.Claim(TimeSpan.FromMinutes(5), Now.AddYears(1)).ShouldBeFalse();
    }

    [Fact]
    public void Nothing_is_sent_that_nobody_claimed()
    {
        var message = new Message(MessageChannel.Email, "sri@contoh.id", "Halo", "Isi.", Now);
        Should.Throw<RuleBroken>(() => message.Succeed(Now)).Code.ShouldBe("message.illegal_move");
        message.Claim(TimeSpan.FromMinutes(5), Now).ShouldBeTrue();
        message.Claim(TimeSpan.FromMinutes(5), Now).ShouldBeFalse();
        message.Succeed(Now);
        Should.Throw<RuleBroken>(() => message.Fail("terlambat", Now));
        Should.Throw<RuleBroken>(() => message.Revive(Now)).Code.ShouldBe("message.not_dead");
    }
}

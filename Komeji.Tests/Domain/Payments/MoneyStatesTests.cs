using Komeji.Domain.Ledger;
using Komeji.Domain.Payments;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain.Payments;

/// <summary>The whole N×N table of each money machine, against the diagram people read.</summary>
public sealed class MoneyStatesTests
{
    [Fact]
    public void Payments_move_as_docs_draw_them() => Compare<PaymentState>("payments.md", "Payment", PaymentMoves.From);

    [Fact]
    public void Refunds_move_as_docs_draw_them() => Compare<RefundState>("payments.md", "Refund", RefundMoves.From);

    [Fact]
    public void Held_money_moves_as_docs_draw_it() => Compare<EscrowState>("ledger.md", "EscrowShare", EscrowMoves.From);

    static void Compare<TState>(string page, string machine, Func<TState, IReadOnlyList<TState>> movesFrom)
        where TState : struct, Enum
    {
        var drawn = MermaidStates.Read(page, machine);
        var legal = Enum.GetValues<TState>().SelectMany(state => movesFrom(state), (state, next) => ($"{state}", $"{next}"));
        drawn.Order().ShouldBe(legal.Order());
    }
}

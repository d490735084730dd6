using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain.Stores;

public sealed class StoreMovesTests
{
    const string Reason = "Foto produk diambil dari toko lain";

    static readonly DateTimeOffset Now = new(2026, 10, 5, 2, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Review = new(2026, 11, 5);
    static readonly UserId Owner = new(new Guid("00000000-0000-0000-0000-000000000001"));
    static readonly Actor Ratna = Actor.Staff(new Guid("00000000-0000-0000-0000-000000000002"), Roles.Operator);
    static readonly Actor Bayu = Actor.Staff(new Guid("00000000-0000-0000-0000-000000000003"), Roles.Operator);

    static Store Waiting() => Store.Apply(Owner, "dapur", new StoreFacts("Dapur Bu Sri", "", "", "35.78.10.1001", "Jl. Mawar 1", "", ["jne:REG"], true), Now);

    static Store In(StoreState state)
    {
        var store = Waiting();
        if (state is StoreState.Active or StoreState.Suspended)
        {
            store.Activate(Actor.System, Now);
        }

        if (state == StoreState.Suspended)
        {
            store.Suspend(Ratna, Reason, Review, Now);
        }

        if (state == StoreState.Closed)
        {
            store.Close(Actor.Seller(Owner.Value), "", Now);
        }

        return store;
    }

    static readonly Dictionary<StoreState, Action<Store>> Ways = new()
    {
        [StoreState.Suspended] = s => (s.State == StoreState.Suspended ? (Action)(() => s.KeepSuspended(Bayu, Reason, Review, Now)) : () => s.Suspend(Ratna, Reason, Review, Now))(),
        [StoreState.Active] = s => (s.State == StoreState.Suspended ? (Action)(() => s.Reopen(Bayu, Reason, Now)) : () => s.Activate(Ratna, Now, Reason))(),
        [StoreState.Closed] = s => s.Close(Ratna, "", Now),
    };

    [Fact]
    public void The_drawing_shows_the_moves_the_switch_allows() => StateDiagram.ShouldMatch<StoreState>("seller.md", "How a shop stands", StoreMoves.From);

    [Fact]
    public void Every_verb_does_in_every_state_what_the_table_says()
    {
        foreach (var from in Enum.GetValues<StoreState>().Where(s => s != StoreState.Draft))
        {
            foreach (var (to, act) in Ways)
            {
                var store = In(from);
                if (StoreMoves.From(from).Contains(to))
                {
                    act(store);
                    store.State.ShouldBe(to, $"{from} to {to}");
                }
                else
                {
                    Should.Throw<RuleBroken>(() => act(store), $"{from} to {to}").Code.ShouldBe("store.state");
                    store.State.ShouldBe(from);
                }
            }
        }
    }

    [Fact]
    public void A_shop_is_told_then_waits_then_opens_and_each_step_is_recorded()
    {
        var store = In(StoreState.Suspended);
        store.NewSteps.Select(s => (s.From, s.To, s.ReasonCode)).ShouldBe(
        [
            ("", "Draft", "store.begun"), ("Draft", "AwaitingReview", "store.sent_in"), ("AwaitingReview", "Active", "store.opened"), ("Active", "Suspended", "store.suspended"),
        ]);
        (store.SuspensionReason, store.ReviewOn, store.TakesOrders).ShouldBe((Reason, Review, false));
    }

    [Fact]
    public void A_suspension_says_why_and_when_it_is_looked_at_again()
    {
        var store = In(StoreState.Active);
        Should.Throw<RuleBroken>(() => store.Suspend(Ratna, "pendek", Review, Now)).Code.ShouldBe("store.reason");
        foreach (var day in new[] { new DateOnly(2026, 10, 5), new DateOnly(2027, 1, 4) })
        {
            Should.Throw<RuleBroken>(() => store.Suspend(Ratna, Reason, day, Now)).Code.ShouldBe("store.review_on");
        }

        Should.Throw<RuleBroken>(() => store.Suspend(Actor.Staff(Owner.Value, Roles.Admin), Reason, Review, Now)).Code.ShouldBe("store.own");
        store.State.ShouldBe(StoreState.Active);
    }

    [Fact]
    public void An_appeal_is_made_once_and_heard_by_somebody_else()
    {
        var store = In(StoreState.Suspended);
        store.AppealSuspension("Foto itu saya ambil sendiri", Now);
        Should.Throw<RuleBroken>(() => store.AppealSuspension("Sekali lagi saya katakan", Now)).Code.ShouldBe("store.appeal");
        Should.Throw<RuleBroken>(() => store.Reopen(Ratna, Reason, Now)).Code.ShouldBe("store.other_person");
        Should.Throw<RuleBroken>(() => store.KeepSuspended(Ratna, Reason, Review, Now)).Code.ShouldBe("store.other_person");
        store.KeepSuspended(Bayu, Reason, new DateOnly(2026, 12, 1), Now);
        store.AppealWaits.ShouldBeFalse();
        store.Reopen(Ratna, Reason, Now);
        (store.State, store.SuspensionReason, store.ReviewOn).ShouldBe((StoreState.Active, "", null));
        store.Suspend(Ratna, Reason, Review, Now);
        store.CanAppeal.ShouldBeTrue("another suspension has its own appeal");
    }

    [Fact]
    public void A_person_who_opens_a_shop_says_why_and_nobody_opens_her_own()
    {
        var store = Waiting();
        Should.Throw<RuleBroken>(() => store.Activate(Ratna, Now)).Code.ShouldBe("store.reason");
        Should.Throw<RuleBroken>(() => store.Activate(Actor.Staff(Owner.Value, Roles.Operator), Now, Reason)).Code.ShouldBe("store.own");
        store.Activate(Ratna, Now, Reason);
        store.NewSteps[^1].Note.ShouldBe(Reason);
    }

    [Fact]
    public void Nothing_final_is_decided_while_an_appeal_waits()
    {
        var store = In(StoreState.Suspended);
        store.AppealSuspension("Foto itu saya ambil sendiri", Now);
        foreach (var person in new[] { Ratna, Bayu })
        {
            Should.Throw<RuleBroken>(() => store.CloseByStaff(person, Reason, Now)).Code.ShouldBe("store.appeal_waits");
        }

        store.KeepSuspended(Bayu, Reason, new DateOnly(2026, 12, 1), Now);
        store.CloseByStaff(Ratna, Reason, Now);
        store.State.ShouldBe(StoreState.Closed);
    }

    [Fact]
    public void The_end_of_the_owners_ban_does_not_end_what_a_person_decided()
    {
        var store = In(StoreState.Suspended);
        store.SuspendWithOwner(Ratna, "Menipu", Now).ShouldBeFalse();
        store.ReopenWithOwner(Ratna, "Banding", Now).ShouldBeFalse();
        store.State.ShouldBe(StoreState.Suspended);
        var banned = In(StoreState.Active);
        banned.SuspendWithOwner(Ratna, "Menipu", Now).ShouldBeTrue();
        Should.Throw<RuleBroken>(() => banned.Reopen(Ratna, Reason, Now)).Code.ShouldBe("store.state");
        banned.CanAppeal.ShouldBeFalse();
        banned.ReopenWithOwner(Ratna, "Banding", Now).ShouldBeTrue();
    }
}

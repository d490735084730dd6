using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain.Stores;

public sealed class StaffMovesTests
{
    static readonly DateTimeOffset Now = new(2026, 10, 5, 2, 0, 0, TimeSpan.Zero);
    static readonly UserId Owner = new(new Guid("00000000-0000-0000-0000-000000000001"));
    static readonly UserId Person = new(new Guid("00000000-0000-0000-0000-000000000002"));
    static readonly Actor By = Actor.Seller(Owner.Value);

    static readonly Dictionary<StaffState, Action<ShopStaff>> Ways = new()
    {
        [StaffState.Active] = s => s.Accept(Person, Owner, Now),
        [StaffState.Declined] = s => s.Decline(Person, Now),
        [StaffState.Ended] = s => s.End(By, Now),
    };

    static ShopStaff Invited(ShopRights rights = ShopRights.Orders) =>
        ShopStaff.Invite(StoreId.New(Now), new StaffInvitation("Budi", "budi@contoh.id", "sidik", rights), By, TimeSpan.FromDays(7), Now);

    static ShopStaff In(StaffState state)
    {
        var staff = Invited();
        switch (state)
        {
            case StaffState.Active: staff.Accept(Person, Owner, Now); break;
            case StaffState.Declined: staff.Decline(Person, Now); break;
            case StaffState.Lapsed: staff.Lapse(Now.AddDays(7)).ShouldBeTrue(); break;
            case StaffState.Withdrawn: staff.End(By, Now); break;
            case StaffState.Ended: staff.Accept(Person, Owner, Now); staff.End(By, Now); break;
            default: break;
        }

        staff.State.ShouldBe(state);
        return staff;
    }

    [Fact]
    public void The_diagram_of_the_docs_draws_the_legal_moves() => StateDiagram.ShouldMatch<StaffState>("staff.md", "A place in a shop", StaffMoves.From);

    [Fact]
    public void Every_verb_does_in_every_state_what_the_table_says()
    {
        foreach (var from in Enum.GetValues<StaffState>())
        {
            foreach (var (to, act) in Ways)
            {
                var staff = In(from);
                var reached = to == StaffState.Ended && from == StaffState.Invited ? StaffState.Withdrawn : to;
                if (StaffMoves.From(from).Contains(reached) && !(from == StaffState.Active && to == StaffState.Active))
                {
                    act(staff);
                    staff.State.ShouldBe(reached, $"{from} to {to}");
                }
                else
                {
                    Should.Throw<RuleBroken>(() => act(staff), $"{from} to {to}");
                    staff.State.ShouldBe(from);
                }
            }

            if (from != StaffState.Active)
            {
                Should.Throw<RuleBroken>(() => In(from).Allow(ShopRights.Products, By, Now)).Code.ShouldBe("staff.state");
            }

            In(from).Lapse(Now.AddDays(7)).ShouldBe(from == StaffState.Invited);
        }
    }

    [Fact]
    public void Only_rights_an_owner_can_give_are_given()
    {
        foreach (var rights in new[] { ShopRights.None, ShopRights.Papers, ShopRights.Own, ShopRights.All, ShopRights.Orders | ShopRights.Own })
        {
            Should.Throw<RuleBroken>(() => Invited(rights)).Code.ShouldBe("staff.rights");
            Should.Throw<RuleBroken>(() => In(StaffState.Active).Allow(rights, By, Now)).Code.ShouldBe("staff.rights");
        }

        var staff = In(StaffState.Active);
        staff.Allow(ShopRights.Products | ShopRights.Money, By, Now);
        staff.Rights.ShouldBe(ShopRights.Products | ShopRights.Money);
        staff.NewSteps[^1].Note.ShouldBe("Products, Money");
    }

    [Fact]
    public void An_invitation_is_answered_in_time_and_not_by_the_owner()
    {
        Should.Throw<RuleBroken>(() => Invited().Accept(Owner, Owner, Now)).Code.ShouldBe("staff.own_shop");
        Should.Throw<RuleBroken>(() => Invited().Accept(Person, Owner, Now.AddDays(7))).Code.ShouldBe("staff.lapsed");
        Should.Throw<RuleBroken>(() => Invited().Decline(Person, Now.AddDays(7))).Code.ShouldBe("staff.lapsed");
        Invited().Lapse(Now.AddDays(7).AddSeconds(-1)).ShouldBeFalse();
    }
}

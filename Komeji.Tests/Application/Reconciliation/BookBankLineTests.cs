using Komeji.Application.Payments.Approvals;
using Komeji.Application.Payments.Desk;
using Komeji.Application.Reconciliation;
using Komeji.Application.Settings;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Reconciliation;
using Komeji.Domain.Settings;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Reconciliation;

/// <summary>What the bank itself takes and gives: booked once, as the cooperative's, by an officer who says why.</summary>
public sealed class BookBankLineTests
{
    const string Reason = "Biaya administrasi bulanan menurut bank";

    static readonly UserId Other = new(Guid.CreateVersion7(DateTimeOffset.UnixEpoch));
    static readonly DateTimeOffset First = new(2026, 10, 1, 3, 0, 0, TimeSpan.Zero);

    /// <summary>100,000 came, the bank took 10,000, gave 125 and withheld 25 of that.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Charge_interest_and_its_tax_are_the_cooperatives(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var (desk, lines) = await Statement(komeji);
        await desk.Komeji.Send(new BookBankLine(lines[1].Id, BankOwn.Charge, Reason));
        await desk.Komeji.Send(new BookBankLine(lines[2].Id, BankOwn.Interest, "Jasa giro bulan Oktober"));
        await desk.Komeji.Send(new BookBankLine(lines[3].Id, BankOwn.InterestTax, "Pajak atas jasa giro bulan Oktober"));
        (await Balance(komeji, 1020), await Balance(komeji, 5070), await Balance(komeji, 4020)).ShouldBe((90_100, 10_000, -100));
        (await desk.Lines()).ShouldAllBe(l => l.State == MatchState.Matched);
        var shown = await desk.Komeji.Send(new ShowBankLine(lines[1].Id));
        shown.Entries.Single().Amount.ShouldBe(new Rupiah(-10_000));
        shown.Steps[^1].ShouldSatisfyAllConditions(s => s.ReasonCode.ShouldBe("booked_as_bank_own"), s => s.Note.ShouldBe(Reason));
        (await komeji.Read(db => db.Journals.Where(j => j.Rule == "P20").CountAsync())).ShouldBe(3);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task It_is_booked_once_for_ever(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var (desk, lines) = await Statement(komeji);
        var charge = lines[1].Id;
        await desk.Komeji.Send(new BookBankLine(charge, BankOwn.Charge, Reason));
        (await Refused(() => desk.Komeji.Send(new BookBankLine(charge, BankOwn.Charge, Reason)))).ShouldBe("reconciliation.booked");
        await desk.Komeji.Send(new ReopenBankLine(charge, "Perlu dilihat lagi bersama bank"));
        (await Refused(() => desk.Komeji.Send(new BookBankLine(charge, BankOwn.Charge, Reason)))).ShouldBe("reconciliation.booked");
        await desk.Komeji.Send(new MatchByHand(charge, [(await desk.Komeji.Send(new ShowBankLine(charge))).Entries[0].Id]));
        (await Balance(komeji, 5070)).ShouldBe(10_000);
    }

    /// <summary>10,000 were no charge: another officer takes that back, and the line is open and may be booked once more.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Another_officer_takes_it_back_and_the_line_waits_again(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var (desk, lines) = await Statement(komeji);
        var charge = lines[1].Id;
        (await Refused(() => desk.Komeji.Send(new ReverseBankLine(charge, Reason)))).ShouldBe("reconciliation.not_booked");
        await desk.Komeji.Send(new BookBankLine(charge, BankOwn.Charge, Reason));
        (await Refused(() => desk.Komeji.Send(new ReverseBankLine(charge, "Ternyata bukan biaya bank")))).ShouldBe("reconciliation.same_officer");
        (await Refused(() => komeji.As(Other, Roles.Finance).Send(new ReverseBankLine(charge, "salah")))).ShouldBe("reconciliation.reason");
        await komeji.As(Other, Roles.Finance).Send(new ReverseBankLine(charge, "Ternyata bukan biaya bank"));
        (await Balance(komeji, 1020), await Balance(komeji, 5070)).ShouldBe((100_000, 0));
        var shown = await desk.Komeji.Send(new ShowBankLine(charge));
        (shown.State, shown.IsBooked, shown.Entries.Count(e => e.Key.StartsWith("bank-line", StringComparison.Ordinal))).ShouldBe((MatchState.Open, false, 0));
        await desk.Komeji.Send(new BookBankLine(charge, BankOwn.Charge, Reason));
        (await Balance(komeji, 5070)).ShouldBe(10_000);
    }

    /// <summary>2,000,000 of interest are more than one officer books.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_large_one_is_booked_by_two(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var desk = new BankDeskOfTests(komeji);
        await desk.Keep(BankDeskOfTests.Head + "2026-10-02;JASA GIRO;2000000;;2000000;\r\n");
        var line = (await desk.Lines()).Single().Id;
        (await Refused(() => desk.Komeji.Send(new BookBankLine(line, BankOwn.Charge, Reason)))).ShouldBe("reconciliation.too_large");
        (await Refused(() => desk.Komeji.Send(new BookBankLine(line, BankOwn.Interest, "bunga")))).ShouldBe("reconciliation.reason");
        (await desk.Komeji.Send(new BookBankLine(line, BankOwn.Interest, "Jasa giro bulan Oktober"))).ShouldBe(MoneyDecided.Waits);
        (await Balance(komeji, 4020)).ShouldBe(0);
        var asked = await komeji.Read(db => db.MoneyApprovals.Select(a => a.Id).SingleAsync());
        (await Refused(() => desk.Komeji.Send(new ApproveMoney(asked, "Setuju")))).ShouldBe("approval.same_officer");
        await komeji.As(Other, Roles.Finance).Send(new ApproveMoney(asked, "Sesuai rekening koran"));
        (await Balance(komeji, 4020), await Balance(komeji, 1020)).ShouldBe((-2_000_000, 2_000_000));
        (await desk.Lines()).Single().State.ShouldBe(MatchState.Matched);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_no_charge_or_interest_is_not_booked(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var (desk, lines) = await Statement(komeji);
        (await Refused(() => desk.Komeji.Send(new BookBankLine(lines[1].Id, BankOwn.Interest, Reason)))).ShouldBe("reconciliation.direction");
        (await Refused(() => desk.Komeji.Send(new BookBankLine(lines[2].Id, BankOwn.Charge, Reason)))).ShouldBe("reconciliation.direction");
        (await Refused(() => desk.Komeji.Send(new BookBankLine(lines[1].Id, BankOwn.Charge, "biaya")))).ShouldBe("reconciliation.reason");
        await komeji.Write(db =>
        {
            var now = komeji.Clock.GetUtcNow();
            db.Settings.Add(new Setting(SettingCatalogue.BankChargeMost, "9999", now.AddMinutes(-1), "uji", "uji", null, now));
            return Task.CompletedTask;
        });
        (await Refused(() => desk.Komeji.Send(new BookBankLine(lines[1].Id, BankOwn.Charge, Reason)))).ShouldBe("reconciliation.too_large");
        await desk.Komeji.Send(new ExplainBankLine(lines[1].Id, "Dikembalikan bank bulan depan"));
        (await komeji.Read(db => db.Journals.AnyAsync(j => j.Rule == "P20"))).ShouldBeFalse("a refusal books nothing");
    }

    static async Task<(BankDeskOfTests Desk, List<BankLine> Lines)> Statement(TestKomeji komeji)
    {
        var desk = new BankDeskOfTests(komeji);
        await desk.Settled("PO-20261001", 100_000, First);
        await desk.Keep(BankDeskOfTests.Head
            + "2026-10-01;SETTLEMENT PO-20261001;100000;;100000;\r\n"
            + "2026-10-02;BIAYA ADM;;10000;90000;\r\n"
            + "2026-10-02;JASA GIRO;125;;90125;\r\n"
            + "2026-10-02;PAJAK;;25;90100;\r\n");
        return (desk, await desk.Lines());
    }

    static Task<long> Balance(TestKomeji komeji, int account) => komeji.Read(db => db.Entries.Where(e => e.Account == account).SumAsync(e => (long)e.Amount));

    static async Task<string> Refused(Func<Task> act) => (await Should.ThrowAsync<RuleBroken>(act)).Code;
}

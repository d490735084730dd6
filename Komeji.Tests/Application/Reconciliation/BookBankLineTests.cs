using Komeji.Application.Reconciliation;
using Komeji.Application.Settings;
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

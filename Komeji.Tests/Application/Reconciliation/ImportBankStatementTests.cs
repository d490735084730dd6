using System.Text;
using Komeji.Application.Reconciliation;
using Komeji.Domain.Common;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Reconciliation;

/// <summary>A bank's statement is kept whole or not at all, and each of its lines once.</summary>
public sealed class ImportBankStatementTests
{
    const string Head = BankDeskOfTests.Head;

    [Theory, OnSqlite, OnPostgres]
    public async Task Lines_are_kept_once_however_statements_overlap(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var desk = new BankDeskOfTests(komeji);
        const string first = Head + "2026-10-01;SETOR;1.000.000;;1.000.000;A\r\n2026-10-02;TARIK;;250.000;750.000;B\r\n";
        (await desk.Import(first)).ShouldSatisfyAllConditions(r => r.Added.ShouldBe(2), r => r.Known.ShouldBe(0), r => r.Id.ShouldNotBeNull());
        (await desk.Import(first)).ShouldSatisfyAllConditions(r => r.Added.ShouldBe(0), r => r.Known.ShouldBe(2), r => r.Id.ShouldBeNull());

        var more = await desk.Import(Head + "2026-10-02;TARIK;;250000;750000;B\r\n2026-10-02;SETOR;5000;;755000;\r\n2026-10-04;BUNGA;125;0;755125;\r\n");
        (more.Added, more.Known).ShouldBe((2, 1));
        (await desk.Lines()).Select(l => (l.Day.Day, l.Number, l.Amount.Amount, l.Balance.Amount)).ShouldBe(
            [(1, 1, 1_000_000L, 1_000_000L), (2, 1, -250_000L, 750_000L), (2, 2, 5_000L, 755_000L), (4, 1, 125L, 755_125L)]);
        (await komeji.Read(db => db.BankStatements.CountAsync())).ShouldBe(2);
        (await desk.Import(first, account: 1021)).Added.ShouldBe(2, "another account's lines are others");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_bad_row_is_named_and_nothing_is_kept(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var desk = new BankDeskOfTests(komeji);
        var receipt = await desk.Import(Head
            + "2026-10-01;ok;100;;100;\r\n" // 2
            + "1 Okt;tanggal;100;;200;\r\n" // 3
            + "2026-10-06;besok;100;;300;\r\n" // 4: the clock stands at 5 October
            + "2026-10-01;dua;100;50;350;\r\n"
            + "2026-10-01;kosong;;;350;\r\n"
            + "2026-10-01;titik;25.5;;350;\r\n"
            + "2026-10-01;sen;1.000,25;;350;\r\n"
            + "2026-10-01;minus;-5;;350;\r\n"
            + "2026-10-01;saldo;5;;;\r\n");
        receipt.Id.ShouldBeNull();
        receipt.Faults.Select(f => f.Row).ShouldBe([3, 4, 5, 6, 7, 8, 9, 10]);
        (await desk.Lines()).ShouldBeEmpty();
        (await komeji.Read(db => db.BankStatements.CountAsync())).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_statement_that_does_not_connect_is_refused_and_its_row_named(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var desk = new BankDeskOfTests(komeji);
        await desk.Keep(Head + "2026-10-01;SETOR;100;;100;\r\n");
        (await desk.Import(Head + "2026-10-03;SETOR;100;;300;\r\n")).Faults.Single().Row.ShouldBe(2);
        (await desk.Import(Head + "2026-10-01;SETOR;100;;100;\r\n2026-10-03;SETOR;100;;250;\r\n")).Faults.Single().Row.ShouldBe(3);
        (await desk.Import(Head + "2026-10-01;SETOR LAIN;100;;100;\r\n")).Faults.Single().Row.ShouldBe(2);
        (await desk.Lines()).Count.ShouldBe(1);
        (await desk.Import(Head + "2026-09-30;AWAL;50;;0;\r\n")).Faults.ShouldBeEmpty("it ends where the kept one begins");
        (await desk.Lines()).Count.ShouldBe(2);
    }

    /// <summary>As banks and spreadsheets write them: comma or semicolon, with or without a mark, Windows' letters, cents that are none, columns in any order.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Files_of_many_makers_are_read_alike(Engine engine)
    {
        byte[][] files =
        [
            Encoding.UTF8.GetBytes("tanggal,keterangan,masuk,keluar,saldo,referensi\n2026-10-01,Café,1500000,,1500000,R1\n"),
            [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("Tanggal;Keterangan;Masuk;Keluar;Saldo;Referensi\r\n01/10/2026;Café;\"1.500.000,00\";0;Rp 1.500.000;R1\r\n")],
            CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("saldo;masuk;keluar;cabang;tanggal;referensi;keterangan\r\n1500000.00;1500000.00;0.00;SBY;01-10-2026;R1;Café\r\n"),
        ];
        foreach (var file in files)
        {
            await using var komeji = await TestKomeji.Create(engine);
            var desk = new BankDeskOfTests(komeji);
            (await desk.Import(file)).Faults.ShouldBeEmpty();
            (await desk.Lines()).Select(l => (l.Day, l.Text, l.Amount.Amount, l.Reference)).ShouldBe([(new DateOnly(2026, 10, 1), "Café", 1_500_000L, "R1")]);
        }
    }

    [Theory]
    [OnSqlite("", "sheet.empty"), OnSqlite("tanggal;keterangan;masuk;keluar;saldo;referensi\r\n", "table.empty"), OnSqlite("tanggal;keterangan;masuk;keluar;saldo\r\n2026-10-01;a;1;;1\r\n", "table.columns")]
    [OnSqlite("tanggal;keterangan;masuk;masuk;keluar;saldo;referensi\r\n2026-10-01;a;1;1;;1;\r\n", "table.columns"), OnSqlite("%PDF-1.7", "sheet.kind")]
    public async Task What_is_no_statement_is_refused_with_what_to_do(Engine engine, string text, string code)
    {
        await using var komeji = await TestKomeji.Create(engine);
        (await Should.ThrowAsync<RuleBroken>(() => new BankDeskOfTests(komeji).Import(text))).Code.ShouldBe(code);
        (await Should.ThrowAsync<RuleBroken>(() => new BankDeskOfTests(komeji).Import(Head + "2026-10-01;a;1;;1;\r\n", account: 2010))).Code.ShouldBe("statement.account");
    }

    /// <summary>Two who import the same at once: each line once, and nobody meets a fault.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Imported_twice_at_once_each_line_is_kept_once(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var desk = new BankDeskOfTests(komeji);
        var text = Head + string.Concat(Enumerable.Range(1, 40).Select(n => $"2026-10-01;SETOR;100;;{n * 100};\r\n"));
        var receipts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => desk.Import(text)));
        receipts.Sum(r => r.Added).ShouldBe(40);
        (await desk.Lines()).Count.ShouldBe(40);
    }
}

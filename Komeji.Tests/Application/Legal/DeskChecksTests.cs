using Komeji.Application.Legal;
using Komeji.Application.Legal.Office;
using Komeji.Application.Legal.Opening;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Legal;

/// <summary>What the machine finds for the officer is found, and not said of every paper.</summary>
public sealed class DeskChecksTests
{
    const string Nik = "3509015708900002";
    const string AnothersNik = "3578101708900001";
    const string Nib = "1234567890123";

    static async Task<Shop> Told(Papers papers, LegalForm form, string name)
    {
        var shop = await papers.Market.Shop();
        papers.Komeji.As(shop.Owner);
        await papers.Komeji.Send(new TellOwner("Yanti Kusuma", Nik, "081234567890"));
        await papers.Komeji.Send(new TellBusiness(form, name, Nib, "10794", 2020, new Rupiah(5_000_000), new Rupiah(60_000_000)));
        return shop;
    }

    /// <summary>What the officer reads of a paper with this number.</summary>
    static async Task<IReadOnlyList<MachineCheck>> Checks(Papers papers, Shop shop, DocumentKind kind, string number)
    {
        var komeji = papers.Komeji;
        komeji.As(shop.Owner);
        await komeji.Send(new SaveDocument(kind, number, "Penerbit", null, null));
        await komeji.Send(new AddScan(kind, new MemoryStream(Papers.Pdf)));
        await komeji.Send(new SubmitDocument(kind));
        var id = await komeji.Read(db => db.LegalVerifications.Where(d => d.StoreId == shop.Id && d.Kind == kind).Select(d => d.Id).SingleAsync());
        return (await papers.AsOfficer().Send(new ShowPaper(id))).Checks;
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_paper_is_laid_beside_what_the_seller_told(Engine engine)
    {
        await using var papers = await Papers.Begin(engine);
        var right = await Told(papers, LegalForm.Company, "PT Kerupuk Jember");
        (await Checks(papers, right, DocumentKind.BusinessNumber, Nib)).ShouldContain(new MachineCheck(true, "NIB sama dengan data usaha"));
        (await Checks(papers, right, DocumentKind.TaxNumber, Nik)).ShouldContain(new MachineCheck(true, "NPWP sama dengan NIK pemilik"));
        (await Checks(papers, right, DocumentKind.LegalEntity, "AHU-0012345.AH.01.01.TAHUN 2024")).ShouldAllBe(c => c.IsFine);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_differs_is_pointed_out(Engine engine)
    {
        await using var papers = await Papers.Begin(engine);
        var wrong = await Told(papers, LegalForm.Company, "PT Kerupuk Jember");
        (await Checks(papers, wrong, DocumentKind.BusinessNumber, "9999999999999")).ShouldContain(c => !c.IsFine && c.Says.Contains("NIB berbeda"));
        (await Checks(papers, wrong, DocumentKind.TaxNumber, AnothersNik)).ShouldContain(c => !c.IsFine && c.Says.Contains("bukan NIK pemilik"));
        (await Checks(papers, wrong, DocumentKind.LegalEntity, "1234/BH/XIV/1998")).ShouldContain(c => !c.IsFine && c.Says.Contains("Nomor SK"), "a cooperative's number of a company");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_number_that_lost_its_form_is_not_called_right(Engine engine)
    {
        await using var papers = await Papers.Begin(engine);
        var shop = await papers.Market.Shop();
        var id = await papers.SendIn(shop, DocumentKind.BusinessNumber);
        await papers.Komeji.Read(db => db.LegalVerifications.Where(d => d.Id == id).ExecuteUpdateAsync(set => set.SetProperty(d => d.Number, "91200")));
        (await papers.AsOfficer().Send(new ShowPaper(id))).Checks.ShouldContain(c => !c.IsFine && c.Says.Contains("Bentuk nomor"));
    }
}

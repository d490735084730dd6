using System.Text;
using Komeji.Application.Catalog;
using Komeji.Application.Catalog.Searches;
using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Application.Legal;
using Komeji.Application.Legal.Office;
using Komeji.Application.Legal.Opening;
using Komeji.Application.Stores;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Tests.Support;
using Komeji.Web.Areas.Shop.Catalog;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Application.Legal;

public sealed class PaperTests
{
    const string Nik = "3509015708900002";
    const string Reason = "Dilihat untuk pengujian";

    static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nstartxref\n9\n%%EOF\n");

    static async Task<(TestKomeji Komeji, Market Market, KeptFiles Files)> Begin(Engine engine)
    {
        var files = new KeptFiles();
        var komeji = await TestKomeji.Create(engine, services =>
        {
            services.AddSingleton<IPictures>(files);
            services.AddSingleton<IPrivateFiles>(files);
        });
        return (komeji, new Market(komeji), files);
    }

    static Verdict Right(DateOnly? until = null) => new(CheckedHow.Oss, new DateOnly(2026, 1, 5), until, "");

    static async Task Tell(TestKomeji komeji, UserId owner)
    {
        komeji.As(owner);
        await komeji.Send(new TellOwner("Yanti Kusuma", Nik, "081234567890"));
        await komeji.Send(new TellBusiness(LegalForm.Individual, "", "", "10794", 2020, new Rupiah(5_000_000), new Rupiah(60_000_000)));
    }

    static async Task<DocumentId> SendIn(TestKomeji komeji, Shop shop, DocumentKind kind = DocumentKind.BusinessNumber, string number = "1234567890123")
    {
        komeji.As(shop.Owner);
        await komeji.Send(new SaveDocument(kind, number, "OSS", new DateOnly(2026, 1, 5), null));
        await komeji.Send(new AddScan(kind, new MemoryStream(Pdf)));
        await komeji.Send(new SubmitDocument(kind));
        return await komeji.Read(db => db.LegalVerifications.Where(d => d.StoreId == shop.Id && d.Kind == kind).Select(d => d.Id).SingleAsync());
    }

    static Task<DocumentState> StateOf(TestKomeji komeji, DocumentId id) => komeji.Read(db => db.LegalVerifications.Where(d => d.Id == id).Select(d => d.State).SingleAsync());

    [Theory, OnSqlite, OnPostgres]
    public async Task A_paper_goes_from_the_seller_to_the_officer_and_back_until_it_is_right(Engine engine)
    {
        var (komeji, market, _) = await Begin(engine);
        await using var disposing = komeji;
        var shop = await market.Shop();
        var variant = await market.Product(shop);
        var officer = await market.Person();
        var id = await SendIn(komeji, shop);

        komeji.As(officer, Roles.Verifier);
        var queue = await komeji.Send(new ListQueue(QueuePart.Waiting));
        queue.Papers.Rows.ShouldHaveSingleItem().Id.ShouldBe(id.Value);
        (await komeji.Send(new ListQueue(QueuePart.Waiting, DocumentKind.BusinessNumber, "35.09", Words: "TOKO"))).Papers.Rows.ShouldHaveSingleItem();
        (await komeji.Send(new ListQueue(QueuePart.Waiting, Words: "warung"))).Papers.Rows.ShouldBeEmpty();
        await komeji.Send(new ClaimDocument(id));
        (await komeji.Send(new ListQueue(QueuePart.Mine))).Papers.Rows.ShouldHaveSingleItem();
        await komeji.Send(new AskFixes(id, [new Fix(FixOf.Blurred, "Bagian bawah terpotong")]));

        komeji.As(shop.Owner);
        var mine = await komeji.Send(new ShowMyDocument(DocumentKind.BusinessNumber));
        mine.Newest!.Fixes.ShouldBe([new Fix(FixOf.Blurred, "Bagian bawah terpotong")]);
        mine.CanWrite.ShouldBeTrue();
        await komeji.Send(new AddScan(DocumentKind.BusinessNumber, new MemoryStream([1, 2, 3])));
        await komeji.Send(new SubmitDocument(DocumentKind.BusinessNumber));
        var none = await komeji.Send(new SearchProducts(Verified: true));
        none.Page.Rows.ShouldBeEmpty();
        none.Rescue.Without.ShouldBe([(SearchFilter.Legality, 1)]);
        (await komeji.Send(new SearchProducts())).Counts.Verified.ShouldBe(0);

        komeji.As(officer, Roles.Verifier);
        await komeji.Send(new ClaimDocument(id));
        var paper = await komeji.Send(new ShowPaper(id));
        paper.IsMine.ShouldBeTrue();
        paper.Checks.ShouldAllBe(c => c.IsFine);
        await komeji.Send(new ApproveDocument(id, Right()));

        (await StateOf(komeji, id)).ShouldBe(DocumentState.Approved);
        (await komeji.As(null).Send(new SearchProducts(Verified: true))).Page.Rows.ShouldHaveSingleItem();
        (await komeji.Send(new SearchProducts())).Counts.Verified.ShouldBe(1);
        var page = await komeji.Send(new Komeji.Application.Stores.ShowStore(await komeji.Read(db => db.Stores.Where(s => s.Id == shop.Id).Select(s => s.Slug).SingleAsync())));
        (page.Standing.Rung, page.Standing.Nib.Status).ShouldBe((Rung.Basic, NibStatus.Verified));
        page.Standing.Papers[0].Office.ShouldBe("Dinas Koperasi");
        var told = await komeji.Read(db => db.Notifications.Where(n => n.UserId == shop.Owner).Select(n => n.Title).ToListAsync());
        told.ShouldBe(["NIB perlu diperbaiki", "NIB terverifikasi"], ignoreOrder: true);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_officers_who_decide_at_once_one_wins_and_the_other_is_told(Engine engine)
    {
        var (komeji, market, _) = await Begin(engine);
        await using var disposing = komeji;
        var shop = await market.Shop();
        UserId[] officers = [await market.Person(), await market.Person()];
        var id = await SendIn(komeji, shop);
        var claims = await Task.WhenAll(officers.Select(o => Try(() => komeji.As(o, Roles.Verifier).Send(new ClaimDocument(id)))));
        claims.Count(won => won).ShouldBe(1);
        var winner = officers[Array.IndexOf(claims, true)];

        var decisions = await Task.WhenAll(
            Try(() => komeji.As(winner, Roles.Verifier).Send(new ApproveDocument(id, Right()))),
            Try(() => komeji.As(winner, Roles.Verifier).Send(new RejectDocument(id, Reason))));
        decisions.Count(won => won).ShouldBe(1);
        var steps = await komeji.Read(db => db.StateChanges.Where(c => c.SubjectId == id.Value && c.From == "InReview").CountAsync());
        steps.ShouldBe(1);

        static async Task<bool> Try(Func<Task> act)
        {
            try
            {
                await act();
                return true;
            }
            catch (Exception refused) when (refused is RuleBroken { Code: "legal.taken" or "legal.state" or "legal.not_yours" } or DbUpdateConcurrencyException)
            {
                return false;
            }
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_officer_sees_only_his_territory(Engine engine)
    {
        var (komeji, market, _) = await Begin(engine);
        await using var disposing = komeji;
        var shop = await market.Shop();
        var id = await SendIn(komeji, shop);
        var officer = await market.Person();
        komeji.As(officer, Roles.Verifier).Serving("35.78");
        (await komeji.Send(new ListQueue(QueuePart.Waiting))).Papers.Rows.ShouldBeEmpty();
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new ShowPaper(id)));
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new ClaimDocument(id)));
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new RevokeDocument(id, Reason)));
        foreach (var territory in new[] { "35.09", "35", "35.09.01", TestRegions.Jember })
        {
            komeji.Serving(territory);
            (await komeji.Send(new ListQueue(QueuePart.Waiting))).Papers.Rows.ShouldHaveSingleItem(territory);
        }

        await komeji.Read(async db =>
        {
            // The shop moves away and comes back, as EditStore takes its papers along.
            var waiting = await db.LegalVerifications.SingleAsync(d => d.Id == id);
            waiting.Follow("35.78.10.1001");
            await db.SaveChangesAsync();
            return true;
        });
        komeji.Serving("35.09");
        (await komeji.Send(new ListQueue(QueuePart.Waiting))).Papers.Rows.ShouldBeEmpty();
        komeji.As(shop.Owner);
        var mine = await komeji.Send(new ShowMyStore());
        await komeji.Send(new EditStore(mine.Version, mine.Facts with { Phone = "081234567890" }));
        komeji.As(officer, Roles.Verifier).Serving("35.09");
        await komeji.Send(new ClaimDocument(id));
        await komeji.Send(new ApproveDocument(id, Right()));
        (await komeji.Read(db => db.LegalVerifications.Select(d => d.Office).SingleAsync())).ShouldContain("Jember");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Personal_numbers_and_scans_are_sealed_unique_and_every_look_is_written_down(Engine engine)
    {
        var (komeji, market, files) = await Begin(engine);
        await using var disposing = komeji;
        var shop = await market.Shop();
        var other = await market.Shop();
        await Tell(komeji, shop.Owner);
        var id = await SendIn(komeji, shop, DocumentKind.IdentityCard, "");
        var kept = await komeji.Read(db => db.LegalProfiles.AsNoTracking().SingleAsync());
        kept.Nik.ShouldBe("350901******0002");
        (kept.NikSealed + kept.NikIndex).ShouldNotContain(Nik);
        files.Keys.ShouldHaveSingleItem().ShouldEndWith(".bin");
        var stored = new MemoryStream();
        await (await files.Open(files.Keys.Single(), CancellationToken.None))!.CopyToAsync(stored);
        Encoding.Latin1.GetString(stored.ToArray()).ShouldNotContain("%PDF");

        komeji.As(other.Owner);
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new TellOwner("Orang Lain", Nik, "081234567890")))).Code.ShouldBe("legal.nik_taken");
        var scan = await komeji.Read(db => db.LegalVerifications.SelectMany(d => d.Scans).Select(s => s.Id).SingleAsync());
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new OpenMyScan(scan)));
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new RemoveScan(scan)));

        var officer = await market.Person();
        komeji.As(officer, Roles.Verifier);
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new OpenScan(id, scan, "")))).Code.ShouldBe("legal.why");
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new RevealNumber(id, null)))).Code.ShouldBe("legal.why");
        (await komeji.Read(db => db.DataAccesses.CountAsync())).ShouldBe(0);
        await komeji.Send(new ClaimDocument(id));
        (await komeji.Send(new OpenScan(id, scan, null))).Bytes.ShouldBe(Pdf);
        var page = await komeji.Send(new ShowPaper(id));
        page.Checks.ShouldContain(c => c.IsFine && c.Says.Contains("umur 17"));
        page.Checks.ShouldContain(c => c.IsFine && c.Says == "NIK sama dengan data pemilik");
        foreach (var hidden in new[] { "17-08-1990", "1990", "perempuan", "570890" })
        {
            page.Checks.ShouldAllBe(c => !c.Says.Contains(hidden), "what the mask hides is not told beside it");
        }

        (await komeji.Send(new RevealNumber(id, null))).ShouldBe(new RevealedNumber(Nik, "perempuan, lahir 17-08-1990"));
        await komeji.Send(new ApproveDocument(id, Right()));
        var code = await komeji.Read(db => db.LegalVerifications.Select(d => d.CheckCode).SingleAsync());
        var check = await komeji.As(null).Send(new CheckPaper(code!.ToLowerInvariant()));
        (check.IsInForce, check.Number).ShouldBe((true, ""), "what is public holds nothing of the NIK");
        await komeji.As(shop.Owner).Send(new OpenMyScan(scan));
        (await komeji.Send(new ListDecisions(new AuditFilter("toko")))).Rows.Rows.Count.ShouldBe(4);
        (await komeji.Send(new ListAccess(new AuditFilter("warung")))).Rows.Rows.ShouldBeEmpty();
        var seen = await komeji.Send(new ListAccess(new AuditFilter("toko")));
        seen.Rows.Rows.Select(r => (r.Who, r.What, r.Role)).ShouldBe([(shop.Owner, "berkas", "penjual"), (officer, "nomor", Roles.Verifier), (officer, "berkas", Roles.Verifier)]);
        (await komeji.Send(new ListDecisions(new AuditFilter()))).Rows.Rows.Select(r => r.To).ShouldBe(["Approved", "InReview", "Submitted", "Draft"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_file_that_is_refused_leaves_nothing_behind(Engine engine)
    {
        var (komeji, market, files) = await Begin(engine);
        await using var disposing = komeji;
        var shop = await market.Shop();
        komeji.As(shop.Owner);
        foreach (var (content, code) in new (byte[], string)[]
        {
            ([], "scan.empty"),
            (new byte[ScanRoom.MostBytes + 1], "scan.too_large"),
            (Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj"), "scan.pdf_broken"),
            ([.. Pdf, .. "PK zip"u8], "scan.pdf_broken"),
            (Encoding.ASCII.GetBytes("%PDF-1.4\n<</S/JavaScript/JS(app.alert(1))>>\nstartxref\n9\n%%EOF"), "scan.pdf_active"),
            (Encoding.ASCII.GetBytes("%PDF-1.4\n<</EmbeddedFile 1>>\nstartxref\n9\n%%EOF"), "scan.pdf_active"),
            (Encoding.ASCII.GetBytes("%PDF-1.4\ntrailer<</Encrypt 5 0 R>>\nstartxref\n9\n%%EOF"), "scan.pdf_locked"),
        })
        {
            (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new AddScan(DocumentKind.Halal, new MemoryStream(content))))).Code.ShouldBe(code);
        }

        files.Keys.ShouldBeEmpty();
        (await komeji.Read(db => db.LegalVerifications.CountAsync())).ShouldBe(0);
        for (var i = 0; i < LegalVerification.MostScans; i++)
        {
            await komeji.Send(new AddScan(DocumentKind.Halal, new MemoryStream(Pdf)));
        }

        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new AddScan(DocumentKind.Halal, new MemoryStream(Pdf))))).Code.ShouldBe("legal.scans");
        files.Keys.Count.ShouldBe(LegalVerification.MostScans);
        var scan = await komeji.Read(db => db.LegalVerifications.SelectMany(d => d.Scans).Select(s => s.Id).FirstAsync());
        (await komeji.Send(new RemoveScan(scan))).ShouldBe("halal");
        files.Keys.Count.ShouldBe(LegalVerification.MostScans - 1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_jobs_take_back_what_lies_and_end_what_is_over(Engine engine)
    {
        var (komeji, market, _) = await Begin(engine);
        await using var disposing = komeji;
        var shop = await market.Shop();
        var officer = await market.Person();
        var id = await SendIn(komeji, shop);
        await komeji.As(officer, Roles.Verifier).Send(new ClaimDocument(id));
        komeji.Clock.Advance(TimeSpan.FromDays(6));
        await komeji.Run<OverduePapers>();
        (await StateOf(komeji, id)).ShouldBe(DocumentState.InReview);
        komeji.Clock.Advance(TimeSpan.FromDays(3));
        (await komeji.Run<OverduePapers>()).Failures.ShouldBe(0);
        (await StateOf(komeji, id)).ShouldBe(DocumentState.Submitted);
        (await komeji.Read(db => db.Notifications.CountAsync(n => n.UserId == officer))).ShouldBe(1);

        await komeji.Send(new ClaimDocument(id));
        await komeji.Send(new ApproveDocument(id, Right(new DateOnly(2026, 12, 1))));
        komeji.Clock.MoveTo(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero));
        await komeji.Run<EndingPapers>();
        await komeji.Run<EndingPapers>();
        (await StateOf(komeji, id)).ShouldBe(DocumentState.Expiring);
        (await komeji.Read(db => db.Notifications.CountAsync(n => n.UserId == shop.Owner && n.Title.Contains("7 hari lagi")))).ShouldBe(1);
        komeji.Clock.MoveTo(new DateTimeOffset(2026, 12, 1, 16, 59, 0, TimeSpan.Zero));
        await komeji.Run<EndingPapers>();
        (await StateOf(komeji, id)).ShouldBe(DocumentState.Expiring);
        komeji.Clock.MoveTo(new DateTimeOffset(2026, 12, 1, 17, 1, 0, TimeSpan.Zero));
        (await komeji.Run<EndingPapers>()).Failures.ShouldBe(0);
        (await StateOf(komeji, id)).ShouldBe(DocumentState.Expired);
        (await komeji.As(shop.Owner).Send(new ShowMyDocument(DocumentKind.BusinessNumber))).CanWrite.ShouldBeTrue();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_shop_whose_time_for_an_nib_is_over_takes_no_new_orders(Engine engine)
    {
        var (komeji, market, _) = await Begin(engine);
        await using var disposing = komeji;
        var shop = await market.Shop();
        var variant = await market.Product(shop);
        var buyer = await market.Buyer();
        await market.Put(buyer, variant);
        komeji.Clock.MoveTo(new DateTimeOffset(2027, 4, 4, 12, 0, 0, TimeSpan.Zero));
        (await market.Look(buyer)).Offer.Problems.ShouldBeEmpty();
        komeji.Clock.MoveTo(new DateTimeOffset(2027, 4, 4, 17, 0, 0, TimeSpan.Zero));
        var page = await market.Look(buyer);
        page.Offer.Problems.ShouldHaveSingleItem().ShouldContain("NIB");
        (await Should.ThrowAsync<RuleBroken>(() => market.Place(buyer, page))).Code.ShouldBe("checkout.problem");
        (await Should.ThrowAsync<RuleBroken>(() => market.Put(buyer, variant))).Code.ShouldBe("cart.restricted");
        (await Offered()).ShouldBe((false, true));

        var id = await SendIn(komeji, shop);
        var officer = await market.Person();
        komeji.As(officer, Roles.Verifier);
        await komeji.Send(new ClaimDocument(id));
        await komeji.Send(new ApproveDocument(id, Right()));
        (await market.Look(buyer)).Offer.Problems.ShouldBeEmpty();
        (await Offered()).ShouldBe((true, false));

        async Task<(bool, bool)> Offered()
        {
            var slug = await komeji.Read(db => db.Products.Select(p => p.Slug).SingleAsync());
            var view = new ProductView(await komeji.Send(new ShowProduct(slug)), await komeji.Send(new ListCategories()), new SiteAddress("http://komeji.test"));
            return (view.CanBeBought, view.JsonLd.Contains("OutOfStock", StringComparison.Ordinal));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_shop_opens_in_five_steps_kept_as_they_are_told(Engine engine)
    {
        var (komeji, market, _) = await Begin(engine);
        await using var disposing = komeji;
        var owner = await market.Person();
        await Tell(komeji, owner);
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new OpenShop()))).Code.ShouldBe("legal.steps");
        var business = new TellBusiness(LegalForm.Individual, "", "", "", 2025, new Rupiah(5_000_000), new Rupiah(60_000_000));
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(business with { Nib = "1234567890123" }))).Code.ShouldBe("legal.kbli", "who has an NIB reads it there");
        await komeji.Send(business);
        (await komeji.Send(new ShowOpening())).Profile.HasBusiness.ShouldBeTrue("without an NIB nobody knows the code");
        await komeji.Send(new TellPlace(new PlaceFacts(TestRegions.Jember, "Jl. Melati 3", [], true)));
        await komeji.Send(new TellShop("Kerupuk Bu Yanti", "Kerupuk ikan dari Puger"));
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new TellBank("BRI", "1234567890", "Budi")))).Code.ShouldBe("legal.holder");
        (await komeji.Send(new TellBank("BRI", "1234 5678 90", "YANTI KUSUMA"))).ShouldBeNull();
        (await komeji.Send(new ShowOpening())).IsComplete.ShouldBeTrue();
        await komeji.Send(new OpenShop());
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new OpenShop()))).Code.ShouldBe("legal.has_shop");
        (await komeji.Send(new ShowOpening())).Store.ShouldBe("kerupuk-bu-yanti");
        var page = await komeji.Send(new ShowLegality());
        page.Standing.Nib.ShouldBe(new NibStanding(NibStatus.InProcess, new DateOnly(2027, 4, 5), 182));
        page.Asked.Select(a => a.Need.AnyOf[0]).ShouldBe([DocumentKind.IdentityCard, DocumentKind.BusinessNumber]);

        await Should.ThrowAsync<SecondFactorNeeded>(() => komeji.Send(new TellBank("BCA", "9876543210", "Yanti Kusuma")), "a password alone leads no payout elsewhere");
        (await komeji.Send(new ShowOpening())).Profile.NextAccountFrom.ShouldBeNull();
        komeji.In(null, komeji.Clock.GetUtcNow().AddMinutes(-11), secondFactor: true);
        await Should.ThrowAsync<ProofNeeded>(() => komeji.Send(new TellBank("BCA", "9876543210", "Yanti Kusuma")), "nor does a code of long ago");
        komeji.In(null, komeji.Clock.GetUtcNow(), secondFactor: true);
        (await komeji.Send(new TellBank("BCA", "9876543210", "Yanti Kusuma"))).ShouldBe(komeji.Clock.GetUtcNow().AddDays(3));
        (await komeji.Read(db => db.Notifications.CountAsync(n => n.UserId == owner && n.Title.Contains("Rekening")))).ShouldBe(1);
        await komeji.Send(new KeepBank());
        komeji.Clock.Advance(TimeSpan.FromDays(4));
        (await komeji.Send(new ShowOpening())).Profile.Bank.ShouldBe("BRI");
        (await komeji.Read(db => db.LegalProfiles.Select(p => p.AccountSealed + p.Account).SingleAsync())).ShouldNotContain("1234567890");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_the_office_looks_at_is_what_the_profile_says(Engine engine)
    {
        var (komeji, market, _) = await Begin(engine);
        await using var disposing = komeji;
        var shop = await market.Shop();
        await Tell(komeji, shop.Owner);
        await komeji.Send(new SaveDocument(DocumentKind.IdentityCard, null, "", null, null));
        await komeji.Send(new AddScan(DocumentKind.IdentityCard, new MemoryStream(Pdf)));
        await komeji.Send(new TellOwner("Yanti Kusuma", "3578101708900001", "081234567890"));
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new SubmitDocument(DocumentKind.IdentityCard)))).Code.ShouldBe("legal.owner_differs");
        await komeji.Send(new SaveDocument(DocumentKind.IdentityCard, null, "", null, null));
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new SkipPreCheck(DocumentKind.IdentityCard)))).Code.ShouldBe("legal.state");
        await komeji.Send(new SubmitDocument(DocumentKind.IdentityCard));

        await SendIn(komeji, shop);
        var told = new TellBusiness(LegalForm.Individual, "", "", "10794", 2020, new Rupiah(5_000_000), new Rupiah(60_000_000));
        foreach (var other in new[] { told with { Form = LegalForm.Company, Name = "PT Lain" }, told with { Nib = "9999999999999" } })
        {
            (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(other))).Code.ShouldBe("legal.business_verified");
        }

        await komeji.Send(told with { Capital = new Rupiah(9_000_000) });
        await komeji.Send(told with { Nib = "1234567890123" });
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(told))).Code.ShouldBe("legal.business_verified");
    }
}

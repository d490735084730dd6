using Komeji.Application.Common;
using Komeji.Application.Legal;
using Komeji.Application.Legal.Office;
using Komeji.Application.Legal.PreChecks;
using Komeji.Application.Mentoring;
using Komeji.Application.Stores;
using Komeji.Application.Stores.Staff;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Domain.Stores;
using Komeji.Tests.Support;
using MediatR;
using Microsoft.EntityFrameworkCore;
using static Komeji.Tests.Application.Mentoring.Helped;

namespace Komeji.Tests.Application.Mentoring;

/// <summary>Papers others help with: a mentor fills in, a community looks first, and nobody decides who is tied to the shop.</summary>
public sealed class HelpedPapersTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_paper_a_mentor_filled_in_waits_for_the_seller(Engine engine)
    {
        var (komeji, market) = await Begin(engine);
        await using var disposing = komeji;
        var shop = await market.Shop();
        var mentor = await market.Person();
        var session = await Help(komeji, shop.Owner, mentor);
        await komeji.Send(new SaveDocument(DocumentKind.BusinessNumber, "1234567890123", "OSS", new DateOnly(2026, 1, 5), null));
        await komeji.Send(new AddScan(DocumentKind.BusinessNumber, new MemoryStream(Pdf)));
        await komeji.Send(new SubmitDocument(DocumentKind.BusinessNumber));
        var paper = await komeji.Read(db => db.LegalVerifications.Include(d => d.Scans).SingleAsync());
        (paper.State, paper.PreparedBy, paper.EnteredBy).ShouldBe((DocumentState.Draft, mentor, mentor));
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new OpenMyScan(paper.Scans[0].Id)));
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new AskPreCheck(DocumentKind.BusinessNumber)));
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new AppealDocument(DocumentKind.BusinessNumber, "Untuk pengujian")));
        var step = await komeji.Read(db => db.StateChanges.SingleAsync(c => c.ReasonCode == "prepared"));
        (step.ActorId, step.ActorRole, step.OnBehalfOf).ShouldBe((mentor.Value, "pendamping", shop.Owner.Value));
        await komeji.Send(new EndMentoring(session));

        var hers = await AsSelf(komeji, shop.Owner).Send(new ShowMyDocument(DocumentKind.BusinessNumber));
        (hers.IsOwner, hers.PreparedBy).ShouldBe((true, "Siti Aminah"));
        await komeji.Send(new OpenMyScan(paper.Scans[0].Id));
        await komeji.Send(new SubmitDocument(DocumentKind.BusinessNumber));
        (await komeji.Read(db => db.LegalVerifications.SingleAsync())).State.ShouldBe(DocumentState.Submitted);
        (await komeji.Send(new ShowMentoring(session))).Deeds.Select(d => d.What).ShouldBe(["SubmitDocument", "AddScan", "SaveDocument"]);
    }

    /// <summary>Owner, staff, mentor and who entered a paper: none of them claims, opens, decides or pre-checks it as an officer.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_handles_papers_of_a_shop_they_are_tied_to(Engine engine)
    {
        var (komeji, market) = await Begin(engine);
        await using var disposing = komeji;
        var shop = await market.Shop();
        var (staff, mentor, free) = (await market.Person(), await market.Person(), await market.Person());
        var email = await komeji.Read(db => db.Users.Where(u => u.Id == staff.Value).Select(u => u.Email!).SingleAsync());
        await AsSelf(komeji, shop.Owner).Send(new InviteStaff("Budi", email, ShopRights.Orders));
        var place = await komeji.Read(db => db.ShopStaff.Select(s => s.Id).SingleAsync());
        await AsSelf(komeji, staff).Send(new AcceptInvitation(place, null));
        await AsSelf(komeji, shop.Owner).Send(new EndStaff(place));
        await komeji.As(mentor, Roles.Mentor).Send(new EndMentoring(await Help(komeji, shop.Owner, mentor)));

        AsSelf(komeji, shop.Owner);
        await komeji.Send(new SaveDocument(DocumentKind.BusinessNumber, "1234567890123", "OSS", new DateOnly(2026, 1, 5), null));
        await komeji.Send(new AddScan(DocumentKind.BusinessNumber, new MemoryStream(Pdf)));
        await komeji.Send(new SubmitDocument(DocumentKind.BusinessNumber));
        var paper = await komeji.Read(db => db.LegalVerifications.Include(d => d.Scans).SingleAsync());
        var (id, scan) = (paper.Id, paper.Scans[0].Id);
        foreach (var tied in new[] { shop.Owner, staff, mentor })
        {
            AsSelf(komeji, tied, Roles.Verifier);
            foreach (var act in new Func<Task>[] { () => komeji.Send(new ClaimDocument(id)), () => komeji.Send(new ShowPaper(id)), () => komeji.Send(new OpenScan(id, scan, "Ingin melihat")), () => komeji.Send(new RevealNumber(id, "Ingin melihat")), () => komeji.Send(new RevokeDocument(id, "Ingin mencabut")) })
            {
                (await Should.ThrowAsync<RuleBroken>(act)).Code.ShouldBe("legal.own");
            }
        }

        await AsSelf(komeji, free, Roles.Verifier).Send(new ClaimDocument(id));
        await komeji.Write(db =>
        {
            db.RoleGrants.Add(RoleGrant.Give(mentor, Roles.Verifier, "", Actor.System, "Untuk pengujian", komeji.Clock.GetUtcNow()));
            return Task.CompletedTask;
        });
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new ReassignDocument(id, mentor.Value)))).Code.ShouldBe("legal.own");
        var colleague = await market.Person();
        await komeji.Write(db =>
        {
            db.RoleGrants.AddRange(new[] { colleague, staff, shop.Owner, free }.Select(p => RoleGrant.Give(p, Roles.Verifier, "", Actor.System, "Untuk pengujian", komeji.Clock.GetUtcNow())));
            return Task.CompletedTask;
        });
        (await komeji.Send(new ShowPaper(id))).Colleagues.Select(c => c.Id).ShouldBe([colleague.Value], "whoever is tied to the shop is not offered");
        await komeji.Send(new ReassignDocument(id, colleague.Value));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_community_of_the_place_looks_first(Engine engine)
    {
        var (komeji, market) = await Begin(engine);
        await using var disposing = komeji;
        var shop = await market.Shop();
        var (near, far) = (await market.Person(), await market.Person());
        await AsSelf(komeji, shop.Owner).Send(new SaveDocument(DocumentKind.BusinessNumber, "1234567890123", "OSS", new DateOnly(2026, 1, 5), null));
        await komeji.Send(new AddScan(DocumentKind.BusinessNumber, new MemoryStream(Pdf)));
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new AskPreCheck(DocumentKind.BusinessNumber)))).Code.ShouldBe("legal.no_community");
        await komeji.Write(db =>
        {
            db.RoleGrants.Add(RoleGrant.Give(near, Roles.Mentor, TestRegions.Jember[..5], Actor.System, "Untuk pengujian", komeji.Clock.GetUtcNow()));
            db.RoleGrants.Add(RoleGrant.Give(far, Roles.Mentor, TestRegions.Surabaya[..5], Actor.System, "Untuk pengujian", komeji.Clock.GetUtcNow()));
            return Task.CompletedTask;
        });
        await komeji.Send(new AskPreCheck(DocumentKind.BusinessNumber));
        var paper = await komeji.Read(db => db.LegalVerifications.Include(d => d.Scans).SingleAsync());
        var (id, scan) = (paper.Id, paper.Scans[0].Id);
        (await komeji.Read(db => db.Notifications.Where(n => n.Link == "/mitra/pra-periksa").Select(n => n.UserId).ToListAsync())).ShouldBe([near]);

        AsSelf(komeji, far, Roles.Mentor).Serving(TestRegions.Surabaya[..5]);
        (await komeji.Send(new ListPreChecks())).Rows.ShouldBeEmpty();
        foreach (var request in new IRequest[] { new PassPreCheck(id, ""), new FailPreCheck(id, "Halaman kurang") })
        {
            await Should.ThrowAsync<NotFound>(() => komeji.Send(request));
        }

        await Should.ThrowAsync<NotFound>(() => komeji.Send(new OpenPreCheckScan(id, scan)));
        AsSelf(komeji, near, Roles.Mentor).Serving(TestRegions.Jember[..5]);
        (await komeji.Send(new ListPreChecks())).Rows.ShouldHaveSingleItem();
        (await komeji.Send(new ShowPreCheck(id))).Paper.Scans.ShouldHaveSingleItem();
        await komeji.Send(new OpenPreCheckScan(id, scan));
        var seen = await komeji.Read(db => db.DataAccesses.SingleAsync());
        (seen.WhoId, seen.Role, seen.What).ShouldBe((near, Roles.Mentor, "berkas"));
        await komeji.Send(new FailPreCheck(id, "Halaman kedua kurang"));
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new PassPreCheck(id, "")));

        await AsSelf(komeji, shop.Owner).Send(new AskPreCheck(DocumentKind.BusinessNumber));
        await AsSelf(komeji, near, Roles.Mentor).Send(new PassPreCheck(id, "Terbaca jelas"));
        var passed = await komeji.Read(db => db.LegalVerifications.SingleAsync());
        (passed.State, passed.PreCheckRemark).ShouldBe((DocumentState.Submitted, "Terbaca jelas"));
        komeji.Serving("");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Silence_of_the_community_sends_a_paper_on(Engine engine)
    {
        var (komeji, market) = await Begin(engine);
        await using var disposing = komeji;
        var shop = await market.Shop();
        var near = await market.Person();
        await komeji.Write(db =>
        {
            db.RoleGrants.Add(RoleGrant.Give(near, Roles.CommunityHead, "", Actor.System, "Untuk pengujian", komeji.Clock.GetUtcNow()));
            return Task.CompletedTask;
        });
        await AsSelf(komeji, shop.Owner).Send(new SaveDocument(DocumentKind.BusinessNumber, "1234567890123", "OSS", new DateOnly(2026, 1, 5), null));
        await komeji.Send(new AddScan(DocumentKind.BusinessNumber, new MemoryStream(Pdf)));
        await komeji.Send(new AskPreCheck(DocumentKind.BusinessNumber));
        (await komeji.Run<SilentPreChecks>()).Done.ShouldBe(0);
        komeji.Clock.Advance(TimeSpan.FromDays(5));
        (await komeji.Run<SilentPreChecks>()).Done.ShouldBe(1);
        (await komeji.Read(db => db.LegalVerifications.SingleAsync())).State.ShouldBe(DocumentState.Submitted);
    }
}

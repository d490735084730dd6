using Komeji.Application.Files;
using Komeji.Application.Legal;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Domain.Promotions;
using Komeji.Domain.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Web.Authorisation;

/// <summary>Papers of shops, and who works there.</summary>
public sealed partial class TestObjects
{
    /// <summary>In the queue, of some shop.</summary>
    async Task<LegalVerification> NewPaper(UserId owner, DateTimeOffset now, bool approved = false, bool preCheck = false)
    {
        var paper = LegalVerification.Begin(DocumentKind.Trademark, new DocumentOf(stores[owner].Id, owner, owner, stores[owner].VillageCode), now);
        paper.Fill(new DocumentFacts(new KeptNumber("IDM000123456", "", "uji"), "DJKI", null, null), owner, Wib.DayOf(now));
        paper.AddScan("uji.bin", "webp", 10, now);
        if (preCheck)
        {
            paper.AskPreCheck(Actor.Seller(owner.Value), stores[owner].VillageCode, now.AddDays(2), now);
            await Added(paper, p => p.Id.Value);
            return paper;
        }

        paper.Submit(Actor.Seller(owner.Value), stores[owner].VillageCode, new WorkingCalendar([]), now);
        if (approved)
        {
            var officer = Actor.Staff(people[Identity.Buyer].Value, Roles.Verifier);
            paper.Claim(officer, new WorkingCalendar([]), now);
            paper.Approve(officer, new Verdict(CheckedHow.Portal, null, null, ""), "Dinas Koperasi", $"UJI{++made}", now);
        }

        await Added(paper, p => p.Id.Value);
        return paper;
    }

    Task<string> NewVoucher(Voucher voucher) => Added(voucher, v => v.Id.Value);

    VoucherTerms VoucherTermsOf(DateTimeOffset now) => new(
        $"UJI{++made}", "Voucher uji", new Rupiah(5_000), BasisPoints.Zero, Rupiah.Zero, new Rupiah(10_000), Wib.DayOf(now), Wib.DayOf(now).AddDays(7), 10, 1);

    /// <summary>Staff of the third shop, which is nobody's of the matrix.</summary>
    async Task Employ(UserId person, DateTimeOffset now)
    {
        await app.Write(db => db.ShopStaff.Where(s => s.StoreId == third.Id).ExecuteDeleteAsync());
        var place = ShopStaff.Invite(third.Id, new StaffInvitation("Budi", "x@uji.komeji.id", "uji", ShopRights.Orders), Actor.System, TimeSpan.FromDays(1), now);
        place.Accept(person, third.OwnerId, now);
        await Added(place, s => s.Id.Value);
    }

    /// <summary>On a draft of the owner's own, with its file sealed for her.</summary>
    async Task<string> NewScan(UserId owner, DateTimeOffset now)
    {
        var key = await app.Services.GetRequiredService<IPrivateFiles>().Save(app.Services.GetRequiredService<PersonalKey>().Seal(owner, "gambar"u8), "bin", CancellationToken.None);
        var paper = LegalVerification.Begin(DocumentKind.Standard, new DocumentOf(stores[owner].Id, owner, owner, stores[owner].VillageCode), now);
        paper.AddScan(key, "webp", 6, now);
        await Added(paper, p => p.Id.Value);
        return paper.Scans[0].Id.Value.ToString();
    }
}

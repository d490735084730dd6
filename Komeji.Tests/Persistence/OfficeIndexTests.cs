using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Persistence;

/// <summary>The office's lists ask for papers by the beginning of a code; each database finds them by the index written for it.</summary>
public sealed class OfficeIndexTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Papers_of_a_regency_are_found_by_an_index(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await using var db = database.Open();
        List<string> regencies = ["35.09"];
        var plan = await QueryPlan.Of(db, engine, db.LegalVerifications.Where(d => regencies.Contains(d.Region.Substring(0, 5)) && d.State == DocumentState.Submitted).Select(d => d.Id));
        plan.ShouldContain("IX_LegalVerifications_Regency");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_decided_last_is_found_by_an_index(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await using var db = database.Open();
        var plan = await QueryPlan.Of(db, engine, db.LegalVerifications.Where(d => d.DecidedAt != null && d.State != DocumentState.InReview).OrderByDescending(d => d.DecidedAt).ThenByDescending(d => d.Id).Select(d => d.Number).Take(25));
        plan.ShouldContain("IX_LegalVerifications_DecidedAt_Id_State");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Refunds_of_a_voucher_are_found_by_an_index(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await using var db = database.Open();
        var voucher = VoucherId.New(DateTimeOffset.UnixEpoch);
        var plan = await QueryPlan.Of(db, engine, db.Refunds.Where(r => r.VoucherId == voucher).Select(r => r.Voucher));
        plan.ShouldContain("IX_Refunds_VoucherId");
    }

    [Theory, OnPostgres]
    public async Task Shops_are_found_by_words_of_their_names_by_an_index(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await using var db = database.Open();
        var part = " kopi";
        var plan = await QueryPlan.Of(db, engine, db.Stores.Where(s => s.SearchText.Contains(part)).Select(s => s.Id));
        plan.ShouldContain("search_stores_named");
    }
}

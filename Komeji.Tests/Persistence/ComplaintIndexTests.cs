using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Persistence;

/// <summary>Lists of complaints and their clocks read no more rows than they show, however many there are.</summary>
public sealed class ComplaintIndexTests
{
    static readonly DateTimeOffset Now = new(2026, 10, 5, 2, 0, 0, TimeSpan.Zero);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_buyers_list_all_by_age_and_what_is_due_are_found_by_an_index(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await using var db = database.Open();
        var buyer = new UserId(Guid.CreateVersion7(Now));
        (await QueryPlan.Of(db, engine, db.Complaints.Where(c => c.BuyerId == buyer && c.SubmittedAt != null).OrderByDescending(c => c.SubmittedAt).Select(c => c.Number).Take(20)))
            .ShouldContain("IX_Complaints_BuyerId_SubmittedAt");
        (await QueryPlan.Of(db, engine, db.Complaints.Where(c => c.SubmittedAt != null).OrderByDescending(c => c.SubmittedAt).ThenByDescending(c => c.Id).Select(c => c.Number).Take(20)))
            .ShouldContain("IX_Complaints_SubmittedAt_Id");
        (await QueryPlan.Of(db, engine, db.Complaints.Where(c => c.DueAt != null && c.DueAt <= Now).OrderBy(c => c.DueAt).Select(c => c.Id).Take(200))).ShouldContain("DueAt");
        (await QueryPlan.Of(db, engine, db.Complaints.Where(c => c.State == ComplaintState.Mediation).OrderBy(c => c.DueAt).Select(c => c.Number).Take(20)))
            .ShouldContain("IX_Complaints_State_DueAt");
    }
}

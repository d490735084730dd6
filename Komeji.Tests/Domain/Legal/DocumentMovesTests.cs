using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain.Legal;

public sealed class DocumentMovesTests
{
    const string Reason = "Nama pada dokumen berbeda";

    static readonly DateTimeOffset Now = new(2026, 10, 5, 2, 0, 0, TimeSpan.Zero);
    static readonly WorkingCalendar Calendar = new([]);
    static readonly UserId Owner = new(new Guid("00000000-0000-0000-0000-000000000001"));
    static readonly UserId Helper = new(new Guid("00000000-0000-0000-0000-000000000002"));
    static readonly Actor Endang = Officer(3);
    static readonly Actor Wahyu = Officer(4);
    static readonly Actor Seller = Actor.Seller(Owner.Value);

    static Actor Officer(int number) => Actor.Staff(new Guid($"00000000-0000-0000-0000-00000000000{number}"), Roles.Verifier);

    static LegalVerification Draft(DateOnly? expires = null, UserId? enteredBy = null)
    {
        var document = LegalVerification.Begin(DocumentKind.BusinessNumber, new DocumentOf(StoreId.New(Now), Owner, enteredBy ?? Owner, "35.09.01.2001"), Now);
        document.Fill(new DocumentFacts(new KeptNumber("1234567890123", "", "indeks"), "OSS", new DateOnly(2026, 1, 5), expires), enteredBy ?? Owner, Wib.DayOf(Now));
        document.AddScan("berkas.bin", "webp", 1_000, Now);
        return document;
    }

    static Verdict Right(DateOnly? until = null) => new(CheckedHow.Oss, new DateOnly(2026, 1, 5), until, "Cocok");

    static readonly Dictionary<DocumentState, Action<LegalVerification>> Ways = new()
    {
        [DocumentState.Submitted] = d => d.Submit(Seller, "35.09.01.2001", Calendar, Now),
        [DocumentState.PreCheck] = d => d.AskPreCheck(Seller, "35.09.01.2001", Now.AddDays(2), Now),
        [DocumentState.InReview] = d => d.Claim(Endang, Calendar, Now),
        [DocumentState.NeedsFix] = d => d.AskFix(Endang, [new Fix(FixOf.Blurred, "")], Now),
        [DocumentState.Approved] = d => d.Approve(Endang, Right(new DateOnly(2026, 12, 1)), "Dinas", "KODE", Now),
        [DocumentState.Rejected] = d => d.Reject(Endang, Reason, "Dinas", Now),
        [DocumentState.Waived] = d => d.Waive(Endang, Reason, new DateOnly(2026, 12, 1), "Dinas", Now),
        [DocumentState.Revoked] = d => d.Revoke(Endang, Reason, "Dinas", Now),
        [DocumentState.Appealed] = d => d.Appeal(Seller, Reason, Calendar, Now),
    };

    /// <summary>Steps that the clock takes answer false instead of throwing where they do not apply.</summary>
    static readonly Dictionary<DocumentState, Func<LegalVerification, bool>> Clocks = new()
    {
        [DocumentState.Submitted] = d => d.TakeBack(Now.AddDays(30)),
        [DocumentState.Draft] = d => d.Lapse(Now.AddDays(31)),
        [DocumentState.Expiring] = d => d.Remind(new DateTimeOffset(2026, 11, 15, 2, 0, 0, TimeSpan.Zero)) is not null && d.State == DocumentState.Expiring,
        [DocumentState.Expired] = d => d.Expire(new DateTimeOffset(2026, 12, 1, 17, 0, 0, TimeSpan.Zero)),
    };

    static LegalVerification In(DocumentState state)
    {
        var document = Draft();
        var path = state switch
        {
            DocumentState.Draft => Array.Empty<DocumentState>(),
            DocumentState.Submitted => [DocumentState.Submitted],
            DocumentState.PreCheck => [DocumentState.PreCheck],
            DocumentState.InReview => [DocumentState.Submitted, DocumentState.InReview],
            DocumentState.Expiring or DocumentState.Expired or DocumentState.Revoked => [DocumentState.Submitted, DocumentState.InReview, DocumentState.Approved, state],
            DocumentState.Appealed => [DocumentState.Submitted, DocumentState.InReview, DocumentState.Rejected, state],
            _ => [DocumentState.Submitted, DocumentState.InReview, state],
        };
        foreach (var step in path)
        {
            if (Ways.TryGetValue(step, out var way))
            {
                way(document);
            }
            else
            {
                Clocks[step](document).ShouldBeTrue();
            }
        }

        document.State.ShouldBe(state);
        return document;
    }

    [Fact]
    public void The_diagram_of_the_docs_draws_the_legal_moves() => StateDiagram.ShouldMatch<DocumentState>("legal.md", "A paper's way", DocumentMoves.From);

    /// <summary>Every verb in every state: it moves where the table says so, and is refused or does nothing where it does not.</summary>
    [Fact]
    public void Every_verb_does_in_every_state_what_the_table_says()
    {
        foreach (var from in Enum.GetValues<DocumentState>())
        {
            foreach (var (to, act) in Ways.Where(w => !(from == DocumentState.InReview && w.Key == DocumentState.InReview)))
            {
                var document = In(from);
                var legal = DocumentMoves.From(from).Contains(to) && !(from == DocumentState.InReview && to == DocumentState.Submitted) && !(from == DocumentState.Appealed && to == DocumentState.InReview)
                    && !(from == DocumentState.PreCheck && to == DocumentState.NeedsFix);
                if (legal)
                {
                    act(document);
                    document.State.ShouldBe(to, $"{from} to {to}");
                }
                else if (to != DocumentState.Submitted || from != DocumentState.InReview)
                {
                    Should.Throw<RuleBroken>(() => act(document), $"{from} to {to}");
                    document.State.ShouldBe(from);
                }
            }

            foreach (var (to, tick) in Clocks)
            {
                var document = In(from);
                tick(document).ShouldBe(DocumentMoves.From(from).Contains(to) && (to != DocumentState.Submitted || from == DocumentState.InReview), $"{from} to {to}");
            }
        }
    }

    /// <summary>A community says complete or not; the office does neither in its place, and silence goes on to the office.</summary>
    [Fact]
    public void A_community_looks_and_decides_nothing()
    {
        var community = Actor.Staff(Helper.Value, Roles.Mentor);
        var complete = In(DocumentState.PreCheck);
        complete.PassPreCheck(community, "Terbaca jelas", Calendar, Now);
        (complete.State, complete.PreCheckRemark, complete.PreCheckedBy, complete.AnswerBy).ShouldBe((DocumentState.Submitted, "Terbaca jelas", Helper, Calendar.AddWorkingDays(Now, 5)));
        Should.Throw<RuleBroken>(() => complete.FailPreCheck(community, Reason, Now)).Code.ShouldBe("legal.state");

        var lacking = In(DocumentState.PreCheck);
        Should.Throw<RuleBroken>(() => lacking.AskFix(Endang, [new Fix(FixOf.Blurred, "")], Now)).Code.ShouldBe("legal.state");
        Should.Throw<RuleBroken>(() => lacking.Claim(Endang, Calendar, Now)).Code.ShouldBe("legal.state");
        Should.Throw<RuleBroken>(() => lacking.FailPreCheck(community, "x", Now)).Code.ShouldBe("legal.reason");
        lacking.FailPreCheck(community, "Halaman kedua belum ada", Now);
        (lacking.State, lacking.Fixes).ShouldBe((DocumentState.NeedsFix, lacking.Fixes));
        lacking.Fixes.ShouldHaveSingleItem().Note.ShouldBe("Halaman kedua belum ada");

        var silent = In(DocumentState.PreCheck);
        silent.SendOn(Calendar, Now.AddDays(2).AddSeconds(-1)).ShouldBeFalse();
        silent.SendOn(Calendar, Now.AddDays(2)).ShouldBeTrue();
        silent.State.ShouldBe(DocumentState.Submitted);

        var own = Draft(enteredBy: Helper);
        own.AskPreCheck(Seller, "35", Now.AddDays(2), Now);
        Should.Throw<RuleBroken>(() => own.PassPreCheck(community, "", Calendar, Now)).Code.ShouldBe("legal.own");
    }

    [Fact]
    public void What_a_mentor_prepared_waits_for_the_owner()
    {
        var document = Draft(enteredBy: Helper);
        document.Prepare(Actor.Mentor(Helper.Value, Owner.Value), Now);
        (document.State, document.PreparedBy).ShouldBe((DocumentState.Draft, Helper));
        (document.NewSteps[^1].ReasonCode, document.NewSteps[^1].ActorRole, document.NewSteps[^1].OnBehalfOf).ShouldBe(("prepared", "pendamping", Owner.Value));
        document.Submit(Seller, "35", Calendar, Now);
        (document.State, document.PreparedBy).ShouldBe((DocumentState.Submitted, null));
        Should.Throw<RuleBroken>(() => document.Submit(Seller, "35", Calendar, Now)).Code.ShouldBe("legal.state");
    }

    [Fact]
    public void Each_step_is_recorded()
    {
        var document = In(DocumentState.Approved);
        document.NewSteps.Select(s => (s.From, s.To, s.ReasonCode)).ShouldBe(
        [
            ("", "Draft", "begun"), ("Draft", "Submitted", "submitted"), ("Submitted", "InReview", "claimed"), ("InReview", "Approved", "approved"),
        ]);
        document.NewSteps[^1].ActorId.ShouldBe(Endang.UserId);
    }

    [Fact]
    public void Nobody_decides_on_what_he_owns_or_entered()
    {
        var own = Actor.Staff(Owner.Value, Roles.Verifier);
        var entered = Draft(enteredBy: Helper);
        entered.Submit(Actor.Seller(Helper.Value), "35", Calendar, Now);
        Should.Throw<RuleBroken>(() => entered.Claim(own, Calendar, Now)).Code.ShouldBe("legal.own");
        Should.Throw<RuleBroken>(() => entered.Claim(Actor.Staff(Helper.Value, Roles.Verifier), Calendar, Now)).Code.ShouldBe("legal.own");
        entered.Claim(Endang, Calendar, Now);
        Should.Throw<RuleBroken>(() => entered.Reassign(Endang, own, Calendar, Now)).Code.ShouldBe("legal.own");
        Should.Throw<RuleBroken>(() => entered.Approve(own, Right(), "Dinas", "K", Now)).Code.ShouldBe("legal.own");
        Should.Throw<RuleBroken>(() => In(DocumentState.Approved).Revoke(own, Reason, "Dinas", Now)).Code.ShouldBe("legal.own");
    }

    [Fact]
    public void Only_who_claimed_it_decides()
    {
        var document = In(DocumentState.InReview);
        Should.Throw<RuleBroken>(() => document.Claim(Wahyu, Calendar, Now)).Code.ShouldBe("legal.taken");
        Should.Throw<RuleBroken>(() => document.Approve(Wahyu, Right(), "Dinas", "K", Now)).Code.ShouldBe("legal.not_yours");
        Should.Throw<RuleBroken>(() => document.Return(Wahyu, Reason, Now)).Code.ShouldBe("legal.not_yours");
        document.Reassign(Endang, Wahyu, Calendar, Now);
        Should.Throw<RuleBroken>(() => document.Approve(Endang, Right(), "Dinas", "K", Now)).Code.ShouldBe("legal.not_yours");
        document.Approve(Wahyu, Right(), "Dinas", "K", Now);
        document.State.ShouldBe(DocumentState.Approved);
    }

    [Fact]
    public void An_appeal_is_heard_once_and_by_somebody_else()
    {
        var document = In(DocumentState.Appealed);
        Should.Throw<RuleBroken>(() => document.Claim(Endang, Calendar, Now)).Code.ShouldBe("legal.other_officer");
        document.Claim(Wahyu, Calendar, Now);
        document.Return(Wahyu, Reason, Now);
        Should.Throw<RuleBroken>(() => document.Claim(Endang, Calendar, Now)).Code.ShouldBe("legal.other_officer");
        document.Claim(Wahyu, Calendar, Now);
        document.Reject(Wahyu, Reason, "Dinas", Now);
        Should.Throw<RuleBroken>(() => document.Appeal(Seller, Reason, Calendar, Now)).Code.ShouldBe("legal.appealed");
    }

    [Fact]
    public void A_review_has_five_working_days()
    {
        var document = In(DocumentState.InReview);
        document.ClaimedUntil.ShouldBe(Now.AddDays(7));
        document.TakeBack(Now.AddDays(7).AddSeconds(-1)).ShouldBeFalse();
        document.TakeBack(Now.AddDays(7)).ShouldBeTrue();
        document.OfficerId.ShouldBeNull();
        document.State.ShouldBe(DocumentState.Submitted);
    }

    [Fact]
    public void What_has_no_number_or_scan_or_is_over_is_not_submitted()
    {
        var bare = LegalVerification.Begin(DocumentKind.Halal, new DocumentOf(StoreId.New(Now), Owner, Owner, "35"), Now);
        Should.Throw<RuleBroken>(() => bare.Submit(Seller, "35", Calendar, Now)).Code.ShouldBe("legal.incomplete");
        Should.Throw<RuleBroken>(() => Draft(new DateOnly(2026, 10, 4)).Submit(Seller, "35", Calendar, Now)).Code.ShouldBe("legal.expired");
        Draft(new DateOnly(2026, 10, 5)).Submit(Seller, "35", Calendar, Now);
        LegalVerification.Begin(DocumentKind.NotHalal, new DocumentOf(StoreId.New(Now), Owner, Owner, "35"), Now).Submit(Seller, "35", Calendar, Now);
    }

    [Fact]
    public void Once_sent_it_is_not_changed()
    {
        var document = In(DocumentState.Submitted);
        Should.Throw<RuleBroken>(() => document.Fill(new DocumentFacts(KeptNumber.None, "", null, null), Owner, Wib.DayOf(Now))).Code.ShouldBe("legal.sent");
        Should.Throw<RuleBroken>(() => document.AddScan("x", "pdf", 1, Now)).Code.ShouldBe("legal.sent");
        Should.Throw<RuleBroken>(() => document.RemoveScan(document.Scans[0].Id)).Code.ShouldBe("legal.sent");
        var mended = In(DocumentState.NeedsFix);
        mended.Fixes.ShouldBe([new Fix(FixOf.Blurred, "")]);
        mended.RemoveScan(mended.Scans[0].Id).ShouldBe("berkas.bin");
    }

    /// <summary>The last day counts whole, in WIB: at 17.00 UTC of the day the next one begins.</summary>
    [Fact]
    public void It_ends_with_its_last_day_in_wib()
    {
        var document = In(DocumentState.Approved);
        var last = new DateTimeOffset(2026, 12, 1, 16, 59, 59, TimeSpan.Zero);
        document.Expire(last).ShouldBeFalse();
        document.IsInForce(Wib.DayOf(last)).ShouldBeTrue();
        document.IsInForce(Wib.DayOf(last.AddSeconds(1))).ShouldBeFalse("also before the nightly job has come");
        document.Expire(last.AddSeconds(1)).ShouldBeTrue();
        document.State.ShouldBe(DocumentState.Expired);
    }

    [Fact]
    public void The_seller_is_reminded_of_the_end_five_times_each_once()
    {
        var document = In(DocumentState.InReview);
        document.Approve(Endang, Right(new DateOnly(2027, 4, 1)), "Dinas", "K", Now);
        var told = new List<int>();
        for (var day = 0; day < 200; day++)
        {
            if (document.Remind(Now.AddDays(day)) is { } left)
            {
                told.Add(left);
                document.Remind(Now.AddDays(day)).ShouldBeNull();
            }
        }

        told.ShouldBe([90, 30, 14, 7, 1]);
        document.State.ShouldBe(DocumentState.Expiring);
    }

    [Fact]
    public void A_reminder_missed_while_the_job_slept_is_given_late_and_once()
    {
        var document = In(DocumentState.InReview);
        document.Approve(Endang, Right(new DateOnly(2026, 10, 25)), "Dinas", "K", Now);
        document.Remind(Now).ShouldBe(20);
        document.Remind(Now).ShouldBeNull();
        document.Remind(Now.AddDays(7)).ShouldBe(13);
    }

    [Fact]
    public void What_has_no_scan_left_is_not_approved_and_a_new_one_may_be_asked_for()
    {
        var document = In(DocumentState.Rejected);
        document.IsPast(new ScanLimits(Now.AddSeconds(-1), Now)).ShouldBeFalse("not long enough ago");
        document.IsPast(new ScanLimits(Now, Now.AddSeconds(-1))).ShouldBeTrue();
        document.DestroyScans(Now);
        document.NewSteps.Count(s => s.ReasonCode == "scans_destroyed").ShouldBe(1);
        document.DestroyScans(Now);
        document.NewSteps.Count(s => s.ReasonCode == "scans_destroyed").ShouldBe(1, "they are gone once");
        document.Appeal(Seller, Reason, Calendar, Now);
        document.IsPast(new ScanLimits(Now.AddYears(1), Now.AddYears(1))).ShouldBeFalse("it is being heard");
        document.Claim(Wahyu, Calendar, Now);
        Should.Throw<RuleBroken>(() => document.Approve(Wahyu, Right(), "Dinas", "K", Now)).Code.ShouldBe("legal.no_scan");
        document.AskFix(Wahyu, [new Fix(FixOf.Blurred, "")], Now);
        Should.Throw<RuleBroken>(() => document.Submit(Seller, "35.09.01.2001", Calendar, Now)).Code.ShouldBe("legal.incomplete");
        for (var i = 0; i < LegalVerification.MostScans; i++)
        {
            document.AddScan($"baru{i}.bin", "webp", 1_000, Now);
        }

        document.FilesToRemove().ShouldBe(["berkas.bin"]);
        document.ForgetFiles();
        (document.FilesToRemove().Count, document.Scans.Count(s => s.IsThere && s.FileKey.Length > 0)).ShouldBe((0, LegalVerification.MostScans), "files of the new ones stay known");
        document.Submit(Seller, "35.09.01.2001", Calendar, Now);
        document.Claim(Wahyu, Calendar, Now);
        document.Approve(Wahyu, Right(), "Dinas", "K", Now);
    }

    static LegalVerification HomeFood(string number, DateOnly? until)
    {
        var document = LegalVerification.Begin(DocumentKind.HomeFoodPermit, new DocumentOf(StoreId.New(Now), Owner, Owner, "35.09.01.2001"), Now);
        document.Fill(new DocumentFacts(new KeptNumber(number, "", "indeks"), "Dinas Kesehatan", null, until), Owner, Wib.DayOf(Now));
        document.AddScan("berkas.bin", "webp", 1_000, Now);
        return document;
    }

    [Fact]
    public void The_year_a_home_food_permit_names_binds_seller_and_officer()
    {
        HomeFood("2063578010214-29", new DateOnly(2035, 1, 1)).ExpiresOn.ShouldBe(new DateOnly(2029, 12, 31));
        HomeFood("2063578010214-29", new DateOnly(2028, 3, 1)).ExpiresOn.ShouldBe(new DateOnly(2028, 3, 1), "earlier is told");
        Should.Throw<RuleBroken>(() => HomeFood("2063578010214-24", new DateOnly(2035, 1, 1)).Submit(Seller, "35.09.01.2001", Calendar, Now)).Code.ShouldBe("legal.expired");

        var document = HomeFood("2063578010214-26", null);
        document.Submit(Seller, "35.09.01.2001", Calendar, Now);
        document.Claim(Endang, Calendar, new DateTimeOffset(2027, 1, 4, 2, 0, 0, TimeSpan.Zero));
        Should.Throw<RuleBroken>(() => document.Approve(Endang, Right(new DateOnly(2031, 1, 1)), "Dinas", "K", new DateTimeOffset(2027, 1, 4, 2, 0, 0, TimeSpan.Zero))).Code.ShouldBe("legal.expired");
        document.Approve(Endang, Right(new DateOnly(2031, 1, 1)), "Dinas", "K", Now);
        document.ExpiresOn.ShouldBe(new DateOnly(2026, 12, 31));
    }
}

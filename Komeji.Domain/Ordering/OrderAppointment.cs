using Komeji.Domain.Common;

namespace Komeji.Domain.Ordering;

/// <summary>A service: from the time agreed to the work handed over. Money and the time for checking are as with goods.</summary>
public sealed partial class Order
{
    /// <summary>Null for goods.</summary>
    public Appointment? Appointment { get; private set; }

    /// <summary>The shop takes it on for the time the buyer chose; the buyer gets a six-digit code to say that it is done.</summary>
    /// <exception cref="RuleBroken"><c>order.no_appointment</c>, <c>order.appointment_passed</c>, <c>order.illegal_move</c></exception>
    public void Schedule(Actor actor, string completionCode, OrderTerms terms, DateTimeOffset now)
    {
        var appointment = RequireAppointment();
        Require(State == OrderState.AwaitingSeller);
        if (appointment.StartsAt <= now)
        {
            throw new RuleBroken("order.appointment_passed", "Waktu janjinya sudah lewat. Usulkan waktu lain, atau tolak pesanan ini.");
        }

        appointment.DropProposal();
        TakeOn(actor, "scheduled", completionCode, terms, now);
    }

    /// <summary>The shop asks for another time. Until the buyer answers, the one agreed stands.</summary>
    /// <exception cref="RuleBroken"><c>order.no_appointment</c>, <c>order.service_started</c>, <c>order.same_time</c>, <c>order.reason_required</c>, <c>order.illegal_move</c></exception>
    public void ProposeTime(Actor actor, DateTimeOffset start, string note, DateTimeOffset now)
    {
        var appointment = RequireAppointment();
        Require(State is OrderState.AwaitingSeller or OrderState.Processing);
        RequireNotStarted();
        if (start == appointment.StartsAt)
        {
            throw new RuleBroken("order.same_time", "Itu waktu yang sudah disepakati. Pilih waktu lain.");
        }

        var why = Reason(note);
        appointment.Propose(start, why);
        Record(Step(State, State, actor, now, "time_proposed", why));
        Raise(new TimeProposed(Id));
    }

    /// <summary>
    /// The buyer takes the other time. Where the shop had not accepted yet, proposing it counts as accepting; where the buyer had asked
    /// to cancel, taking it withdraws that.
    /// </summary>
    /// <exception cref="RuleBroken"><c>order.no_appointment</c>, <c>order.no_proposal</c>, <c>order.appointment_passed</c></exception>
    public void AgreeToTime(Actor actor, string completionCode, OrderTerms terms, DateTimeOffset now)
    {
        var (appointment, start) = RequireProposal();
        if (start <= now)
        {
            throw new RuleBroken("order.appointment_passed", "Waktu usulan itu sudah lewat. Minta penjual mengusulkan waktu lain.");
        }

        appointment.MoveTo(start, start - terms.Services.FreeCancel);
        if (State == OrderState.AwaitingSeller)
        {
            TakeOn(actor, "time_agreed", completionCode, terms, now);
        }
        else
        {
            Record(Step(State, State, actor, now, "time_agreed", null));
            CancellationAskedAt = null;
            EndTimers(now, OrderTimerAction.AgreeToCancel);
            EndTimers(now, OrderTimerAction.CancelUndone);
            EndTimers(now, OrderTimerAction.RemindAppointment);
            KeepAppointment(terms, now);
        }

        Raise(new TimeAgreed(Id));
    }

    /// <summary>The buyer keeps to the time there is.</summary>
    /// <exception cref="RuleBroken"><c>order.no_appointment</c>, <c>order.no_proposal</c></exception>
    public void DeclineTime(Actor actor, DateTimeOffset now)
    {
        RequireProposal().Appointment.DropProposal();
        Record(Step(State, State, actor, now, "time_declined", null));
        Raise(new TimeDeclined(Id));
    }

    /// <summary>The shop is at work, on the day of the appointment at the earliest.</summary>
    /// <exception cref="RuleBroken"><c>order.no_appointment</c>, <c>order.service_started</c>, <c>order.too_early</c>, <c>order.answer_cancellation</c>, <c>order.illegal_move</c></exception>
    public void StartService(Actor actor, DateTimeOffset now)
    {
        var appointment = RequireAppointment();
        Require(State == OrderState.Processing);
        RequireNotStarted();
        if (CancellationAskedAt is not null)
        {
            throw new RuleBroken("order.answer_cancellation", "Pembeli sedang meminta pembatalan. Jawab permintaannya dahulu.");
        }

        if (Wib.DayOf(now) < Wib.DayOf(appointment.StartsAt))
        {
            throw new RuleBroken("order.too_early", "Pengerjaan baru bisa dimulai pada hari janji. Bila disepakati lebih awal, usulkan waktu baru.");
        }

        appointment.Start(now);
        appointment.DropProposal();
        EndTimers(now, OrderTimerAction.RemindAppointment);
        Record(Step(State, State, actor, now, "service_started", null));
        Raise(new ServiceStarted(Id));
    }

    /// <summary>The buyer is content and tells the code. A wrong one is remembered; after five only a photo or an operator helps.</summary>
    /// <returns>Whether the code was right and the work is handed over.</returns>
    /// <exception cref="RuleBroken"><c>order.no_appointment</c>, <c>order.not_started</c>, <c>order.code_locked</c>, <c>order.handover_note</c></exception>
    public bool FinishService(Actor actor, string code, string note, OrderTerms terms, DateTimeOffset now)
    {
        RequireStarted();
        if (PickupFailures >= PickupTries)
        {
            throw new RuleBroken("order.code_locked", "Kode salah lima kali. Selesaikan dengan foto hasil kerja, atau hubungi operator Komeji.");
        }

        var written = HandoverNote(note, least: 0);
        if (!string.Equals(PickupCode, code.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal))
        {
            PickupFailures++;
            return false;
        }

        Finish(actor, "service_done", written, terms, now);
        return true;
    }

    /// <summary>Where the buyer is not there to tell the code: a photo of the work, and in words what was done.</summary>
    /// <exception cref="RuleBroken"><c>order.no_appointment</c>, <c>order.not_started</c>, <c>order.handover_note</c></exception>
    public void FinishServiceWithProof(Actor actor, string note, string proofKey, OrderTerms terms, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(proofKey);
        var written = CheckHandover(note);
        DeliveryProof = proofKey;
        Finish(actor, "service_done_with_photo", written, terms, now);
    }

    /// <summary>Whether the shop may hand the work over with a photo now, before it sends the photo.</summary>
    /// <returns>The note as it is kept.</returns>
    /// <exception cref="RuleBroken"><c>order.no_appointment</c>, <c>order.not_started</c>, <c>order.handover_note</c></exception>
    public string CheckHandover(string note)
    {
        RequireStarted();
        return HandoverNote(note, least: 10);
    }

    void TakeOn(Actor actor, string reasonCode, string completionCode, OrderTerms terms, DateTimeOffset now)
    {
        Move(OrderState.Processing, actor, now, reasonCode);
        AcceptedAt = now;
        PickupCode = completionCode;
        KeepAppointment(terms, now);
        Raise(new OrderAccepted(Id));
    }

    /// <summary>Starts the clocks of the time agreed.</summary>
    void KeepAppointment(OrderTerms terms, DateTimeOffset now)
    {
        var appointment = Appointment!;
        PromisedBy = appointment.EndsAt;
        StartTimer(OrderTimerAction.CancelUndone, terms.DoneBy(appointment.EndsAt), now);
        var remindAt = appointment.StartsAt - terms.Services.RemindBefore;
        if (remindAt > now)
        {
            StartTimer(OrderTimerAction.RemindAppointment, remindAt, now);
        }
    }

    void Finish(Actor actor, string reasonCode, string note, OrderTerms terms, DateTimeOffset now)
    {
        Appointment!.HandOver(note);
        CancellationAskedAt = null;
        Deliver(actor, reasonCode, note.Length == 0 ? null : note, terms, now);
    }

    /// <summary>Early enough, or because the shop did not come, the buyer need not ask.</summary>
    bool LeavesFreely(OrderTerms terms, DateTimeOffset now) =>
        Appointment is { StartedAt: null } a && (now <= a.FreeCancelUntil || now >= a.StartsAt + terms.Services.NoShow);

    /// <summary>The shop's silence agrees to a cancellation, at the latest when the appointment begins.</summary>
    DateTimeOffset AnswerBy(OrderTerms terms, DateTimeOffset now) =>
        Appointment is { } a && a.StartsAt > now && a.StartsAt < now + terms.CancelAnswer ? a.StartsAt : now + terms.CancelAnswer;

    DateTimeOffset AcceptBy(OrderTerms terms, DateTimeOffset now) =>
        Appointment is { } a && a.StartsAt < terms.AcceptBy(now) ? a.StartsAt : terms.AcceptBy(now);

    Appointment RequireAppointment() =>
        Appointment ?? throw new RuleBroken("order.no_appointment", "Pesanan ini berisi barang, jadi tidak ada janji.");

    void RequireGoods()
    {
        if (Appointment is not null)
        {
            throw new RuleBroken("order.is_service", "Pesanan ini berisi jasa, jadi mengikuti janjinya.");
        }
    }

    void RequireNotStarted()
    {
        if (Appointment?.StartedAt is not null)
        {
            throw new RuleBroken("order.service_started", "Jasanya sudah mulai dikerjakan. Bicarakan dengan pihak lain, atau hubungi layanan Komeji.");
        }
    }

    void RequireStarted()
    {
        var appointment = RequireAppointment();
        Require(State == OrderState.Processing);
        if (appointment.StartedAt is null)
        {
            throw new RuleBroken("order.not_started", "Tekan Mulai Kerjakan dahulu, lalu selesaikan.");
        }
    }

    (Appointment Appointment, DateTimeOffset Start) RequireProposal()
    {
        var appointment = RequireAppointment();
        return appointment.ProposedStart is { } start && State is (OrderState.AwaitingSeller or OrderState.Processing)
            ? (appointment, start)
            : throw new RuleBroken("order.no_proposal", "Tidak ada usulan waktu yang menunggu jawaban.");
    }

    static string HandoverNote(string note, int least)
    {
        var trimmed = note.Trim();
        return trimmed.Length >= least && trimmed.Length <= Appointment.LongestNote
            ? trimmed
            : throw new RuleBroken("order.handover_note", $"Tulis catatan serah terima, {Math.Max(least, 1)} sampai {Appointment.LongestNote} huruf: apa yang dikerjakan dan hasilnya.");
    }
}

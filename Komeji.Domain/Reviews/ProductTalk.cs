using Komeji.Domain.Common;

namespace Komeji.Domain.Reviews;

/// <summary>What somebody says about a product for everyone to read, with the shop's one public answer.</summary>
public abstract class ProductTalk : Aggregate
{
    public const int LongestAnswer = 1_000;

    public ProductId ProductId { get; private protected set; }
    public StoreId StoreId { get; private protected set; }
    public UserId AuthorId { get; private protected set; }

    /// <summary>Masked, as it was when it was written.</summary>
    public string AuthorName { get; private protected set; } = "";
    public string Text { get; private protected set; } = "";
    public DateTimeOffset WrittenAt { get; private protected set; }
    public DateTimeOffset? EditedAt { get; private protected set; }

    /// <summary>Taken out of sight by an officer.</summary>
    public bool IsHidden { get; private protected set; }

    /// <summary>The shop's answer; empty while there is none.</summary>
    public string Answer { get; private protected set; } = "";

    /// <summary>Who of the shop wrote it last.</summary>
    public UserId? AnsweredBy { get; private protected set; }
    public DateTimeOffset? AnsweredAt { get; private protected set; }
    public DateTimeOffset? AnswerEditedAt { get; private protected set; }

    /// <summary>Until when the shop may change its answer.</summary>
    public DateTimeOffset? AnswerEditableUntil { get; private protected set; }
    public bool AnswerHidden { get; private protected set; }

    public bool HasAnswer => Answer.Length > 0;

    /// <summary>Everyone may read the answer: neither it nor what it answers is out of sight.</summary>
    public bool ShowsAnswer => HasAnswer && !AnswerHidden && !IsHidden;

    /// <summary>The shop answers, or changes its answer while it may.</summary>
    /// <param name="editTime">How long a new answer may be changed.</param>
    /// <returns>True for the first answer.</returns>
    /// <exception cref="RuleBroken"><c>text.*</c>, <c>answer.hidden</c>, <c>answer.too_late</c></exception>
    public bool SayAnswer(string text, UserId by, TimeSpan editTime, DateTimeOffset now)
    {
        if (IsHidden || AnswerHidden)
        {
            throw new RuleBroken("answer.hidden", "Tulisan ini disembunyikan petugas, jadi jawabannya tidak bisa ditulis atau diubah.");
        }

        if (HasAnswer && now > AnswerEditableUntil)
        {
            throw new RuleBroken("answer.too_late", "Waktu mengubah jawaban ini sudah habis. Jawaban Anda tetap tampil.");
        }

        var words = PublicWords.Require(text, 2, LongestAnswer);
        var isFirst = !HasAnswer;
        (Answer, AnsweredBy) = (words, by);
        if (isFirst)
        {
            (AnsweredAt, AnswerEditableUntil) = (now, now + editTime);
        }
        else
        {
            AnswerEditedAt = now;
        }

        return isFirst;
    }

    /// <summary>An officer takes it, or the answer to it, out of sight, or lets it be seen again.</summary>
    public void SetHidden(bool answer, bool hidden)
    {
        if (answer)
        {
            AnswerHidden = hidden;
        }
        else if (IsHidden != hidden)
        {
            IsHidden = hidden;
            SeenChanged();
        }
    }

    private protected virtual void SeenChanged()
    {
    }
}

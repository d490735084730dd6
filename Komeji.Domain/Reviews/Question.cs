using Komeji.Domain.Common;

namespace Komeji.Domain.Reviews;

/// <summary>Somebody asks about a product, and the shop answers for everyone.</summary>
public sealed class Question : ProductTalk
{
    public const int LongestText = 500;

    Question() { }

    public QuestionId Id { get; private set; }

    /// <param name="fullName">Of who asks; only its mask is kept.</param>
    /// <exception cref="RuleBroken"><c>text.*</c></exception>
    public static Question Ask(ProductId product, StoreId store, UserId by, string fullName, string text, DateTimeOffset now) => new()
    {
        Id = QuestionId.New(now),
        ProductId = product,
        StoreId = store,
        AuthorId = by,
        AuthorName = MaskedName.Of(fullName),
        Text = PublicWords.Require(text, 10, LongestText),
        WrittenAt = now,
    };
}

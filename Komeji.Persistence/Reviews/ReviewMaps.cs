using Komeji.Domain.Catalog;
using Komeji.Domain.Ordering;
using Komeji.Domain.Reviews;
using Komeji.Domain.Stores;
using Komeji.Persistence.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Reviews;

sealed class ReviewMap : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> builder)
    {
        builder.IsTalk();
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Text).HasMaxLength(Review.LongestText);
        builder.HasIndex(r => r.LineId).IsUnique();
        builder.HasIndex(r => new { r.ProductId, r.IsHidden, r.WrittenAt });
        builder.HasIndex(r => new { r.ProductId, r.IsHidden, r.Stars });
        builder.HasIndex(r => new { r.StoreId, r.WrittenAt });
        builder.HasIndex(r => new { r.AuthorId, r.WrittenAt });
        builder.HasOne<Order>().WithMany().HasForeignKey(r => r.OrderId);
        builder.HasMany(r => r.Pictures).WithOne().HasForeignKey(p => p.ReviewId);
        builder.ToTable(t => t.HasCheckConstraint("review_stars", "\"Stars\" BETWEEN 1 AND 5"));
    }
}

sealed class ReviewPictureMap : IEntityTypeConfiguration<ReviewPicture>
{
    public void Configure(EntityTypeBuilder<ReviewPicture> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.FileKey).HasMaxLength(100);
        builder.HasIndex(p => p.FileKey);
    }
}

sealed class QuestionMap : IEntityTypeConfiguration<Question>
{
    public void Configure(EntityTypeBuilder<Question> builder)
    {
        builder.IsTalk();
        builder.Property(q => q.Id).ValueGeneratedNever();
        builder.Property(q => q.Text).HasMaxLength(Question.LongestText);
        builder.HasIndex(q => new { q.ProductId, q.IsHidden, q.WrittenAt });
        builder.HasIndex(q => new { q.StoreId, q.AnsweredAt, q.WrittenAt });
        builder.HasIndex(q => new { q.AuthorId, q.WrittenAt });
    }
}

sealed class TextCaseMap : IEntityTypeConfiguration<TextCase>
{
    public void Configure(EntityTypeBuilder<TextCase> builder)
    {
        builder.IsStateful();
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Reason).HasMaxLength(TextCase.LongestReason);
        builder.Property(c => c.Plea).HasMaxLength(TextCase.LongestPlea);
        builder.Ignore(c => c.Waits);
        builder.Ignore(c => c.IsAboutAnswer);
        builder.HasIndex(c => new { c.TalkId, c.Kind }).IsUnique();
        builder.HasIndex(c => new { c.State, c.Since });
        builder.HasOne<Product>().WithMany().HasForeignKey(c => c.ProductId);
        builder.HasMany(c => c.Reports).WithOne().HasForeignKey(r => r.CaseId);
    }
}

sealed class TextReportMap : IEntityTypeConfiguration<TextReport>
{
    public void Configure(EntityTypeBuilder<TextReport> builder)
    {
        builder.HasKey(r => new { r.CaseId, r.ReporterId });
        builder.Property(r => r.Note).HasMaxLength(TextCase.LongestNote);
        builder.HasIndex(r => new { r.ReporterId, r.At });
    }
}

static class TalkMap
{
    /// <summary>What reviews and questions have in common.</summary>
    public static void IsTalk<T>(this EntityTypeBuilder<T> builder)
        where T : ProductTalk
    {
        builder.IsAggregate();
        builder.Property(t => t.AuthorName).HasMaxLength(20);
        builder.Property(t => t.Answer).HasMaxLength(ProductTalk.LongestAnswer);
        builder.Ignore(t => t.HasAnswer);
        builder.Ignore(t => t.ShowsAnswer);
        builder.HasOne<Product>().WithMany().HasForeignKey(nameof(ProductTalk.ProductId));
        builder.HasOne<Store>().WithMany().HasForeignKey(nameof(ProductTalk.StoreId));
    }
}

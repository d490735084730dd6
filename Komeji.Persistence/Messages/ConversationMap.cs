using Komeji.Domain.Catalog;
using Komeji.Domain.Messages;
using Komeji.Domain.Ordering;
using Komeji.Domain.Stores;
using Komeji.Persistence.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Messages;

sealed class ConversationMap : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.IsAggregate();
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Topic).HasMaxLength(60);
        builder.HasIndex(c => new { c.BuyerId, c.Topic }).IsUnique();
        builder.HasIndex(c => new { c.BuyerId, c.LastAt });
        builder.HasIndex(c => new { c.StoreId, c.LastAt });
        builder.HasIndex(c => c.LastAt);
        builder.HasOne<Store>().WithMany().HasForeignKey(c => c.StoreId);
        builder.HasOne<Order>().WithMany().HasForeignKey(c => c.OrderId);
        builder.HasOne<Product>().WithMany().HasForeignKey(c => c.ProductId);
        builder.HasMany(c => c.Waits).WithOne().HasForeignKey(w => w.ConversationId);
    }
}

sealed class ChatWaitMap : IEntityTypeConfiguration<ChatWait>
{
    public void Configure(EntityTypeBuilder<ChatWait> builder)
    {
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.HasIndex(w => new { w.ConversationId, w.AskedAt });
        builder.HasIndex(w => new { w.StoreId, w.AskedAt });
    }
}

sealed class ChatMessageMap : IEntityTypeConfiguration<ChatMessage>
{
    public void Configure(EntityTypeBuilder<ChatMessage> builder)
    {
        builder.IsAggregate();
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Text).IsLong(ChatDraft.Longest);
        builder.Property(m => m.AuthorRole).HasMaxLength(40);
        builder.Property(m => m.RemovalReason).HasMaxLength(ChatMessage.LongestReason).HasDefaultValue("");
        builder.HasIndex(m => new { m.ConversationId, m.At });
        builder.HasIndex(m => new { m.AuthorId, m.At });
        builder.HasOne<Conversation>().WithMany().HasForeignKey(m => m.ConversationId);
        builder.HasMany(m => m.Pictures).WithOne().HasForeignKey(p => p.MessageId);
    }
}

sealed class ChatPictureMap : IEntityTypeConfiguration<ChatPicture>
{
    public void Configure(EntityTypeBuilder<ChatPicture> builder)
    {
        builder.ToTable("ChatPictures");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.FileKey).HasMaxLength(80);
        builder.HasIndex(p => p.FileKey);
    }
}

sealed class ChatReportMap : IEntityTypeConfiguration<ChatReport>
{
    public void Configure(EntityTypeBuilder<ChatReport> builder)
    {
        builder.IsStateful();
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Words).IsLong(ChatReport.LongestWords);
        builder.Property(r => r.Note).HasMaxLength(ChatMessage.LongestReason).HasDefaultValue("");
        builder.HasIndex(r => new { r.MessageId, r.Side }).IsUnique();
        builder.HasIndex(r => new { r.State, r.At });
        builder.HasIndex(r => r.ConversationId);
        builder.HasOne<ChatMessage>().WithMany().HasForeignKey(r => r.MessageId);
    }
}

sealed class ChatViewMap : IEntityTypeConfiguration<ChatView>
{
    public void Configure(EntityTypeBuilder<ChatView> builder)
    {
        builder.Property(v => v.Role).HasMaxLength(40);
        builder.HasIndex(v => new { v.ReportId, v.PersonId });
    }
}

sealed class QuickReplyMap : IEntityTypeConfiguration<QuickReply>
{
    public void Configure(EntityTypeBuilder<QuickReply> builder)
    {
        builder.IsAggregate();
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Title).HasMaxLength(QuickReply.LongestTitle);
        builder.Property(r => r.Text).IsLong(QuickReply.LongestText);
        builder.HasIndex(r => new { r.StoreId, r.Title });
        builder.HasOne<Store>().WithMany().HasForeignKey(r => r.StoreId);
    }
}

using Komeji.Domain.Notifications;
using Komeji.Persistence.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Notifications;

sealed class NotificationMap : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Body).HasMaxLength(500);
        builder.HasIndex(n => new { n.UserId, n.ReadAt, n.At });
    }
}

sealed class MessageMap : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.IsAggregate();
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Body).IsLong(8_000);
        builder.Property(m => m.LastError).HasMaxLength(500);
        builder.HasIndex(m => new { m.State, m.DueAt });
        builder.HasIndex(m => m.CreatedAt);
        builder.HasIndex(m => new { m.To, m.CreatedAt });
    }
}

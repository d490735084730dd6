using Komeji.Domain.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Stores;

sealed class ShopDeedMap : IEntityTypeConfiguration<ShopDeed>
{
    public void Configure(EntityTypeBuilder<ShopDeed> builder)
    {
        builder.ToTable("ShopDeeds");
        builder.Property(d => d.Role).HasMaxLength(40);
        builder.Property(d => d.What).HasMaxLength(80);
        builder.Property(d => d.Thing).HasMaxLength(40);
        builder.Property(d => d.ThingId).HasMaxLength(80);
        builder.HasIndex(d => new { d.SellerId, d.Id });
        builder.HasIndex(d => new { d.SessionId, d.Id });
    }
}

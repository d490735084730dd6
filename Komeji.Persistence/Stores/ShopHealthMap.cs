using Komeji.Domain.Stores;
using Komeji.Persistence.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Stores;

sealed class ShopHealthMap : IEntityTypeConfiguration<ShopHealth>
{
    public void Configure(EntityTypeBuilder<ShopHealth> builder)
    {
        builder.IsStateful();
        builder.HasKey(h => h.StoreId);
        builder.Property(h => h.StoreId).ValueGeneratedNever();
        builder.HasIndex(h => h.Standing);
        builder.HasOne<Store>().WithOne().HasForeignKey<ShopHealth>(h => h.StoreId);
    }
}

sealed class HealthCaseMap : IEntityTypeConfiguration<HealthCase>
{
    public void Configure(EntityTypeBuilder<HealthCase> builder)
    {
        builder.HasKey(c => new { c.StoreId, c.Measure, c.ThingId });
        builder.Property(c => c.Key).HasMaxLength(40);
        builder.Property(c => c.Why).HasMaxLength(40);
        builder.HasIndex(c => new { c.StoreId, c.Measure, c.IsBad, c.At });
        builder.HasOne<Store>().WithMany().HasForeignKey(c => c.StoreId);
    }
}

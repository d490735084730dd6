using Komeji.Domain.Stores;
using Komeji.Persistence.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Stores;

sealed class ShopStaffMap : IEntityTypeConfiguration<ShopStaff>
{
    public void Configure(EntityTypeBuilder<ShopStaff> builder)
    {
        builder.ToTable("ShopStaff");
        builder.IsStateful();
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Contact).HasMaxLength(254);
        builder.Property(s => s.SecretHash).HasMaxLength(64);
        builder.Property(s => s.Rights).HasMaxLength(80);
        builder.HasIndex(s => new { s.StoreId, s.State });
        builder.HasIndex(s => new { s.UserId, s.State });
        builder.HasIndex(s => new { s.Contact, s.State });
        builder.HasIndex(s => new { s.State, s.LapsesAt });

        // Nobody has two places in one shop at a time.
        builder.HasIndex(s => new { s.StoreId, s.UserId }).IsUnique().HasFilter("\"State\" = 'Active'");

        // Nor is anybody asked twice.
        builder.HasIndex(s => new { s.StoreId, s.Contact }).IsUnique().HasFilter("\"State\" = 'Invited'");
        builder.HasOne<Store>().WithMany().HasForeignKey(s => s.StoreId);
    }
}

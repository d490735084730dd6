using Komeji.Domain.Ordering;
using Komeji.Persistence.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Ordering;

sealed class PurchaseMap : IEntityTypeConfiguration<Purchase>
{
    public void Configure(EntityTypeBuilder<Purchase> builder)
    {
        builder.IsAggregate();
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasIndex(p => p.Number).IsUnique();
        builder.HasIndex(p => p.CheckoutToken).IsUnique();
        builder.HasIndex(p => new { p.BuyerId, p.PlacedAt });
        builder.HasIndex(p => p.PayBefore);
        builder.Property(p => p.Number).HasMaxLength(24);
        builder.Property(p => p.CheckoutToken).HasMaxLength(80);
        builder.HasMany(p => p.Orders).WithOne().HasForeignKey(o => o.PurchaseId);
    }
}

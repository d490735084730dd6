using Komeji.Domain.Ordering;
using Komeji.Persistence.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Ordering;

sealed class CartMap : IEntityTypeConfiguration<Cart>
{
    public void Configure(EntityTypeBuilder<Cart> builder)
    {
        builder.IsAggregate();
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.TokenHash).HasMaxLength(64);
        builder.HasIndex(c => c.OwnerId).IsUnique();
        builder.HasIndex(c => c.TokenHash);
        builder.HasIndex(c => c.TouchedAt);
        builder.HasMany(c => c.Lines).WithOne().HasForeignKey(l => l.CartId);
    }
}

sealed class CartLineMap : IEntityTypeConfiguration<CartLine>
{
    public void Configure(EntityTypeBuilder<CartLine> builder) => builder.HasKey(l => new { l.CartId, l.VariantId });
}

using Komeji.Domain.Catalog;
using Komeji.Domain.Stores;
using Komeji.Persistence.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Stores;

sealed class StoreShelfMap : IEntityTypeConfiguration<StoreShelf>
{
    public void Configure(EntityTypeBuilder<StoreShelf> builder)
    {
        builder.IsAggregate();
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => new { s.StoreId, s.Slug }).IsUnique();
        builder.HasOne<Store>().WithMany().HasForeignKey(s => s.StoreId);
        builder.HasMany(s => s.Items).WithOne().HasForeignKey(i => i.ShelfId);
    }
}

sealed class ShelfItemMap : IEntityTypeConfiguration<ShelfItem>
{
    public void Configure(EntityTypeBuilder<ShelfItem> builder)
    {
        builder.HasKey(i => new { i.ShelfId, i.ProductId });
        builder.HasIndex(i => new { i.ShelfId, i.Position });
        builder.HasOne<Product>().WithMany().HasForeignKey(i => i.ProductId);
    }
}

using Komeji.Domain.Catalog;
using Komeji.Domain.Stores;
using Komeji.Persistence.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Catalog;

sealed class ProductMap : IEntityTypeConfiguration<Product>
{
    public void Configure(EntityTypeBuilder<Product> builder)
    {
        builder.IsAggregate();
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasIndex(p => p.Slug).IsUnique();
        builder.HasIndex(p => new { p.State, p.CategoryId });
        builder.HasIndex(p => new { p.StoreId, p.State });
        builder.HasIndex(p => new { p.StoreId, p.ChangedAt });
        builder.HasIndex(p => new { p.State, p.LowestPrice });
        builder.HasIndex(p => new { p.State, p.PublishedAt });
        builder.HasIndex(p => new { p.State, p.ChangedAt });
        builder.Property(p => p.Name).HasMaxLength(120);
        builder.Property(p => p.Slug).HasMaxLength(100);
        builder.Property(p => p.NetUnit).HasMaxLength(10);
        builder.Property(p => p.Description).IsLong(5_000);
        builder.Property(p => p.WarrantyTerms).IsLong(1_000);
        builder.Property(p => p.WarrantyFreight).HasDefaultValue(WarrantyFreight.Shared);
        builder.Property(p => p.WithheldReason).HasDefaultValue("");
        builder.Property(p => p.LostPermit).HasMaxLength(20).HasDefaultValue("");
        builder.Property(p => p.Permits).HasMaxLength(300);
        builder.Property(p => p.SearchText).HasMaxLength(Product.LongestSearchText);
        builder.Ignore(p => p.Warranty);
        builder.OwnsOne(p => p.Service, service =>
        {
            service.Property(s => s.ServedRegions).HasMaxLength(1_000);
            service.Property(s => s.Weekdays).HasMaxLength(7);

            // Listings of before rest on holidays; what a listing says now is always written, a tick taken off too.
            service.Property(s => s.WorksOnHolidays).HasDefaultValue(false).ValueGeneratedNever();
            service.Ignore(s => s.Served);
            service.Ignore(s => s.OpenDays);
        });
        builder.HasOne<Store>().WithMany().HasForeignKey(p => p.StoreId);
        builder.HasOne<Category>().WithMany().HasForeignKey(p => p.CategoryId);
        builder.HasMany(p => p.Variants).WithOne().HasForeignKey(v => v.ProductId);
        builder.HasMany(p => p.Pictures).WithOne().HasForeignKey(p => p.ProductId);
    }
}

sealed class VariantMap : IEntityTypeConfiguration<Variant>
{
    public void Configure(EntityTypeBuilder<Variant> builder)
    {
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.ToTable(t =>
        {
            t.HasCheckConstraint("variant_stock", "\"Stock\" >= 0 AND \"Reserved\" >= 0 AND \"Sold\" >= 0");
            t.HasCheckConstraint("variant_price", "\"Price\" > 0");
        });
    }
}

sealed class ProductPictureMap : IEntityTypeConfiguration<ProductPicture>
{
    public void Configure(EntityTypeBuilder<ProductPicture> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.FileKey).HasMaxLength(100);
        builder.HasIndex(p => p.FileKey);
    }
}

sealed class CategoryMap : IEntityTypeConfiguration<Category>
{
    public void Configure(EntityTypeBuilder<Category> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasIndex(c => c.Slug).IsUnique();
        builder.HasOne<Category>().WithMany().HasForeignKey(c => c.ParentId);
    }
}

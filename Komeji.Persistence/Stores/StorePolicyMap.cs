using Komeji.Domain.Stores;
using Komeji.Persistence.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Stores;

sealed class StorePolicyMap : IEntityTypeConfiguration<StorePolicy>
{
    public void Configure(EntityTypeBuilder<StorePolicy> builder)
    {
        builder.IsAggregate();
        builder.HasKey(p => p.StoreId);
        builder.Property(p => p.StoreId).ValueGeneratedNever();
        builder.Property(p => p.Returns).IsLong(StorePolicy.Longest);
        builder.Property(p => p.Shipping).IsLong(StorePolicy.Longest);
        builder.Property(p => p.Other).IsLong(StorePolicy.Longest);
        builder.HasOne<Store>().WithOne().HasForeignKey<StorePolicy>(p => p.StoreId);
    }
}

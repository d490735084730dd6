using Komeji.Domain.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Settings;

sealed class SettingMap : IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<Setting> builder)
    {
        builder.Property(s => s.Value).HasMaxLength(1_000);
        builder.Property(s => s.Reason).HasMaxLength(500);
        builder.HasIndex(s => new { s.Key, s.ValidFrom });
    }
}

using Komeji.Application.Accounts;
using Komeji.Domain.Accounts;
using Komeji.Persistence.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Accounts;

sealed class UserMap : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("Users");
        builder.Property(u => u.FullName).HasMaxLength(120);
        builder.HasIndex(u => u.PhoneNumber).IsUnique();
        builder.HasIndex(u => u.NormalizedEmail).IsUnique();
        builder.Property(u => u.BanReason).HasMaxLength(300);
        builder.HasIndex(u => u.RegisteredAt);
        builder.Ignore(u => u.IsConfirmed);
        builder.Ignore(u => u.Contacts);
    }
}

sealed class SessionMap : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.HasKey(s => s.KeyHash);
        builder.Property(s => s.KeyHash).HasMaxLength(64);
        builder.Property(s => s.Stamp).HasMaxLength(100);
        builder.Property(s => s.UserAgent).HasMaxLength(300);
        builder.HasIndex(s => s.UserId);
        builder.HasIndex(s => s.ExpiresAt);
    }
}

sealed class KnownDeviceMap : IEntityTypeConfiguration<KnownDevice>
{
    public void Configure(EntityTypeBuilder<KnownDevice> builder)
    {
        builder.HasKey(d => new { d.UserId, d.KeyHash });
        builder.Property(d => d.KeyHash).HasMaxLength(64);
        builder.HasIndex(d => d.SeenAt);
    }
}

sealed class SecondFactorMap : IEntityTypeConfiguration<SecondFactor>
{
    public void Configure(EntityTypeBuilder<SecondFactor> builder)
    {
        builder.IsAggregate();
        builder.HasKey(f => f.UserId);
        builder.Property(f => f.UserId).ValueGeneratedNever();
        builder.Property(f => f.Sealed).HasMaxLength(200);
        builder.Property(f => f.Offered).HasMaxLength(200);
        builder.Ignore(f => f.IsOn);
    }
}

sealed class RecoveryCodeMap : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.CodeHash).HasMaxLength(64);
        builder.HasIndex(c => new { c.UserId, c.CodeHash });
    }
}

sealed class FactorResetMap : IEntityTypeConfiguration<FactorReset>
{
    public void Configure(EntityTypeBuilder<FactorReset> builder)
    {
        builder.IsStateful();
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.FirstReason).HasMaxLength(300);
        builder.Property(r => r.SecondReason).HasMaxLength(300);
        builder.Ignore(r => r.Approvals);
        builder.HasIndex(r => new { r.State, r.NotBefore });
        builder.HasIndex(r => r.UserId);
    }
}

sealed class RoleGrantMap : IEntityTypeConfiguration<RoleGrant>
{
    public void Configure(EntityTypeBuilder<RoleGrant> builder)
    {
        builder.IsAggregate();
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.Property(g => g.Reason).HasMaxLength(300);
        builder.Property(g => g.EndReason).HasMaxLength(300);
        builder.HasIndex(g => new { g.UserId, g.EndedAt });
    }
}

sealed class ConsentMap : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder) => builder.HasIndex(c => new { c.UserId, c.Purpose });
}

sealed class OneTimeCodeMap : IEntityTypeConfiguration<OneTimeCode>
{
    public void Configure(EntityTypeBuilder<OneTimeCode> builder)
    {
        builder.IsAggregate();
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Destination).HasMaxLength(254);
        builder.HasIndex(c => new { c.UserId, c.Purpose });
        builder.HasIndex(c => new { c.Destination, c.Purpose, c.SentAt });
    }
}

sealed class RegistrationMap : IEntityTypeConfiguration<Registration>
{
    public void Configure(EntityTypeBuilder<Registration> builder)
    {
        builder.IsAggregate();
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Contact).HasMaxLength(254);
        builder.HasIndex(r => r.AskedAt);
    }
}

sealed class AddressMap : IEntityTypeConfiguration<Address>
{
    public void Configure(EntityTypeBuilder<Address> builder)
    {
        builder.IsAggregate();
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasIndex(a => new { a.OwnerId, a.RemovedAt });
    }
}

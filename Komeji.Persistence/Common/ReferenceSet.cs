using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Common;

/// <summary>Which version of a shipped table this database holds.</summary>
public sealed class ReferenceSet
{
    public required string Name { get; init; }

    /// <summary>The data's date, so that a later version sorts after an earlier one.</summary>
    public required string Version { get; init; }
}

sealed class ReferenceSetMap : IEntityTypeConfiguration<ReferenceSet>
{
    public void Configure(EntityTypeBuilder<ReferenceSet> builder) => builder.HasKey(s => s.Name);
}

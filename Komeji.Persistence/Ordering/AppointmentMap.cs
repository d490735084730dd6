using Komeji.Domain.Catalog;
using Komeji.Domain.Ordering;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Komeji.Persistence.Ordering;

static class AppointmentMap
{
    public static void Configure(OwnedNavigationBuilder<Order, Appointment> appointment)
    {
        appointment.HasIndex(a => new { a.ProductId, a.EndsAt });
        appointment.Property(a => a.HandoverNote).HasMaxLength(Appointment.LongestNote);
        appointment.Property(a => a.ProposalNote).HasMaxLength(500);
    }
}

sealed class BookedPlacesMap : IEntityTypeConfiguration<BookedPlaces>
{
    public void Configure(EntityTypeBuilder<BookedPlaces> builder)
    {
        builder.HasKey(b => new { b.ProductId, b.Day, b.Minute });
        builder.Property(b => b.Minute).ValueGeneratedNever();
        builder.HasOne<Product>().WithMany().HasForeignKey(b => b.ProductId);
        builder.ToTable(t => t.HasCheckConstraint("booked_places", "\"Taken\" >= 0"));
    }
}

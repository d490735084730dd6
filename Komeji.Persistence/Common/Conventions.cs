using System.Linq.Expressions;
using Komeji.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Komeji.Persistence.Common;

/// <summary>How the house's own types are stored, for both databases.</summary>
static class Conventions
{
    public static void UseHouseConventions(this ModelConfigurationBuilder builder)
    {
        var ids = typeof(OrderId).Assembly.GetTypes().Where(t => t.IsValueType && t.Namespace == typeof(OrderId).Namespace && t.Name.EndsWith("Id", StringComparison.Ordinal));
        foreach (var id in ids)
        {
            builder.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id));
        }

        builder.Properties<Rupiah>().HaveConversion<RupiahConverter>();
        builder.Properties<BasisPoints>().HaveConversion<BasisPointsConverter>();
        builder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        builder.Properties<string>().HaveMaxLength(200);
    }

    /// <summary>Key made in the domain, version as the concurrency token.</summary>
    public static void IsAggregate<T>(this EntityTypeBuilder<T> entity)
        where T : Aggregate
    {
        entity.Property(a => a.Version).IsConcurrencyToken();
        entity.Ignore(a => a.Events);
    }

    public static void IsStateful<T>(this EntityTypeBuilder<T> entity)
        where T : StatefulAggregate
    {
        entity.IsAggregate();
        entity.Ignore(a => a.NewSteps);
    }

    /// <summary>Long text without a fixed limit in the column; the domain or the form limits it.</summary>
    public static PropertyBuilder<string> IsLong(this PropertyBuilder<string> property, int most) => property.HasMaxLength(most);

    sealed class RupiahConverter() : ValueConverter<Rupiah, long>(rupiah => rupiah.Amount, amount => new Rupiah(amount));

    sealed class BasisPointsConverter() : ValueConverter<BasisPoints, int>(rate => rate.Value, value => new BasisPoints(value));

    sealed class IdConverter<T>() : ValueConverter<T, Guid>(Unwrap, Wrap)
        where T : struct
    {
        static readonly ParameterExpression Id = Expression.Parameter(typeof(T));
        static readonly ParameterExpression Raw = Expression.Parameter(typeof(Guid));
        static readonly Expression<Func<T, Guid>> Unwrap = Expression.Lambda<Func<T, Guid>>(Expression.Property(Id, "Value"), Id);
        static readonly Expression<Func<Guid, T>> Wrap = Expression.Lambda<Func<Guid, T>>(Expression.New(typeof(T).GetConstructor([typeof(Guid)])!, Raw), Raw);
    }
}

using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Komeji.Persistence.Bulk;

/// <param name="Name">As the database has it.</param>
/// <param name="Value">From an aggregate (as <c>object</c>) to what the database's driver takes.</param>
sealed record BulkColumn(string Name, LambdaExpression Value);

/// <summary>Where the rows of a kind go, read from the EF model: its columns, those of what it owns, and the lists below it.</summary>
sealed class BulkTable
{
    static readonly ParameterExpression Row = Expression.Parameter(typeof(object), "row");

    BulkTable(IEntityType type)
    {
        Type = type.ClrType;
        Name = type.GetTableName()!;
        var table = type.GetTableMappings().Single().Table;
        Columns = [.. table.Columns.Where(c => !IsDrawnByTheDatabase(c)).Select(c => new BulkColumn(c.Name, Expression.Lambda(ValueOf(type, c), Row)))];
        Lists = [.. type.GetNavigations().Where(n => n.IsCollection && !n.TargetEntityType.IsOwned()).Select(n => (n.TargetEntityType.ClrType, ListOf(n)))];
    }

    public Type Type { get; }

    public string Name { get; }

    public IReadOnlyList<BulkColumn> Columns { get; }

    /// <summary>Rows of other tables that belong to one of these.</summary>
    public IReadOnlyList<(Type Type, Func<object, IEnumerable<object>> Read)> Lists { get; }

    /// <exception cref="InvalidOperationException">The model has no such table, or a column that no member of the aggregate fills.</exception>
    public static BulkTable Of(IModel model, Type type) =>
        new(model.FindEntityType(type) ?? throw new InvalidOperationException($"{type.Name} is not in the model."));

    static bool IsDrawnByTheDatabase(IColumn column) => column.PropertyMappings.Any(m =>
        m.Property.IsPrimaryKey() && m.Property.ValueGenerated == ValueGenerated.OnAdd && (m.Property.ClrType == typeof(long) || m.Property.ClrType == typeof(int)));

    /// <summary>A column may belong to the aggregate itself or to what it owns; the key of both is the aggregate's.</summary>
    static Expression ValueOf(IEntityType type, IColumn column)
    {
        var root = Expression.Convert(Row, type.ClrType);
        var own = column.PropertyMappings.Select(m => m.Property).FirstOrDefault(p => p.DeclaringType == type);
        if (own is not null)
        {
            return Converted(Read(root, own), own);
        }

        var property = column.PropertyMappings.Select(m => m.Property).First();
        var navigation = ((IEntityType)property.DeclaringType).FindOwnership()!.PrincipalToDependent!;
        var owned = Expression.MakeMemberAccess(root, navigation.PropertyInfo!);
        var value = Converted(Read(owned, property), property);
        var type2 = value.Type.IsValueType && Nullable.GetUnderlyingType(value.Type) is null ? typeof(Nullable<>).MakeGenericType(value.Type) : value.Type;
        return Expression.Condition(Expression.ReferenceEqual(owned, Expression.Constant(null)), Expression.Default(type2), Expression.Convert(value, type2));
    }

    static MemberExpression Read(Expression owner, IReadOnlyProperty property) =>
        Expression.MakeMemberAccess(owner, (MemberInfo?)property.PropertyInfo ?? property.FieldInfo
            ?? throw new InvalidOperationException($"{property.DeclaringType.DisplayName()}.{property.Name} has no member to read it from."));

    static Expression Converted(Expression value, IProperty property)
    {
        if (property.GetTypeMapping().Converter is not ValueConverter converter)
        {
            return value;
        }

        var convert = converter.ConvertToProviderExpression;
        if (convert.Parameters[0].Type == value.Type)
        {
            return Expression.Invoke(convert, value);
        }

        // A nullable value whose converter knows only the value.
        var provided = convert.ReturnType.IsValueType ? typeof(Nullable<>).MakeGenericType(convert.ReturnType) : convert.ReturnType;
        return Expression.Condition(
            Expression.Property(value, "HasValue"),
            Expression.Convert(Expression.Invoke(convert, Expression.Property(value, "Value")), provided),
            Expression.Default(provided));
    }

    static Func<object, IEnumerable<object>> ListOf(IReadOnlyNavigationBase navigation) =>
        Expression.Lambda<Func<object, IEnumerable<object>>>(
            Expression.Convert(Expression.MakeMemberAccess(Expression.Convert(Row, navigation.DeclaringEntityType.ClrType), navigation.PropertyInfo!), typeof(IEnumerable<object>)), Row).Compile();

    public ParameterExpression Parameter => Row;
}

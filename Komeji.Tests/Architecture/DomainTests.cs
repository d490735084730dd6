using System.Reflection;
using Komeji.Application.Settings;
using Komeji.Domain.Common;

namespace Komeji.Tests.Architecture;

public sealed class DomainTests
{
    static readonly Type[] Types = [.. typeof(Rupiah).Assembly.GetTypes().Where(t => t.Namespace?.StartsWith("Komeji.Domain", StringComparison.Ordinal) == true)];

    [Fact]
    public void Aggregates_are_sealed_with_private_setters_and_no_public_constructor()
    {
        var aggregates = Types.Where(t => t.IsSubclassOf(typeof(Aggregate)) && !t.IsAbstract).ToList();
        aggregates.Count.ShouldBeGreaterThan(10);
        aggregates.Where(t => !t.IsSealed).ShouldBeEmpty();
        aggregates.SelectMany(t => t.GetProperties().Where(p => p.SetMethod?.IsPublic == true)).Select(p => $"{p.DeclaringType!.Name}.{p.Name}").ShouldBeEmpty();
    }

    [Fact]
    public void Money_is_never_a_fraction() =>
        Types.SelectMany(t => t.GetProperties().Select(p => (t.Name, p.Name, p.PropertyType)).Concat(t.GetFields().Select(f => (t.Name, f.Name, f.FieldType))))
            .Where(m => new[] { typeof(decimal), typeof(double), typeof(float) }.Contains(Nullable.GetUnderlyingType(m.Item3) ?? m.Item3))
            .ShouldBeEmpty();

    [Fact]
    public void No_clock_is_asked_in_the_domain() =>
        Types.SelectMany(t => t.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(m => m.GetParameters().Any(p => p.ParameterType == typeof(TimeProvider)))
            .ShouldBeEmpty();

    [Fact]
    public void Every_setting_has_a_default_within_its_bounds_and_a_source()
    {
        SettingCatalogue.All.Select(d => d.Key).ShouldBeUnique();
        foreach (var definition in SettingCatalogue.All)
        {
            definition.Source.ShouldNotBeNullOrWhiteSpace(definition.Key);
            if (definition.Kind != SettingKind.Text)
            {
                long.Parse(definition.Default, System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(definition.Least, definition.Most, definition.Key);
            }
        }
    }
}

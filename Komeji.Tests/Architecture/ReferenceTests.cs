using System.Reflection;
using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Persistence;

namespace Komeji.Tests.Architecture;

/// <summary>Which project may see which, read from the compiled assemblies.</summary>
public sealed class ReferenceTests
{
    static readonly Assembly Domain = typeof(Rupiah).Assembly;
    static readonly Assembly Application = typeof(IKomejiDb).Assembly;
    static readonly Assembly Persistence = typeof(KomejiDb).Assembly;
    static readonly Assembly Integrations = Assembly.Load("Komeji.Integrations");
    static readonly Assembly Web = typeof(Program).Assembly;

    [Fact]
    public void The_domain_references_nothing_but_the_runtime() =>
        Names(Domain).Where(n => !n.StartsWith("System.", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void The_application_knows_the_domain_EF_core_MediatR_and_Identity_only() =>
        Names(Application).Where(n => !n.StartsWith("System.", StringComparison.Ordinal)).Except(
        [
            "Komeji.Domain", "MediatR", "Microsoft.EntityFrameworkCore", "Microsoft.EntityFrameworkCore.Abstractions",
            "Microsoft.Extensions.Identity.Stores", "Microsoft.Extensions.Identity.Core", "Microsoft.Extensions.Logging.Abstractions",
            "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Options", "Microsoft.Extensions.Caching.Abstractions",
            "Microsoft.Extensions.Caching.Memory",
        ]).ShouldBeEmpty();

    [Fact]
    public void Persistence_does_not_know_the_pages_or_the_integrations() =>
        Names(Persistence).Where(n => n is "Komeji.Web" or "Komeji.Integrations").ShouldBeEmpty();

    [Fact]
    public void Integrations_know_the_application_and_not_the_database_or_the_pages() =>
        Names(Integrations).Where(n => n is "Komeji.Web" or "Komeji.Persistence" || n.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)).ShouldBeEmpty();

    /// <summary>A missing confinement shows as a type of the engine in a namespace it does not belong to.</summary>
    [Theory]
    [InlineData("Quartz", "Komeji.Web.Jobs")]
    [InlineData("Bogus", "Komeji.Web.Demo")]
    [InlineData("StackExchange.Redis", "Komeji.Integrations.Redis")]
    [InlineData("Stripe", "Komeji.Integrations.Payments.Stripe")]
    [InlineData("System.Net.Mail", "Komeji.Integrations.Mail")]
    [InlineData("System.CommandLine", "Komeji.Web.CommandLine")]
    public void An_engine_or_SDK_is_named_in_one_room_only(string engine, string room) =>
        new[] { Domain, Application, Persistence, Integrations, Web }
            .SelectMany(a => a.GetTypes())
            .Where(t => !(t.Namespace ?? "").StartsWith(room, StringComparison.Ordinal))
            .Where(t => Mentions(t).Any(m => m.StartsWith(engine + ".", StringComparison.Ordinal)))
            .Select(t => t.FullName)
            .ShouldBeEmpty();

    [Fact]
    public void No_page_sees_the_database() =>
        Web.GetTypes()
            .Where(t => (t.Namespace ?? "").StartsWith("Komeji.Web.Areas", StringComparison.Ordinal))
            .Where(t => Mentions(t).Any(m => m.StartsWith("Microsoft.EntityFrameworkCore.", StringComparison.Ordinal) || m.StartsWith("Komeji.Persistence.", StringComparison.Ordinal) || m == typeof(IKomejiDb).FullName))
            .Select(t => t.FullName)
            .ShouldBeEmpty();

    [Fact]
    public void File_names_of_use_cases_say_a_verb_and_no_pattern() =>
        Application.GetTypes()
            .Where(t => t.DeclaringType is null && (t.Namespace ?? "").StartsWith("Komeji.Application", StringComparison.Ordinal))
            .Where(t => t != typeof(ICommand) && t != typeof(ICommand<>) && t != typeof(IQuery<>))
            .Where(t => Suffixes.Any(s => t.Name.Split('`')[0].EndsWith(s, StringComparison.Ordinal)))
            .Select(t => t.FullName)
            .ShouldBeEmpty();

    static readonly string[] Suffixes = ["Command", "Query", "Handler", "Dto", "Service", "Manager", "Repository", "Specification"];

    static IEnumerable<string> Names(Assembly assembly) => assembly.GetReferencedAssemblies().Select(a => a.Name!);

    const BindingFlags Everything = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    static IEnumerable<string> Mentions(Type type)
    {
        var types = type.GetFields(Everything).Select(f => f.FieldType)
            .Concat(type.GetConstructors(Everything).SelectMany(c => c.GetParameters()).Select(p => p.ParameterType))
            .Concat(type.GetMethods(Everything).SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType)))
            .Concat(type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)).SelectMany(m => m.GetMethodBody()?.LocalVariables.Select(v => v.LocalType) ?? []))
            .Concat(type.GetInterfaces())
            .Append(type.BaseType);
        return types.Where(t => t is not null).SelectMany(t => t!.IsGenericType ? t.GetGenericArguments().Append(t) : [t]).Select(t => t.FullName ?? "");
    }
}

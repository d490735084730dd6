using System.Reflection;
using Xunit.Sdk;

namespace Komeji.Tests.Support;

public enum Engine
{
    Sqlite,
    Postgres,
}

/// <summary>Runs a theory on SQLite, with further arguments if any.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnSqliteAttribute(params object[] arguments) : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Engine.Sqlite, .. arguments]];
}

/// <summary>Runs a theory on PostgreSQL; on a machine without one it shows as skipped, by name.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnPostgresAttribute : DataAttribute
{
    readonly object[] arguments;

    public OnPostgresAttribute(params object[] arguments)
    {
        this.arguments = arguments;
        Skip = TestDatabase.PostgresServer is null ? "No PostgreSQL here: infra/test starts one and sets KOMEJI_TEST_POSTGRES." : null;
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Engine.Postgres, .. arguments]];
}

namespace Komeji.Web.Setup;

/// <summary>
/// A visitor does not wait for a database that takes what it is asked and says nothing: <c>Komeji:PageStatementSeconds</c> bounds each
/// statement of a page. Jobs, the command line and downloads wait as long as the connection string says.
/// </summary>
public static class StatementPatience
{
    /// <returns>Null where nobody looks at an empty page meanwhile.</returns>
    public static TimeSpan? Of(IServiceProvider scope) =>
        scope.GetRequiredService<IHttpContextAccessor>().HttpContext is { } context && context.GetEndpoint()?.Metadata.GetMetadata<DownloadAttribute>() is null
            ? TimeSpan.FromSeconds(scope.GetRequiredService<KomejiSettings>().PageStatementSeconds)
            : null;
}

/// <summary>A table to download, which may be of years: whoever asks for it waits.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class DownloadAttribute : Attribute;

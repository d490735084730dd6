namespace Komeji.Domain.Settings;

/// <summary>
/// A value that is in force from a moment on. Rows are only added: the newest row whose time has come counts, so what was in
/// force on any day can be told.
/// </summary>
public sealed class Setting
{
    Setting() { }

    public Setting(string key, string value, DateTimeOffset validFrom, string source, string reason, Guid? setBy, DateTimeOffset setAt)
    {
        Key = key;
        Value = value;
        ValidFrom = validFrom;
        Source = source;
        Reason = reason;
        SetBy = setBy;
        SetAt = setAt;
    }

    public long Id { get; private set; }
    public string Key { get; private set; } = "";
    public string Value { get; private set; } = "";
    public DateTimeOffset ValidFrom { get; private set; }

    /// <summary>The rule or decision it comes from.</summary>
    public string Source { get; private set; } = "";
    public string Reason { get; private set; } = "";
    public Guid? SetBy { get; private set; }
    public DateTimeOffset SetAt { get; private set; }
}

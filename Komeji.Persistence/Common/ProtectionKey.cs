namespace Komeji.Persistence.Common;

/// <summary>A data protection key, shared by all processes of the product.</summary>
public sealed class ProtectionKey
{
    public required string Name { get; init; }
    public required string Xml { get; init; }
}

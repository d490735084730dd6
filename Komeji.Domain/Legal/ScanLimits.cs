namespace Komeji.Domain.Legal;

/// <summary>What was decided by these times shows its scans no more.</summary>
/// <param name="Refused">Of papers that were refused or taken back.</param>
/// <param name="IdentityCards">Of identity cards the office found right: what they are for is done, and what they show of a person is not kept.</param>
public readonly record struct ScanLimits(DateTimeOffset Refused, DateTimeOffset IdentityCards);

namespace Komeji.Application.Common;

/// <summary>It is not there, or not yours: the page answers 404, the same for both.</summary>
public sealed class NotFound() : Exception("Not found, or not of this person.");

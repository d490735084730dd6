using Komeji.Integrations.Payments.Midtrans;

namespace Komeji.Web.Setup;

/// <summary>What Midtrans needs, from configuration, user secrets or the environment; never from a file of the product.</summary>
/// <param name="StandInPort">Where the stand-in for Midtrans listens on this machine; null: the real one is asked.</param>
public sealed record MidtransSettings(MidtransOptions Options, int? StandInPort)
{
    /// <summary>Of the stand-in alone: it opens nothing anywhere else.</summary>
    const string StandInKey = "SB-Mid-server-tiruan0123456789";

    const int DefaultStandInPort = 5082;

    /// <summary>Where people are sent to pay by wallet or card.</summary>
    public string PayOrigin => Options.SnapBase.GetLeftPart(UriPartial.Authority);

    /// <exception cref="InvalidOperationException">A setting is missing or malformed; the message names it and never shows it.</exception>
    public static MidtransSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var midtrans = configuration.GetSection("Payments:Midtrans");
        var standIn = midtrans.GetValue("StandIn", false);
        Require(!standIn || !environment.IsProduction(), "Payments:Midtrans:StandIn must not be set in Production: it moves no money.");
        var port = midtrans.GetValue("StandInPort", DefaultStandInPort);
        Require(port is > 0 and < 65_536, "Payments:Midtrans:StandInPort must be a port, 1 to 65535.");
        var key = (midtrans["ServerKey"] ?? (standIn ? StandInKey : "")).Trim();
        CheckKey(key, environment);
        var api = standIn ? new Uri($"http://127.0.0.1:{port}/") : Address(midtrans["ApiBase"], environment.IsProduction() ? MidtransOptions.RealApi : MidtransOptions.SandboxApi, "ApiBase", environment);
        Require(environment.IsProduction() || api != MidtransOptions.RealApi, "Payments:Midtrans:ApiBase must not be the real Midtrans outside Production: real money moves there.");
        Require(!environment.IsProduction() || api != MidtransOptions.SandboxApi, "Payments:Midtrans:ApiBase must not be the sandbox in Production: it moves no money.");
        return new MidtransSettings(
            new MidtransOptions(key, api, SnapOf(midtrans["SnapBase"], api, environment)) { Channels = Channels(midtrans), Patience = ProviderPatience.Read(midtrans) },
            standIn ? port : null);
    }

    static void CheckKey(string key, IHostEnvironment environment)
    {
        Require(key.Length > 0, "Payments:Midtrans:ServerKey is missing: Payments:Gateway is Midtrans.");
        Require(
            key.Contains("Mid-server-", StringComparison.Ordinal) && key.Length is >= 20 and <= 200 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'),
            "Payments:Midtrans:ServerKey must be a server key of Midtrans, Mid-server-… or SB-Mid-server-….");
        Require(!environment.IsProduction() || !key.StartsWith("SB-", StringComparison.Ordinal), "Payments:Midtrans:ServerKey must not be a sandbox key in Production: it moves no money.");
    }

    /// <summary>The pages live beside the interface; where that is somebody else's, they do too unless told.</summary>
    static Uri SnapOf(string? given, Uri api, IHostEnvironment environment) => Address(
        given,
        api == MidtransOptions.RealApi ? MidtransOptions.RealSnap : api == MidtransOptions.SandboxApi ? MidtransOptions.SandboxSnap : api,
        "SnapBase",
        environment);

    static Uri Address(string? given, Uri usual, string name, IHostEnvironment environment)
    {
        Uri? address = usual;
        Require(given is null || Uri.TryCreate(given.TrimEnd('/') + "/", UriKind.Absolute, out address), $"Payments:Midtrans:{name} must be an address such as {usual}.");
        Require(address!.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback && !environment.IsProduction()), $"Payments:Midtrans:{name} must begin with https://: the server key travels there.");
        return address;
    }

    /// <summary>One line with commas; all that are known when it is left out.</summary>
    static IReadOnlyList<string> Channels(IConfigurationSection midtrans)
    {
        var known = MidtransOptions.KnownChannels;
        var given = midtrans["Channels"] is { } line ? line.Split(',').Select(c => c.Trim()).ToList() : [.. known];
        Require(given.Count > 0 && given.All(c => known.Contains(c)), $"Payments:Midtrans:Channels must name ways to pay, separated by commas: {string.Join(", ", known)}.");
        return given;
    }

    static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new InvalidOperationException(message);
        }
    }
}

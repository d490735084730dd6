using Komeji.Integrations.Payouts.Disbursement;

namespace Komeji.Web.Setup;

/// <summary>What the payout provider needs, from configuration, user secrets or the environment; never from a file of the product.</summary>
/// <param name="StandInPort">Where the stand-in for the provider listens on this machine; null: the real one is asked.</param>
public sealed record PayoutSettings(DisbursementOptions Options, int? StandInPort)
{
    /// <summary>Of the stand-in alone: they open nothing anywhere else.</summary>
    const string StandInKey = "tiruan-pencairan-0123456789";
    const string StandInSecret = "rahasia-tiruan-pencairan-0123456789";

    const int DefaultStandInPort = 5083;
    const int LeastKeyLength = 16;

    /// <returns>Null where no provider is set: payouts leave by a file for the bank.</returns>
    /// <exception cref="InvalidOperationException">A setting is missing or malformed; the message names it and never shows it.</exception>
    public static PayoutSettings? Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var provider = configuration.GetSection("Payouts:Provider");
        var standIn = provider.GetValue("StandIn", false);
        if (!standIn && provider["ApiKey"] is null or "")
        {
            return null;
        }

        Require(!standIn || !environment.IsProduction(), "StandIn must not be set in Production: it moves no money.");
        var port = provider.GetValue("StandInPort", DefaultStandInPort);
        Require(port is > 0 and < 65_536, "StandInPort must be a port, 1 to 65535.");
        var key = (provider["ApiKey"] ?? StandInKey).Trim();
        Require(key.Length is >= LeastKeyLength and <= 200 && key.All(c => c is > ' ' and <= '~' and not ':'), "ApiKey must be a key of the provider's, 16 to 200 letters, digits and signs.");
        var secrets = (provider["CallbackSecrets"] ?? (standIn ? StandInSecret : "")).Split(',').Select(s => s.Trim()).ToList();
        Require(secrets.TrueForAll(s => s.Length >= LeastKeyLength), "CallbackSecrets must name at least one secret of 16 signs or more, separated by commas: its notifications are signed with it.");
        return new PayoutSettings(new DisbursementOptions(key, standIn ? new Uri($"http://127.0.0.1:{port}/") : Address(provider["ApiBase"], environment), secrets), standIn ? port : null);
    }

    static Uri Address(string? given, IHostEnvironment environment)
    {
        Uri? address = null;
        Require(given is not null && Uri.TryCreate(given.TrimEnd('/') + "/", UriKind.Absolute, out address), "ApiBase must be the address of the provider's interface.");
        Require(address!.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback && !environment.IsProduction()), "ApiBase must begin with https://: the key travels there.");
        return address;
    }

    static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new InvalidOperationException("Payouts:Provider:" + message);
        }
    }
}

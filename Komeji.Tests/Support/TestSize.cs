namespace Komeji.Tests.Support;

/// <summary>How large storms, races and random sequences are: small by default, full with <c>KOMEJI_TEST_LONG</c>.</summary>
public static class TestSize
{
    static readonly bool Long = Environment.GetEnvironmentVariable("KOMEJI_TEST_LONG") is { Length: > 0 };

    public static int Of(int small, int full) => Long ? full : small;

    /// <summary>What a random sequence begins with: the usual one, or what <c>KOMEJI_TEST_SEED</c> says, to see a failure again or to look elsewhere.</summary>
    public static int Seed(int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable("KOMEJI_TEST_SEED"), System.Globalization.CultureInfo.InvariantCulture, out var seed) ? seed : usual;
}

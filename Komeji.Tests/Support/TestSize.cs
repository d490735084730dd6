namespace Komeji.Tests.Support;

/// <summary>How large storms, races and random sequences are: small by default, full with <c>KOMEJI_TEST_LONG</c>.</summary>
public static class TestSize
{
    static readonly bool Long = Environment.GetEnvironmentVariable("KOMEJI_TEST_LONG") is { Length: > 0 };

    public static int Of(int small, int full) => Long ? full : small;
}

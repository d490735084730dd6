using System.Globalization;

namespace Komeji.Bench.Pages;

/// <summary>wrk, from one thread over sixteen connections.</summary>
static class Wrk
{
    public const string AcceptEncoding = "br, gzip";

    /// <summary>The same page under an address of its own each time: nothing costs more than its highest price.</summary>
    public static string NeverAskedBefore(string address) => address + (address.Contains('?', StringComparison.Ordinal) ? '&' : '?') + "maks={n}";

    /// <param name="draws">A file of addresses, asked one after the other, again and again. <c>{n}</c> in one is a number never used before.</param>
    /// <returns>Requests a second.</returns>
    /// <exception cref="InvalidOperationException">An answer was not 200, or a connection broke.</exception>
    public static async Task<double> Run(Site site, string draws, TimeSpan length, string cookie = "")
    {
        var script = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(script, Script(draws, cookie));
            var said = await Tool.Run("wrk", ["-t1", "-c16", $"-d{(int)length.TotalSeconds}s", "-s", script, site.Url]);
            if (said.Contains("Non-2xx", StringComparison.Ordinal) || said.Contains("Socket errors", StringComparison.Ordinal))
            {
                throw new InvalidOperationException(said);
            }

            return double.Parse(said.Split('\n').Single(l => l.StartsWith("Requests/sec:", StringComparison.Ordinal)).Split(':')[1], CultureInfo.InvariantCulture);
        }
        finally
        {
            File.Delete(script);
        }
    }

    static string Script(string draws, string cookie) => $$"""
        local asked, n, fresh = {}, 0, os.time() * 1000
        local headers = { ["Accept-Encoding"] = "{{AcceptEncoding}}"{{(cookie.Length == 0 ? "" : $", [\"Cookie\"] = \"{cookie}\"")}} }
        init = function(args)
          for address in io.lines("{{draws}}") do
            asked[#asked + 1] = address:find("{n}", 1, true) and address or wrk.format("GET", address, headers)
          end
        end
        request = function()
          n = n + 1
          local one = asked[(n - 1) % #asked + 1]
          if one:find("{n}", 1, true) then
            fresh = fresh + 1
            return wrk.format("GET", (one:gsub("{n}", 1000000000 + fresh % 1000000000)), headers)
          end
          return one
        end
        """;
}

using System.ComponentModel;
using System.Diagnostics;
using Komeji.Domain.Common;

namespace Komeji.Integrations.Images;

/// <summary>Runs a command of libvips. Its loaders of formats nobody vouches for are off, and it uses one core.</summary>
static class Tool
{
    /// <param name="folder">Where it puts what it cannot hold in memory.</param>
    public static async Task<ToolAnswer> Run(string name, IEnumerable<string> arguments, string folder, CancellationToken cancellationToken)
    {
        using var process = Start(name, arguments, folder);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            await error;
            return new ToolAnswer(process.ExitCode == 0, await output);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }
    }

    static Process Start(string name, IEnumerable<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(name, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["VIPS_BLOCK_UNTRUSTED"] = "1";
        start.Environment["VIPS_CONCURRENCY"] = "1";
        start.Environment["TMPDIR"] = folder;
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new RuleBroken("picture.tool_missing", "Foto belum bisa diproses di server ini karena alat pengolah foto (libvips-tools) belum dipasang. Hubungi layanan kami.");
        }
    }
}

/// <param name="Succeeded">It ended with code 0.</param>
readonly record struct ToolAnswer(bool Succeeded, string Output);

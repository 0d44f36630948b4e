namespace Aspire.Hosting;

/// <summary>Waits for the servers of a run that was killed: DCP ends them, but only some seconds later.</summary>
internal static class Leftovers
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static async Task WaitAsync(string folder, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; FindIn(folder) is { } id; waited += Pause)
        {
            if (waited > Patience) throw new DistributedApplicationException($"Process {id} still runs in {folder}. End it first.");
            await Task.Delay(Pause, cancellationToken);
        }
    }

    private static string? FindIn(string folder) =>
        Directory.EnumerateDirectories("/proc")
            .Where(process => char.IsAsciiDigit(Path.GetFileName(process)[0]) && WorksIn(process, folder))
            .Select(Path.GetFileName)
            .FirstOrDefault();

    private static bool WorksIn(string process, string folder)
    {
        try
        {
            var current = new FileInfo(Path.Combine(process, "cwd")).LinkTarget;
            return current == folder || current?.StartsWith(folder + "/", StringComparison.Ordinal) is true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // It has just ended, or it is another user's.
        }
    }
}

using Microsoft.Extensions.Options;

namespace Kipu.AudioWorker;

/// <summary>
/// A folder of this process alone. It is locked as long as the process lives, also through kill -9, so that the next one can tell
/// which folders are orphans, and removes them.
/// </summary>
internal sealed partial class ScratchFolder : IDisposable
{
    private readonly FileStream _lock;
    private readonly ILogger<ScratchFolder> _logger;

    public ScratchFolder(IOptions<MediaOptions> options, ILogger<ScratchFolder> logger)
    {
        _logger = logger;
        var root = options.Value.ScratchFolder ?? System.IO.Path.Combine(System.IO.Path.GetTempPath(), "kipu-audioworker");
        Directory.CreateDirectory(root);
        Path = System.IO.Path.Combine(root, Guid.CreateVersion7().ToString("N"));
        // Locked before it can be seen: another worker that starts at this moment takes a folder without a lock for an orphan.
        _lock = Lock(Path);
        Directory.CreateDirectory(Path);
        RemoveOrphans(root);
    }

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        Directory.Delete(Path, recursive: true);
        _lock.Dispose();
    }

    /// <summary>Beside the folder; it goes with who holds it, unless that one is killed.</summary>
    private static FileStream Lock(string folder) =>
        new($"{folder}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);

    private void RemoveOrphans(string root)
    {
        foreach (var folder in Directory.EnumerateDirectories(root).Where(f => f != Path))
        {
            try
            {
                using var orphan = Lock(folder);
                Directory.Delete(folder, recursive: true);
                LogOrphan(_logger, folder);
            }
            catch (IOException)
            {
                // Its process lives, or another one is removing it at this moment.
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Removed {Folder}, which a killed worker left")]
    private static partial void LogOrphan(ILogger logger, string folder);
}

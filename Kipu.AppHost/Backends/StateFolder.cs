using System.Runtime.Versioning;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>The folder with everything that outlives a run: a folder a server, and the generated secrets.</summary>
/// <remarks>A hosted service only so that the host disposes it, and with it the lock, after everything has stopped.</remarks>
internal sealed class StateFolder(string path) : IHostedService, IDisposable
{
    private readonly Lock _gate = new();
    private FileStream? _lock;

    public string Path { get; } = path;

    private string SecretsFile => System.IO.Path.Combine(Path, "secrets.json");

    public string FolderOf(IResource server) => System.IO.Path.Combine(Path, server.Name);

    /// <summary>Makes the folder this run's own, emptied first if wished.</summary>
    public void Open(bool fresh)
    {
        Directory.CreateDirectory(Path);
        try
        {
            _lock = new FileStream(System.IO.Path.Combine(Path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            // For whoever wants to end this run.
            _lock.SetLength(0);
            _lock.Write(Encoding.ASCII.GetBytes($"{Environment.ProcessId}\n"));
            _lock.Flush();
        }
        catch (IOException e)
        {
            throw new DistributedApplicationException($"Another system runs on {Path}. Stop it, or choose another folder of state.", e);
        }

        if (fresh) Clear();
    }

    /// <summary>A kept value, made by <paramref name="generate"/> when it is first asked for.</summary>
    public string Secret(string name, Func<string> generate)
    {
        lock (_gate)
        {
            var secrets = File.Exists(SecretsFile)
                ? JsonSerializer.Deserialize<SortedDictionary<string, string>>(File.ReadAllText(SecretsFile))!
                : [];
            if (secrets.TryGetValue(name, out var kept)) return kept;
            secrets[name] = generate();
            Save(secrets);
            return secrets[name];
        }
    }

    /// <summary>The folder of a server, for its user alone. What a killed run left running in it is waited for.</summary>
    [UnsupportedOSPlatform("windows")]
    public async Task PrepareAsync(IResource server, LocalUser user, CancellationToken cancellationToken)
    {
        var folder = FolderOf(server);
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await user.OwnAsync([folder], cancellationToken);
        await user.EnsureReachesAsync(folder, cancellationToken);
        await Leftovers.WaitAsync(folder, cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _lock?.Dispose();

    private void Clear()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path)) Directory.Delete(folder, recursive: true);
        File.Delete(SecretsFile);
    }

    private void Save(SortedDictionary<string, string> secrets)
    {
        // Written beside and moved, so that a crash leaves the old or the new file, never half of one.
        var draft = SecretsFile + ".new";
        PrivateFile.Write(draft, JsonSerializer.Serialize(secrets));
        File.Move(draft, SecretsFile, overwrite: true);
    }
}

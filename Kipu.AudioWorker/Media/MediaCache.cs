using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Kipu.AudioWorker;

/// <summary>
/// Masters on this machine's disk: fetched once for all segments of a job that this process works on, and removed when idle.
/// </summary>
internal sealed class MediaCache(ScratchFolder scratch, IServiceScopeFactory scopes, IOptions<MediaOptions> options, TimeProvider time)
{
    private readonly Dictionary<Guid, Entry> _entries = [];

    /// <summary>The master's local file; it stays at least until the lease is disposed.</summary>
    public async Task<MediaLease> OpenAsync(Job job, CancellationToken cancellationToken)
    {
        Entry entry;
        lock (_entries)
        {
            if (!_entries.TryGetValue(job.Id, out entry!)) _entries[job.Id] = entry = new(scratch.File($"{job.Id:N}.master"));
            entry.Users++;
        }

        var lease = new MediaLease(entry.File, () => Close(entry));
        try
        {
            await entry.Fetching.WaitAsync(cancellationToken);
            try
            {
                if (!entry.IsFetched) await FetchAsync(job, entry.File, cancellationToken);
                entry.IsFetched = true;
            }
            finally
            {
                entry.Fetching.Release();
            }

            return lease;
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }

    /// <summary>Removes what nobody has used for a while.</summary>
    public void ForgetIdle()
    {
        lock (_entries)
        {
            foreach (var (id, entry) in _entries.Where(e => e.Value.Users is 0 && IsIdle(e.Value)).ToList())
            {
                File.Delete(entry.File);
                entry.Fetching.Dispose();
                _entries.Remove(id);
            }
        }
    }

    private bool IsIdle(Entry entry) => time.GetElapsedTime(entry.UsedAt).TotalSeconds >= options.Value.IdleSeconds;

    private void Close(Entry entry)
    {
        lock (_entries)
        {
            entry.Users--;
            entry.UsedAt = time.GetTimestamp();
        }
    }

    private async Task FetchAsync(Job job, string file, CancellationToken cancellationToken)
    {
        await using var services = scopes.CreateAsyncScope();
        var files = services.ServiceProvider.GetRequiredService<IStoredFiles>();
        await using var copy = new FileStream(file, FileMode.Create, FileAccess.ReadWrite, FileShare.Read);
        await IdleLimit.WatchAsync(options.Value.TransferIdle, time, async (moved, token) =>
        {
            await using var master = await files.OpenMasterAsync(job.RecordingId, token);
            await IdleLimit.CopyAsync(master, copy, moved, token);
        }, cancellationToken);
        copy.Position = 0;
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(copy, cancellationToken));
        if (sha256 != job.Sha256)
        {
            throw new InvalidDataException($"The master of recording {job.RecordingId} did not arrive as it was stored.");
        }
    }

    private sealed class Entry(string file)
    {
        public string File => file;

        public SemaphoreSlim Fetching { get; } = new(1, 1);

        public bool IsFetched { get; set; }

        public int Users { get; set; }

        public long UsedAt { get; set; }
    }
}

/// <summary>The right to use a local file.</summary>
internal sealed class MediaLease(string file, Action close) : IDisposable
{
    private Action? _close = close;

    public string File => file;

    public void Dispose() => Interlocked.Exchange(ref _close, null)?.Invoke();
}

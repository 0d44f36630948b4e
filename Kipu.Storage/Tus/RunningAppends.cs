using System.Collections.Concurrent;

namespace Kipu.Storage;

/// <summary>
/// Requests of this process that append to an upload. A client asks for an upload's offset, or appends to it, when it has given up the request
/// before, which may not know yet: that one then stops reading, keeps what has arrived, and is waited for, so that no byte is sent twice.
/// </summary>
/// <remarks>Between processes the upload's row decides: what comes second is refused there.</remarks>
internal sealed class RunningAppends(TimeProvider time)
{
    /// <summary>Storing what has arrived may take so long; after it the offset is what the row says.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<(Guid OrganizationId, Guid UploadId), RunningAppend> _running = new();

    public RunningAppend Begin(Guid organizationId, Guid uploadId)
    {
        var key = (organizationId, uploadId);
        return _running[key] = new(append => _running.TryRemove(KeyValuePair.Create(key, append)));
    }

    public async Task EndAsync(Guid organizationId, Guid uploadId, CancellationToken cancellationToken)
    {
        if (!_running.TryGetValue((organizationId, uploadId), out var append)) return;
        append.AskToStop();
        await Task.WhenAny(append.Ended, Task.Delay(Patience, time, cancellationToken));
    }
}

/// <summary>One such request, until it is disposed of.</summary>
internal sealed class RunningAppend(Action<RunningAppend> end) : IDisposable
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _ending = new();

    /// <summary>Asks it to read no more.</summary>
    public CancellationToken Stop => _stop.Token;

    public Task Ended => _ended.Task;

    public void AskToStop()
    {
        lock (_ending)
        {
            if (!_ended.Task.IsCompleted) _ = _stop.CancelAsync();
        }
    }

    public void Dispose()
    {
        lock (_ending)
        {
            _ended.TrySetResult();
            _stop.Dispose();
        }

        end(this);
    }
}

using System.Collections.Concurrent;

namespace Kipu.Simulators;

/// <summary>The latest API calls, for tests and curious people to look at.</summary>
internal sealed class RequestLog
{
    private const int Kept = 1000;
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();

    public IEnumerable<RecordedRequest> All => _requests;

    public void Add(RecordedRequest request)
    {
        _requests.Enqueue(request);
        while (_requests.Count > Kept) _requests.TryDequeue(out _);
    }

    public void Clear() => _requests.Clear();
}

internal sealed record RecordedRequest(
    string Id, string Method, string Path, string Parameters, string? IdempotencyKey, int Status, bool Replayed);

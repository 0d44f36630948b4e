using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>Function calls whose answers the client owes.</summary>
internal sealed class LivePendingCalls
{
    private readonly Dictionary<string, TaskCompletionSource<JsonNode?>> _pending = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Ids
    {
        get
        {
            lock (_pending) return [.. _pending.Keys];
        }
    }

    public (string Id, Task<JsonNode?> Answer) Add()
    {
        var id = $"function-call-{Guid.NewGuid():N}";
        var source = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_pending) _pending[id] = source;
        return (id, source.Task);
    }

    /// <summary>Takes an answer; one to a call that was cancelled meanwhile is too late and doesn't matter.</summary>
    public void Answer(JsonNode response)
    {
        var id = (string?)response["id"] ?? throw GeminiRefusal.Invalid("FunctionResponse.id is missing.");
        TaskCompletionSource<JsonNode?>? source;
        lock (_pending) _pending.Remove(id, out source);
        source?.TrySetResult(response["response"]?.DeepClone());
    }

    public void Clear()
    {
        lock (_pending) _pending.Clear();
    }
}

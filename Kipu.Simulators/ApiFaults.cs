using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Kipu.Simulators;

/// <summary>Where a connection breaks.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConnectionDrop>))]
public enum ConnectionDrop
{
    /// <summary>Nothing was done.</summary>
    [JsonStringEnumMemberName("before")] Before,

    /// <summary>It was done, and the caller doesn't learn it. The answer is kept for the idempotency key.</summary>
    [JsonStringEnumMemberName("after")] After,
}

/// <summary>A switch for calls of the API: <c>POST /_sim/faults</c>.</summary>
/// <param name="Method">Only calls by this method.</param>
/// <param name="Path">Only calls whose path begins so: <c>/v1/subscriptions</c>.</param>
/// <param name="Count">The next so many.</param>
/// <param name="Status">Answers so instead of working: 409, 429, 500, 503 and their like.</param>
/// <param name="Kept">With Status: the answer is kept for the idempotency key, as if it had come from the work.</param>
/// <param name="ShouldRetry">The header <c>Stripe-Should-Retry</c>; Mercado Pago has none.</param>
/// <param name="Milliseconds">Waits before it works.</param>
/// <param name="Drop">Breaks the connection.</param>
/// <param name="Broken">Answers 200 with half a JSON.</param>
public sealed record ApiFault(
    string? Method = null,
    string? Path = null,
    [property: Range(1, 1_000_000)] int Count = 1,
    [property: Range(400, 599)] int? Status = null,
    bool Kept = false,
    bool? ShouldRetry = null,
    [property: Range(1, 60_000)] int? Milliseconds = null,
    ConnectionDrop? Drop = null,
    bool Broken = false);

/// <summary>The switches in force for calls of the API.</summary>
internal sealed class ApiFaults
{
    private readonly Lock _gate = new();
    private readonly List<ApiFault> _faults = [];

    public IReadOnlyList<ApiFault> All
    {
        get
        {
            lock (_gate) return [.. _faults];
        }
    }

    public void Add(ApiFault fault)
    {
        lock (_gate) _faults.Add(fault);
    }

    public void Clear()
    {
        lock (_gate) _faults.Clear();
    }

    /// <summary>The first switch that concerns a call, which is thereby used once.</summary>
    public ApiFault? Take(HttpRequest request)
    {
        lock (_gate)
        {
            var i = _faults.FindIndex(fault =>
                (fault.Method is null || fault.Method.Equals(request.Method, StringComparison.OrdinalIgnoreCase))
                && (fault.Path is null || request.Path.Value!.StartsWith(fault.Path, StringComparison.Ordinal)));
            if (i < 0) return null;
            var taken = _faults[i];
            if (taken.Count > 1) _faults[i] = taken with { Count = taken.Count - 1 };
            else _faults.RemoveAt(i);
            return taken;
        }
    }
}

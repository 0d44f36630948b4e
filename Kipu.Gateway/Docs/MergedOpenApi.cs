using System.Text.Json.Nodes;

namespace Kipu.Gateway;

/// <summary>One OpenAPI document of all services, as clients see them through the gateway.</summary>
internal sealed class MergedOpenApi(IServiceScopeFactory scopes, TimeProvider time) : IDisposable
{
    private static readonly string[] Services = ["auth", "payments", "recordings", "storage", "voice"];
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _turn = new(1);
    private (JsonObject Document, DateTimeOffset Until)? _cached;

    public async Task<JsonObject> GetAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_cached is { } cached && time.GetUtcNow() < cached.Until) return cached.Document;

            await using var scope = scopes.CreateAsyncScope();
            var client = scope.ServiceProvider.GetRequiredService<OpenApiClient>();
            var found = await Task.WhenAll(Services.Select(
                async service => (service, document: await client.FindAsync(service, cancellationToken))));
            var merged = OpenApiMerger.Merge(found.Where(f => f.document is not null).Select(f => (f.service, f.document!)));

            // With a service away the answer is incomplete: the next request asks again.
            if (found.All(f => f.document is not null)) _cached = (merged, time.GetUtcNow() + Lifetime);
            return merged;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}

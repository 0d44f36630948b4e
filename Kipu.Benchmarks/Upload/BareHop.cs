using System.Buffers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kipu.Benchmarks;

/// <summary>
/// The least that a service between a client and the store can do: takes a body, puts it by Amazon's client, answers. No tenant, no row, no
/// digest but the one that signs the request: what it takes is what the way costs, whoever goes it.
/// </summary>
internal sealed class BareHop : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client;

    private BareHop(WebApplication app)
    {
        _app = app;
        _client = new() { BaseAddress = new(app.Urls.First()) };
    }

    public static async Task<BareHop> StartAsync(StraightUploads store, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.ReadInLargeBlocks();
        var app = builder.Build();
        app.MapPost("/", async (HttpRequest request, CancellationToken cancel) =>
        {
            var length = (int)request.ContentLength!.Value;
            var content = ArrayPool<byte>.Shared.Rent(length);
            await request.Body.ReadExactlyAsync(content.AsMemory(0, length), cancel);
            await store.SendAsync(content.AsMemory(0, length), cancel);
            ArrayPool<byte>.Shared.Return(content);
        });
        await app.StartAsync(cancellationToken);
        return new(app);
    }

    public async Task SendAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        using var body = new ReadOnlyMemoryContent(content);
        using var response = await _client.PostAsync((Uri?)null, body, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }
}

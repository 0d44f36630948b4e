using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kipu.Tests;

/// <summary>Takes webhooks as who subscribed to them would; the first <see cref="Refusals"/> it answers with <see cref="Refusal"/>.</summary>
internal sealed class WebhookReceiver<T> : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _refusals;

    private WebhookReceiver(Func<HttpRequest, Task<T>> read)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapPost("/hook", async (HttpRequest request) =>
        {
            if (Interlocked.Decrement(ref _refusals) >= 0) return Results.StatusCode(Refusal);
            Received.Enqueue(await read(request));
            return Results.Ok();
        });
    }

    public ConcurrentQueue<T> Received { get; } = new();

    public int Refusal { get; set; } = 503;

    public int Refusals { set => _refusals = value; }

    public string Url => $"{_app.Urls.Single()}/hook";

    public static async Task<WebhookReceiver<T>> StartAsync(Func<HttpRequest, Task<T>> read)
    {
        var receiver = new WebhookReceiver<T>(read);
        await receiver._app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

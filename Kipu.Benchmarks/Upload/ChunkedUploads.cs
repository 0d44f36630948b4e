using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Kipu.Benchmarks;

/// <summary>Recordings of one fresh organization, sent as clients send them: chunk after chunk, and finalize.</summary>
internal sealed class ChunkedUploads : IDisposable
{
    private ChunkedUploads(HttpClient client) => Client = client;

    /// <summary>Sends the organization's code with whatever it asks.</summary>
    public HttpClient Client { get; }

    /// <param name="system">Whose Storage takes them.</param>
    /// <param name="service"><c>storage</c>, or <c>gateway</c> for the way that clients outside take.</param>
    /// <param name="cancellationToken">The benchmark's.</param>
    public static async Task<ChunkedUploads> SignUpAsync(BenchmarkSystem system, string service, CancellationToken cancellationToken)
    {
        var session = await system.SignUpAsync(cancellationToken);
        var client = new HttpClient { BaseAddress = await system.AddressOfAsync(service, cancellationToken), Timeout = TimeSpan.FromMinutes(30) };
        client.DefaultRequestHeaders.Add("x-organization-code", session.OrganizationCode);
        return new(client);
    }

    /// <summary>Sends a whole recording, which is the same bytes over and over.</summary>
    public Task SendAsync(ReadOnlyMemory<byte> content, long bytes, int chunkBytes, CancellationToken cancellationToken) =>
        SendAsync(Guid.CreateVersion7(), content, bytes, chunkBytes, cancellationToken);

    public async Task SendAsync(Guid recording, ReadOnlyMemory<byte> content, long bytes, int chunkBytes, CancellationToken cancellationToken)
    {
        var index = 0;
        for (var sent = 0L; sent < bytes; sent += chunkBytes)
        {
            var from = (int)(sent % content.Length);
            var size = (int)Math.Min(Math.Min(chunkBytes, bytes - sent), content.Length - from);
            await SendChunkAsync(recording, index++, content.Slice(from, size), cancellationToken);
        }

        await FinalizeAsync(recording, index, cancellationToken);
    }

    public async Task SendChunkAsync(Guid recording, int index, ReadOnlyMemory<byte> chunk, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/chunks/{recording}", UriKind.Relative))
        {
            Content = new ReadOnlyMemoryContent(chunk) { Headers = { ContentType = new MediaTypeHeaderValue("audio/webm") } },
        };
        request.Headers.Add("x-chunk-index", $"{index}");
        using var response = await Client.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public async Task FinalizeAsync(Guid recording, int chunks, CancellationToken cancellationToken)
    {
        using var response = await Client.PostAsJsonAsync(
            new Uri($"/api/finalize/{recording}", UriKind.Relative), new FinalizeRequest(chunks, null, null), cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public void Dispose() => Client.Dispose();
}

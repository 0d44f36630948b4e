using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Kipu.Gemini;

/// <summary>Reads Gemini's server-sent events: a line of JSON each. An error may come among them, also as bare JSON.</summary>
internal sealed class EventStream(
    HttpResponseMessage response, StreamReader reader, GeminiTransport transport, IOptions<GeminiOptions> options, TimeProvider time) : IDisposable
{
    public static async Task<EventStream> OpenAsync(
        Func<HttpRequestMessage> create,
        GeminiTransport transport,
        IOptions<GeminiOptions> options,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var timeout = options.Value.RequestTimeout;
        return await transport.WithinAsync(timeout, async token =>
        {
            var response = await transport.OpenAsync(create, timeout, token);
            var stream = await response.Content.ReadAsStreamAsync(token);
            return new EventStream(response, new StreamReader(stream, Encoding.UTF8), transport, options, time);
        }, cancellationToken);
    }

    /// <returns>The next piece; null at the end of the stream.</returns>
    public Task<Wire.Response?> NextAsync(CancellationToken cancellationToken) =>
        transport.WithinAsync(options.Value.RequestTimeout, async token =>
        {
            while (await reader.ReadLineAsync(token) is { } line)
            {
                var json = line.StartsWith("data:", StringComparison.Ordinal) ? line.AsMemory(5).Trim()
                    : line.StartsWith('{') ? line.AsMemory()
                    : default;
                if (json.Length > 0) return Read(json);
            }

            return null;
        }, cancellationToken);

    public void Dispose()
    {
        reader.Dispose();
        response.Dispose();
    }

    private Wire.Response? Read(ReadOnlyMemory<char> json)
    {
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.TryGetProperty("error", out var error))
        {
            throw GeminiErrors.From(error, statusCode: null, retryAfterHeader: null, time.GetUtcNow());
        }

        return document.Deserialize<Wire.Response>(Wire.Json);
    }
}

using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

namespace Kipu.Recordings;

/// <summary>Writes server-sent events (WHATWG HTML, section 9.2): a field a line, a blank line ends the event.</summary>
/// <remarks>The framework's own result has no comments, and without them a proxy takes a quiet stream for a dead one.</remarks>
internal sealed class ServerSentEvents(HttpResponse response)
{
    /// <summary>Browsers wait so long before they connect again.</summary>
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(2);

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-cache, no-transform";
        // nginx would hold the events back until its buffer is full.
        response.Headers["X-Accel-Buffering"] = "no";
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await WriteAsync($"retry: {(int)Retry.TotalMilliseconds}\n\n", cancellationToken);
    }

    public Task SendAsync<T>(string type, long? id, T data, JsonSerializerOptions json, CancellationToken cancellationToken) =>
        WriteAsync(Format(type, id, JsonSerializer.Serialize(data, json)), cancellationToken);

    /// <summary>Tells how far the client is, without an event.</summary>
    public Task SendIdAsync(long id, CancellationToken cancellationToken) =>
        WriteAsync(string.Create(CultureInfo.InvariantCulture, $"id: {id}\n\n"), cancellationToken);

    public Task SendHeartbeatAsync(CancellationToken cancellationToken) => WriteAsync(": still here\n\n", cancellationToken);

    internal static string Format(string type, long? id, string data)
    {
        var text = new StringBuilder();
        text.Append("event: ").Append(type).Append('\n');
        if (id is { } number) text.Append("id: ").Append(number.ToString(CultureInfo.InvariantCulture)).Append('\n');
        foreach (var line in data.ReplaceLineEndings("\n").Split('\n')) text.Append("data: ").Append(line).Append('\n');
        return text.Append('\n').ToString();
    }

    private async Task WriteAsync(string text, CancellationToken cancellationToken)
    {
        response.BodyWriter.Write(Encoding.UTF8.GetBytes(text));
        await response.BodyWriter.FlushAsync(cancellationToken);
    }
}

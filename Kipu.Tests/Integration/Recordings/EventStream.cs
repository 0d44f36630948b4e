using System.Text.Json;

namespace Kipu.Tests;

/// <summary>Reads server-sent events as a browser does.</summary>
internal sealed class EventStream(HttpResponseMessage response, StreamReader reader) : IDisposable
{
    public sealed record Event(string Type, string Id, RecordingStatusInfo Data);

    public static async Task<EventStream> OpenAsync(TestTenant tenant, string path, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (lastEventId is not null) request.Headers.Add("Last-Event-ID", lastEventId);
        var response = await tenant.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode}");
        return new(response, new(await response.Content.ReadAsStreamAsync()));
    }

    public int Status => (int)response.StatusCode;

    public string? ContentType => response.Content.Headers.ContentType?.MediaType;

    /// <summary>The next id, be it of an event or alone.</summary>
    public async Task<string> NextIdAsync()
    {
        using var limit = new CancellationTokenSource(KipuSystem.Patience);
        while (true)
        {
            var line = await reader.ReadLineAsync(limit.Token);
            Assert.NotNull(line);
            if (line.StartsWith("id: ", StringComparison.Ordinal)) return line[4..];
        }
    }

    /// <returns>Null when the stream has ended.</returns>
    public async Task<Event?> NextAsync()
    {
        using var limit = new CancellationTokenSource(KipuSystem.Patience);
        var (type, id, data) = ("", "", "");
        while (await reader.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.Length == 0 && data.Length > 0) return new(type, id, JsonSerializer.Deserialize<RecordingStatusInfo>(data, JsonSerializerOptions.Web)!);
            if (line.StartsWith("event: ", StringComparison.Ordinal)) type = line[7..];
            if (line.StartsWith("id: ", StringComparison.Ordinal)) id = line[4..];
            if (line.StartsWith("data: ", StringComparison.Ordinal)) data += line[6..];
        }

        return null;
    }

    /// <summary>Reads on until an event is as wanted; progress may be told in fewer events than there were steps.</summary>
    public async Task<Event> UntilAsync(Func<RecordingStatusInfo, bool> wanted)
    {
        while (await NextAsync() is { } happened)
        {
            if (wanted(happened.Data)) return happened;
        }

        Assert.Fail("The stream has ended before.");
        throw new InvalidOperationException();
    }

    public void Dispose()
    {
        reader.Dispose();
        response.Dispose();
    }
}

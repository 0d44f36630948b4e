using System.Net.Http.Headers;

namespace Kipu.AudioWorker;

/// <summary>The service that keeps a recording's files.</summary>
internal interface IStoredFiles
{
    /// <summary>Opens the bytes as they were recorded; the caller disposes the stream.</summary>
    Task<Stream> OpenMasterAsync(Guid recordingId, CancellationToken cancellationToken);

    /// <summary>Stores what was made of the master, in place of what was made before.</summary>
    Task PutAsync(Guid recordingId, string kind, string contentType, Stream content, CancellationToken cancellationToken);
}

internal sealed class StorageClient(HttpClient storage) : IStoredFiles
{
    public const string Playback = "playback";
    public const string Waveform = "waveform";

    public async Task<Stream> OpenMasterAsync(Guid recordingId, CancellationToken cancellationToken) =>
        await storage.GetStreamAsync(Address(recordingId, "master"), cancellationToken);

    public async Task PutAsync(Guid recordingId, string kind, string contentType, Stream content, CancellationToken cancellationToken)
    {
        using var body = new StreamContent(content) { Headers = { ContentType = new MediaTypeHeaderValue(contentType) } };
        using var response = await storage.PutAsync(Address(recordingId, kind), body, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    private static Uri Address(Guid recordingId, string kind) => new($"/internal/objects/{recordingId}/{kind}", UriKind.Relative);
}

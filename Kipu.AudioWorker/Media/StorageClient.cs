using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace Kipu.AudioWorker;

/// <summary>The service that keeps a recording's files.</summary>
internal interface IStoredFiles
{
    /// <summary>Opens the bytes as they were recorded; the caller disposes the stream.</summary>
    Task<Stream> OpenMasterAsync(Guid recordingId, CancellationToken cancellationToken);

    /// <summary>Stores what was made of the master, in place of what was made before.</summary>
    Task PutAsync(Guid recordingId, string kind, string contentType, Stream content, CancellationToken cancellationToken);
}

internal sealed class StorageClient(HttpClient storage, IOptions<MediaOptions> options, TimeProvider time) : IStoredFiles
{
    public const string Playback = "playback";
    public const string Waveform = "waveform";

    public async Task<Stream> OpenMasterAsync(Guid recordingId, CancellationToken cancellationToken) =>
        await storage.GetStreamAsync(Address(recordingId, "master"), cancellationToken);

    public Task PutAsync(Guid recordingId, string kind, string contentType, Stream content, CancellationToken cancellationToken) =>
        IdleLimit.WatchAsync(options.Value.TransferIdle, time, async (moved, token) =>
        {
            using var body = new WatchedContent(content, moved) { Headers = { ContentType = new MediaTypeHeaderValue(contentType) } };
            using var response = await storage.PutAsync(Address(recordingId, kind), body, token);
            response.EnsureSuccessStatusCode();
        }, cancellationToken);

    private static Uri Address(Guid recordingId, string kind) => new($"/internal/objects/{recordingId}/{kind}", UriKind.Relative);

    private sealed class WatchedContent(Stream content, Action moved) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
            IdleLimit.CopyAsync(content, stream, moved, cancellationToken);

        protected override bool TryComputeLength(out long length)
        {
            length = content.Length;
            return true;
        }
    }
}

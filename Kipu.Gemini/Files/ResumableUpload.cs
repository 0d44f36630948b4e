using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Kipu.Gemini;

/// <summary>
/// Google's resumable upload protocol: start, chunks with their offsets, and a query after each failure. A chunk counts
/// only when the answer carries the status header.
/// </summary>
internal sealed class ResumableUpload(
    GeminiTransport transport, GeminiAddress address, IOptions<GeminiOptions> options, GeminiRetry retry, TimeProvider time)
{
    public const int ChunkSize = 8 * 1024 * 1024;

    public async Task<GeminiFile> SendAsync(
        Stream content, long length, string mimeType, string displayName, byte[] buffer, CancellationToken cancellationToken)
    {
        var session = await StartAsync(length, mimeType, displayName, cancellationToken);
        for (var offset = 0L; ;)
        {
            var size = (int)Math.Min(ChunkSize, length - offset);
            await content.ReadExactlyAsync(buffer.AsMemory(0, size), cancellationToken);
            var isLast = offset + size == length;
            if (await SendChunkAsync(session, buffer.AsMemory(0, size), offset, isLast, cancellationToken) is { } file)
            {
                return file.SizeBytes == length
                    ? file
                    : throw new GeminiException(GeminiFailure.Protocol, $"Gemini kept {file.SizeBytes} of {length} bytes.");
            }

            offset += size;
        }
    }

    private Task<Uri> StartAsync(long length, string mimeType, string displayName, CancellationToken cancellationToken) =>
        retry.RunAsync("upload_start", token => transport.CallAsync(
            () =>
            {
                var size = length.ToString(CultureInfo.InvariantCulture);
                var request = GeminiTransport.Post(
                    address.Upload(), new { file = new { mimeType, displayName, sizeBytes = size } });
                request.Headers.Add("X-Goog-Upload-Protocol", "resumable");
                request.Headers.Add("X-Goog-Upload-Command", "start");
                request.Headers.Add("X-Goog-Upload-Header-Content-Length", size);
                request.Headers.Add("X-Goog-Upload-Header-Content-Type", mimeType);
                return request;
            },
            options.Value.TransferTimeout,
            (response, _) => Task.FromResult(
                Header(response, "X-Goog-Upload-URL") is { } url && Uri.TryCreate(url, UriKind.Absolute, out var uri)
                    ? address.OnThisHost(uri)
                    : throw new GeminiException(GeminiFailure.Protocol, "Gemini named no address for the upload.")),
            token), cancellationToken);

    /// <returns>The file after the last chunk; null after any other.</returns>
    private async Task<GeminiFile?> SendChunkAsync(
        Uri session, ReadOnlyMemory<byte> chunk, long offset, bool isLast, CancellationToken cancellationToken)
    {
        var sent = 0;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await PostAsync(session, chunk[sent..], offset + sent, isLast, cancellationToken);
            }
            catch (GeminiException exception) when (retry.DelayAfter(exception, attempt) is { } delay)
            {
                await Task.Delay(delay, time, cancellationToken);
            }

            var (received, file) = await QueryAsync(session, cancellationToken);
            if (file is not null) return file;

            // Gemini has this chunk already; only its answer got lost.
            if (!isLast && received == offset + chunk.Length) return null;

            sent = received >= offset && received <= offset + chunk.Length
                ? (int)(received - offset)
                : throw new GeminiException(GeminiFailure.NotFound, $"Gemini has {received} bytes of the upload, which we don't keep any more.");
        }
    }

    private Task<GeminiFile?> PostAsync(
        Uri session, ReadOnlyMemory<byte> bytes, long offset, bool isLast, CancellationToken cancellationToken) => transport.CallAsync(
        () =>
        {
            var request = Command(session, isLast ? "upload, finalize" : "upload");
            request.Headers.Add("X-Goog-Upload-Offset", offset.ToString(CultureInfo.InvariantCulture));
            request.Content = new ReadOnlyMemoryContent(bytes);
            return request;
        },
        options.Value.TransferTimeout,
        async (response, token) => (Header(response, "X-Goog-Upload-Status"), isLast) switch
        {
            ("active", false) => null,
            ("final", true) => await ReadFileAsync(response, token),
            (null, _) => throw new GeminiException(GeminiFailure.Network, "The upload's answer has no status: it doesn't count."),
            var (status, _) => throw new GeminiException(GeminiFailure.Protocol, $"The upload is {status} in the middle."),
        },
        cancellationToken);

    private Task<(long Received, GeminiFile? File)> QueryAsync(Uri session, CancellationToken cancellationToken) =>
        retry.RunAsync("upload_query", token => transport.CallAsync(
            () => Command(session, "query"),
            options.Value.TransferTimeout,
            async (response, read) => Header(response, "X-Goog-Upload-Status") switch
            {
                "final" => (0L, await ReadFileAsync(response, read)),
                "active" when long.TryParse(Header(response, "X-Goog-Upload-Size-Received"), CultureInfo.InvariantCulture, out var received) =>
                    (received, (GeminiFile?)null),
                var status => throw new GeminiException(GeminiFailure.NotFound, $"The upload can't go on; its status is {status ?? "missing"}."),
            },
            token), cancellationToken);

    private static HttpRequestMessage Command(Uri session, string command)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, session);
        request.Headers.TryAddWithoutValidation("X-Goog-Upload-Command", command);
        return request;
    }

    private static async Task<GeminiFile> ReadFileAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var envelope = await JsonSerializer.DeserializeAsync<Wire.FileEnvelope>(body, Wire.Json, cancellationToken);
        return envelope?.File?.ToFile() ?? throw new GeminiException(GeminiFailure.Protocol, "The finished upload describes no file.");
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}

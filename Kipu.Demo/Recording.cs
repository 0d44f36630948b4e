using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Security.Cryptography;
using System.Text.Json;

namespace Kipu.Demo;

/// <summary>The recording on its way: chunks, finalize, live status, analysis, search.</summary>
internal sealed class Recording(HttpClient client, FileInfo audio)
{
    private const int SmallChunk = 256 * 1024;
    private const int LargeChunk = 4 * 1024 * 1024;

    private readonly int _chunkSize = audio.Length < 100 * SmallChunk ? SmallChunk : LargeChunk;
    private int _chunks;

    public Guid Id { get; private set; }

    public async Task<string> UploadAsync(CancellationToken cancellationToken)
    {
        var title = Path.GetFileNameWithoutExtension(audio.Name);
        Id = (await client.PostAsJsonAsync("api/recordings", new CreateRecordingRequest(title, "auto", "api"), cancellationToken)
            .ReadAsync<RecordingSummary>(cancellationToken)).Id;

        await using var file = audio.OpenRead();
        var buffer = new byte[_chunkSize];
        for (int read; (read = await file.ReadAtLeastAsync(buffer, _chunkSize, throwOnEndOfStream: false, cancellationToken)) > 0; _chunks++)
        {
            await SendChunkAsync(buffer.AsMemory(0, read), cancellationToken);
            Step.Progress($"{Words.Bytes(file.Position)} of {Words.Bytes(audio.Length)}");
        }

        return $"{_chunks} chunks, {Words.Bytes(audio.Length)}, each acknowledged with its SHA-256";
    }

    public async Task<string> FinalizeAsync(CancellationToken cancellationToken)
    {
        await using var file = audio.OpenRead();
        var sum = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
        var finalized = await client.PostAsJsonAsync($"api/finalize/{Id}", new FinalizeRequest(_chunks, sum, null), cancellationToken)
            .ReadAsync<FinalizeResponse>(cancellationToken);
        return $"whole and verified; job {finalized.JobId} is {finalized.Status.ToString().ToUpperInvariant()}";
    }

    public async Task<string> FollowAsync(CancellationToken cancellationToken)
    {
        using var response = await client.GetAsync(
            $"api/status/{Id}/events", HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await response.EnsureAcceptedAsync(cancellationToken);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        await foreach (var change in SseParser.Create(stream).EnumerateAsync(cancellationToken))
        {
            if (JsonSerializer.Deserialize<RecordingStatusInfo>(change.Data, JsonSerializerOptions.Web) is not { } status) continue;
            if (status.Error is { } error) throw new DemoException($"The analysis failed: {error.Code}. {error.Message}");
            if (status.Status is RecordingStatus.Completed) return "COMPLETED, followed live by server-sent events";
            Step.Progress($"{status.Progress,3} %  {status.Stage?.ToString() ?? status.Status.ToString()}");
        }

        throw new DemoException("The status stream ended before the analysis did.");
    }

    public Task<AnalysisDocument> ReadAsync(CancellationToken cancellationToken) =>
        client.GetAsync($"api/recordings/{Id}/analysis", cancellationToken).ReadAsync<AnalysisDocument>(cancellationToken);

    public async Task<string> SearchAsync(string word, CancellationToken cancellationToken)
    {
        var page = await client.GetAsync($"api/recordings?q={Uri.EscapeDataString(word)}", cancellationToken)
            .ReadAsync<Page<RecordingSummary>>(cancellationToken);
        var hits = page.Items.SelectMany(item => item.Hits ?? []).ToList();
        if (hits.Count == 0) throw new DemoException($"The search for \"{word}\" found nothing, though the transcript has it.");
        return $"\"{word}\": {hits.Count} moments{string.Concat(hits.Take(3).Select(Line))}";
    }

    private static string Line(SearchHit hit) =>
        $"\n       {(hit.StartSeconds is { } start ? Words.Clock(start) : "     ")}  {hit.Speaker ?? "summary"}: {hit.Snippet}";

    private async Task SendChunkAsync(ReadOnlyMemory<byte> chunk, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/chunks/{Id}") { Content = new ReadOnlyMemoryContent(chunk) };
        request.Headers.Add("x-chunk-index", _chunks.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("x-chunk-sha256", Convert.ToHexStringLower(SHA256.HashData(chunk.Span)));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaType());
        await client.SendAsync(request, cancellationToken).ReadAsync<ChunkReceipt>(cancellationToken);
    }

    private string MediaType() => audio.Extension.ToUpperInvariant() switch
    {
        ".WEBM" => "audio/webm",
        ".OGG" or ".OPUS" => "audio/ogg",
        ".M4A" or ".MP4" => "audio/mp4",
        ".MP3" => "audio/mpeg",
        ".FLAC" => "audio/flac",
        ".WAV" => "audio/wav",
        _ => "application/octet-stream",
    };
}

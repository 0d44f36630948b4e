using System.Net;
using System.Text.Json;
using Kipu.AudioWorker;
using Kipu.Gemini;
using Kipu.Speech;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Kipu.Tests;

/// <summary>Kipu's client and a Gemini that says what a test wants it to say, question by question.</summary>
internal sealed class ScriptedGemini : HttpMessageHandler
{
    private readonly Queue<(string Text, string FinishReason)> _answers;
    private readonly ServiceProvider _services;
    private readonly string _folder = Directory.CreateTempSubdirectory("kipu-scripted-").FullName;

    public ScriptedGemini(params (string Text, string FinishReason)[] answers)
    {
        _answers = new(answers);
        var services = new ServiceCollection().AddLogging().AddGemini(new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { ["Gemini:ApiKey"] = "key", ["Gemini:RetryDelay"] = "00:00:00.001" }).Build());
        services.AddHttpClient("Kipu.Gemini").ConfigurePrimaryHttpMessageHandler(() => this);
        _services = services.BuildServiceProvider();
    }

    public GeminiClient Client => _services.GetRequiredService<GeminiClient>();

    /// <summary>Which stretches it was asked about.</summary>
    public List<TimeRange> Asked { get; } = [];

    /// <summary>An answer that came to its end.</summary>
    public static (string Text, string FinishReason) Says(params object[] segments) =>
        (JsonSerializer.Serialize(new { language = "es", speakers = Array.Empty<object>(), segments }, JsonSerializerOptions.Web), "STOP");

    /// <summary>Has it hear a segment.</summary>
    /// <param name="seconds">The segment's length.</param>
    /// <param name="speech">Where people speak.</param>
    public async Task<SegmentResult> HearAsync(double seconds, params TimeRange[] speech)
    {
        using var scratch = new ScratchFolder(Options.Create(new MediaOptions { ScratchFolder = _folder }), NullLogger<ScratchFolder>.Instance);
        var segments = new GeminiSegments(
            Client, _services.GetRequiredService<GeminiFiles>(), new CutNothing(Asked), scratch,
            _services.GetRequiredService<IOptions<GeminiOptions>>(), NullLogger<GeminiSegments>.Instance);
        return await segments.HearAsync(
            new("master", new(0, 0, seconds, 0, seconds), new(seconds, null, speech, [], "low", false, []), null, []),
            new Progress<double>(), CancellationToken.None);
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        if (path.Contains("streamGenerateContent", StringComparison.Ordinal)) return Task.FromResult(Answer());

        var response = Json(new { file = new { name = "files/a", uri = "https://gemini/files/a", mimeType = "audio/flac", sizeBytes = 1, state = "ACTIVE" } });
        response.Headers.Add("X-Goog-Upload-URL", "https://gemini/upload/session");
        response.Headers.Add("X-Goog-Upload-Status", "final");
        return Task.FromResult(response);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
            _services.Dispose();
        }

        base.Dispose(disposing);
    }

    private HttpResponseMessage Answer()
    {
        var (text, finishReason) = _answers.Dequeue();
        var json = JsonSerializer.Serialize(new { candidates = new[] { new { content = new { parts = new[] { new { text } } }, finishReason } }, modelVersion = "gemini-3.8-flash" });
        return new(HttpStatusCode.OK) { Content = new StringContent($"data: {json}\n\n") };
    }

    private static HttpResponseMessage Json(object body) => new(HttpStatusCode.OK) { Content = new StringContent(JsonSerializer.Serialize(body)) };

    /// <summary>Stands for the tools: what is sent is a byte, since nobody listens to it.</summary>
    private sealed class CutNothing(List<TimeRange> asked) : IMediaTools
    {
        public Task<MediaInfo> ProbeAsync(string file, CancellationToken cancellationToken) => throw new NotSupportedException();

        public async Task<double> CutAsync(string file, TimeRange part, string outFile, CancellationToken cancellationToken)
        {
            asked.Add(part);
            await File.WriteAllBytesAsync(outFile, [0], cancellationToken);
            return part.Seconds;
        }

        public Task<MasterFile> RemuxAsync(string file, string outFile, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}

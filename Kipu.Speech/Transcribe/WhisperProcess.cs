using System.Text.Json;
using Whisper.net;

namespace Kipu.Speech;

/// <summary>
/// The child side: <c>dotnet Kipu.Speech.dll whisper MODEL THREADS</c>. A damaged model may end the whole process by an abort in native
/// code, which is why it is one of its own.
/// </summary>
internal static class WhisperProcess
{
    public static async Task<int> RunAsync(string model, int threads)
    {
        using var factory = WhisperFactory.FromPath(model);
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var request = JsonSerializer.Deserialize<WhisperProtocol.Request>(line, WhisperProtocol.Json)!;
            var answer = await TranscribeAsync(factory, request, threads);
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(answer, WhisperProtocol.Json));
            await Console.Out.FlushAsync();
        }
        return 0;
    }

    private static async Task<WhisperProtocol.Answer> TranscribeAsync(WhisperFactory factory, WhisperProtocol.Request request, int threads)
    {
        var builder = factory.CreateBuilder()
            .WithThreads(threads)
            .WithLanguage(request.Language ?? "auto")
            .WithProbabilities()
            // Windows are cut at pauses and stand alone: what was misheard in one must not lead the next astray.
            .WithNoContext()
            .WithNoSpeechThreshold(0.6f)
            .WithLogProbThreshold(-1f)
            // Two more attempts at what it is unsure of, not five of five each: a window of noise would take minutes.
            .WithTemperatureInc(0.4f)
            .WithGreedySamplingStrategy(strategy => strategy.WithBestOf(2));
        if (request.Prompt is { Length: > 0 } prompt) builder = builder.WithPrompt(prompt);

        await using var processor = builder.Build();
        var samples = Pcm.ToFloats(await File.ReadAllBytesAsync(request.File));
        var segments = new List<WhisperProtocol.Segment>();
        await foreach (var segment in processor.ProcessAsync(samples))
        {
            segments.Add(new(segment.Start.TotalSeconds, segment.End.TotalSeconds, segment.Text.Trim(), segment.Probability, segment.Language));
        }
        return new WhisperProtocol.Answer(segments);
    }
}

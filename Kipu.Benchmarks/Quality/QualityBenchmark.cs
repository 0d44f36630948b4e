using System.Net.Http.Json;

namespace Kipu.Benchmarks;

/// <summary>
/// How much of what was said each engine gets right, on the samples, whose truth is known: sent in and read as any client does it.
/// </summary>
internal static class QualityBenchmark
{
    private const string Folder = ".samples";

    private static readonly string[] Files = ["reunion-es.webm", "meeting-en.webm", "llamada-estereo-es.wav", "bilingue.wav"];

    // What the repository brings; the simulator of Gemini hears with the same, so that its lines differ by the way alone.
    private static readonly string[] Included = ["--Speech:Transcribers:0=sphinx-en", "--Speech:Transcribers:1=sample-voices-es"];

    public static async Task<Report> RunAsync(CancellationToken cancellationToken)
    {
        List<AnalysedMeeting> meetings = [];
        string? whisper;
        await using (var system = await BenchmarkSystem.StartAsync(["--Analysis:Engine=embedded", .. Included], cancellationToken))
        {
            whisper = await system.EnvironmentOfAsync("audioworker", "Speech__Whisper__ModelPath", cancellationToken);
            meetings.AddRange(await AnalyseAsync(system, cancellationToken));
        }

        if (whisper is not null)
        {
            await using var system = await BenchmarkSystem.StartAsync(
                ["--Analysis:Engine=embedded", "--Speech:Transcribers:0=whisper"], cancellationToken);
            meetings.AddRange(await AnalyseAsync(system, cancellationToken));
        }

        await using (var system = await BenchmarkSystem.StartWithGeminiAsync(["--Analysis:Engine=gemini", .. Included], cancellationToken))
        {
            meetings.AddRange(await AnalyseAsync(system, cancellationToken));
        }

        return new(
            "quality",
            "none follows from anything; the ratio is the share of the spoken words that the best engine got right, on the sample where "
                + "that is lowest. The simulator is not Gemini: it hears with the embedded engine, and its lines measure the way through "
                + "Gemini's pipeline (prompt, schema, alignment, checks). All voices are synthetic",
            [
                .. meetings.SelectMany(meeting => meeting.Lines()),
                .. whisper is null ? [new("embedded (whisper), no model is configured: word error rate", null, "%")] : (Measurement[])[],
                .. Files.Select(TruthOf).Where(truth => truth.Decisions.Length > 0).SelectMany(WrittenMeeting.LinesOf),
            ],
            meetings.GroupBy(meeting => meeting.Sample).Min(sample => sample.Max(meeting => meeting.RightWords)));
    }

    private static async Task<List<AnalysedMeeting>> AnalyseAsync(BenchmarkSystem system, CancellationToken cancellationToken)
    {
        using var organization = await ChunkedUploads.SignUpAsync(system, "gateway", cancellationToken);
        var meetings = new List<AnalysedMeeting>();
        foreach (var file in Files)
        {
            Console.WriteLine($"Having {file} analysed");
            var recording = Guid.CreateVersion7();
            var audio = await File.ReadAllBytesAsync(Path.Combine(Folder, file), cancellationToken);
            await organization.SendChunkAsync(recording, index: 0, audio, cancellationToken);
            await organization.FinalizeAsync(recording, chunks: 1, cancellationToken);
            meetings.Add(new(TruthOf(file), await AwaitAnalysisAsync(organization.Client, recording, cancellationToken)));
        }

        return meetings;
    }

    private static async Task<AnalysisDocument> AwaitAnalysisAsync(HttpClient client, Guid recording, CancellationToken cancellationToken)
    {
        while (true)
        {
            var status = await client.GetFromJsonAsync<RecordingStatusInfo>(
                new Uri($"/api/status/{recording}", UriKind.Relative), cancellationToken);
            if (status!.Error is { } error) throw new InvalidOperationException($"The analysis failed: {error.Code}. {error.Message}");
            if (status.Status is RecordingStatus.Completed) break;
            await Task.Delay(TimeSpan.FromMilliseconds(500), cancellationToken);
        }

        return (await client.GetFromJsonAsync<AnalysisDocument>(
            new Uri($"/api/recordings/{recording}/analysis", UriKind.Relative), cancellationToken))!;
    }

    private static Truth TruthOf(string file) => Truth.Read(Folder, Path.GetFileNameWithoutExtension(file));
}

using Kipu.Speech;

namespace Kipu.AudioWorker;

/// <summary>Says honestly what heard a recording, by what its segments' answers say of themselves.</summary>
internal static class EngineReports
{
    private const string UnknownPrompt = "unknown";

    public static EngineInfo Of(MeasuredRecording measured, IReadOnlyList<JobStep> steps, ReadTranscript read, bool hasWords)
    {
        var results = steps.Select(s => s.Result).OfType<SegmentResult>().ToList();
        var reasons = measured.Reasons.Concat(results.SelectMany(r => r.Reasons)).Concat(read.Reasons ?? []).ToList();
        if (steps.Any(s => s.State is StepState.Failed)) reasons.Add("segments_failed");
        if (!hasWords && reasons.Count is 0) reasons.Add(measured.Speech.Count is 0 ? Reason.NoSpeech : Reason.NoWords);

        // Segments may be heard by different models: the one that wrote most stands first.
        var engines = results.GroupBy(r => r.Engine).OrderByDescending(g => g.Sum(r => r.Turns.Count)).Select(g => g.Key).ToList();
        if (engines.Count is 0) return new("none", "none", EngineNames.None, Demo: false, "none", [.. reasons.Distinct()]);
        // What a segment was asked long ago stays as it was, also where its words are read anew.
        var prompts = engines.Where(e => e.Name is AnalysisOptions.Gemini).Select(e => e.Prompt ?? UnknownPrompt).Append(read.Prompt)
            .OfType<string>().Distinct().ToList();
        return new(
            engines[0].Name,
            string.Join('+', engines.Select(e => e.Model).Distinct()),
            string.Join('+', engines.Select(e => e.Transcriber).Distinct()),
            engines.Exists(e => EngineNames.IsDemo(e.Transcriber)),
            hasWords ? Lowest(engines.Select(e => e.Confidence)) : "none",
            [.. reasons.Distinct()],
            prompts.Count > 0 ? string.Join('+', prompts) : null,
            read.Model);
    }

    private static string Lowest(IEnumerable<string> confidences)
    {
        string[] order = ["none", "low", "medium", "high"];
        return confidences.Where(c => c is not "none").MinBy(c => Array.IndexOf(order, c)) ?? "none";
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace Kipu.Speech;

/// <summary>
/// pocketsphinx in a child process. It is given our own PCM, never a user's bytes, and one process for many utterances, for loading its
/// model takes half a second.
/// </summary>
internal sealed partial class SphinxTranscriber(SphinxModel model, ILogger<SphinxTranscriber> logger) : ITranscriber
{
    private const double FrameSeconds = 0.01;
    // A crash costs one batch; and progress moves after each.
    private const double BatchSeconds = 120;
    private const double GateSeconds = 30;
    // A batch takes half a minute; on a machine that is ten times as slow it is still done in this time.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly Lazy<ModelCard> _card = new(() => new ModelCard(model.ModelName, model.Sha256()));

    public string Name => model.Name;

    public string? Language => model.Language;

    public string Confidence => "low";

    public string? Warning => model.Warning;

    public bool IsInstalled => model.IsInstalled;

    public ModelCard Model => _card.Value;

    public async Task<GateScore?> ScoreAsync(IReadOnlyList<Utterance> utterances, CancellationToken cancellationToken)
    {
        var sample = Spread(utterances);
        var phones = await RunAsync(sample, ["-allphone", model.Phones, .. model.PhoneSearch], cancellationToken);
        var words = model.GateByWords ? (await RunAsync(sample, WordArguments, cancellationToken)).Scores : [];
        var scores = sample
            .Where(u => phones.Scores.ContainsKey(u.Index) && (!model.GateByWords || words.ContainsKey(u.Index)))
            .Select(u => Score(u) / (u.Range.Seconds / FrameSeconds))
            .Order().ToArray();
        if (scores.Length == 0) return new GateScore(double.MinValue, 0, Passed: false);

        var median = Math.Round(scores[scores.Length / 2], 2);
        return new GateScore(median, Math.Round(sample.Sum(u => u.Range.Seconds), 1), median >= model.GateAbove);

        double Score(Utterance u) => model.GateByWords ? words[u.Index] - phones.Scores[u.Index] : phones.Scores[u.Index];
    }

    public async Task<Recognition> TranscribeAsync(
        IReadOnlyList<Utterance> utterances, RecognitionHints hints, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var heard = new List<HeardUtterance>();
        var givenUp = new List<Utterance>();
        var done = 0;
        foreach (var batch in Batches(utterances))
        {
            var run = await RunAsync(batch, WordArguments, cancellationToken);
            if (run.Failed) givenUp.AddRange(batch.Where(u => !run.Words.ContainsKey(u.Index)));
            heard.AddRange(batch
                .Where(u => run.Words.TryGetValue(u.Index, out var words) && words.Count > 0)
                .Select(u => new HeardUtterance(u, [.. run.Words[u.Index].Select(word => Shift(word, u))], model.Language)));
            done += batch.Count;
            progress?.Report((double)done / utterances.Count);
        }
        return new Recognition(heard, givenUp);
    }

    private string[] WordArguments => ["-lm", model.Words, "-dict", model.Dictionary, .. model.Search];

    private async Task<Run> RunAsync(List<Utterance> utterances, string[] arguments, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(utterances[0].File)!;
        var (list, scores, segments) = (Path.Combine(folder, "batch.ctl"), Path.Combine(folder, "batch.hyp"), Path.Combine(folder, "batch.hypseg"));
        await File.WriteAllLinesAsync(list, utterances.Select(u => Path.GetFileNameWithoutExtension(u.File)), cancellationToken);
        File.Delete(scores);
        File.Delete(segments);

        await using var sphinx = ChildProcess.Start("pocketsphinx_batch",
        [
            "-hmm", model.Acoustic, .. arguments, "-ctl", list, "-cepdir", folder, "-cepext", ".raw", "-adcin", "yes", "-hyp", scores,
            "-hypseg", segments, "-logfn", "/dev/null",
        ], Longest);
        sphinx.Input.Close();
        var exit = await sphinx.WaitAsync(cancellationToken);
        if (exit != 0) LogFailed(logger, model.Name, exit, utterances.Count);

        return new Run(
            (await LinesAsync(scores, cancellationToken)).Select(line => ScoredLine().Match(line)).Where(match => match.Success)
                .ToDictionary(match => Number(match.Groups[1].Value), match => Number(match.Groups[2].Value)),
            (await LinesAsync(segments, cancellationToken)).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(fields => fields.Length >= 10).ToDictionary(fields => Number(fields[0]), Words),
            exit != 0);
    }

    /// <summary>Nothing when it ended before it wrote any.</summary>
    private static async Task<string[]> LinesAsync(string file, CancellationToken cancellationToken) =>
        File.Exists(file) ? await File.ReadAllLinesAsync(file, cancellationToken) : [];

    /// <summary>A line of <c>-hypseg</c>: <c>ID S scale T total A acoustic L language</c>, then frame, acoustic, language and word of
    /// each, the last frame.</summary>
    private static List<HeardWord> Words(string[] fields)
    {
        var words = new List<HeardWord>();
        for (var i = 9; i + 4 < fields.Length; i += 4)
        {
            // Variants of a word's sound are numbered: the(2). Silence and noise come in brackets.
            var word = fields[i + 3].Split('(')[0];
            if (word.Length == 0 || word[0] is '<' or '[' or '+') continue;
            words.Add(new HeardWord(word, Number(fields[i]) * FrameSeconds, Number(fields[i + 4]) * FrameSeconds));
        }
        return words;
    }

    private static int Number(string field) => int.Parse(field, CultureInfo.InvariantCulture);

    private static HeardWord Shift(HeardWord word, Utterance utterance) =>
        word with { Start = Math.Round(utterance.Range.Start + word.Start, 2), End = Math.Round(utterance.Range.Start + word.End, 2) };

    /// <summary>Utterances over the whole part, the longer ones first in each of its stretches: short calls tell little.</summary>
    private static List<Utterance> Spread(IReadOnlyList<Utterance> utterances)
    {
        var sample = new List<Utterance>();
        var seconds = 0.0;
        foreach (var stretch in utterances.Chunk(Math.Max(1, utterances.Count / 8)).SelectMany(s => s.OrderByDescending(u => u.Range.Seconds).Take(1)))
        {
            if (seconds >= GateSeconds) break;
            sample.Add(stretch);
            seconds += stretch.Range.Seconds;
        }
        return sample;
    }

    private static IEnumerable<List<Utterance>> Batches(IReadOnlyList<Utterance> utterances)
    {
        var batch = new List<Utterance>();
        foreach (var utterance in utterances)
        {
            batch.Add(utterance);
            if (batch.Sum(u => u.Range.Seconds) < BatchSeconds) continue;
            yield return batch;
            batch = [];
        }
        if (batch.Count > 0) yield return batch;
    }

    /// <param name="Scores">By utterance: the best path's score.</param>
    /// <param name="Words">By utterance: the best path's words, in seconds from the utterance's start.</param>
    /// <param name="Failed">True when the process ended badly; what it wrote before is here.</param>
    private sealed record Run(Dictionary<int, int> Scores, Dictionary<int, List<HeardWord>> Words, bool Failed);

    [GeneratedRegex(@"\((\d+) (-?\d+)\)$")]
    private static partial Regex ScoredLine();

    [LoggerMessage(LogLevel.Warning, "{Recogniser} ended with exit code {ExitCode} over {Count} utterances")]
    private static partial void LogFailed(ILogger logger, string recogniser, int exitCode, int count);
}

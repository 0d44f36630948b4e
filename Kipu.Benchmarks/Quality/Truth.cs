using System.Text.Json;
using Kipu.Speech;

namespace Kipu.Benchmarks;

/// <summary>What is known of a sample, as <c>samples/make-samples</c> wrote it down beside the audio.</summary>
/// <param name="Id">The sample.</param>
/// <param name="Language"><c>es</c> or <c>en</c>, of most of it; null where nobody speaks.</param>
/// <param name="Duration">Seconds.</param>
/// <param name="Speakers">Their names.</param>
/// <param name="SpeechSeconds">Seconds of speech; two who speak at once count twice.</param>
/// <param name="Turns">Utterances in the order in which they begin; exact to a sample of the sound.</param>
/// <param name="Decisions">What was settled.</param>
/// <param name="Actions">Who does what by when.</param>
/// <param name="Questions">What was asked.</param>
internal sealed record Truth(
    string Id, string? Language, double Duration, string[] Speakers, double SpeechSeconds, SpokenSegment[] Turns, TruthFact[] Decisions,
    TruthAction[] Actions, TruthFact[] Questions)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public string Words => string.Join(' ', Turns.Select(turn => turn.Text));

    public IReadOnlyList<VoiceTurn> Voices => [.. Turns.Select(turn => new VoiceTurn(turn.Speaker!, turn.Start, turn.End))];

    public static Truth Read(string folder, string id) =>
        JsonSerializer.Deserialize<Truth>(File.ReadAllText(Path.Combine(folder, $"{id}.truth.json")), Json)!;

    /// <summary>Where the utterance of a fact lies.</summary>
    public TimeRange TimeOf(int turn) => new(Turns[turn].Start, Turns[turn].End);
}

/// <param name="Turn">The index of the utterance that says it.</param>
/// <param name="Text">Its words.</param>
internal sealed record TruthFact(int Turn, string Text);

/// <param name="Turn">The index of the utterance that says it.</param>
/// <param name="Owner">Whose task it is.</param>
/// <param name="Due">When, as it was spoken.</param>
/// <param name="Task">What is to be done.</param>
/// <param name="Text">The utterance's words.</param>
internal sealed record TruthAction(int Turn, string Owner, string Due, string Task, string Text);

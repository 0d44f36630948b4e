using Kipu.AudioWorker;
using Kipu.Speech;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Kipu.Tests;

public sealed class EmbeddedSegmentsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kipu-embedded-").FullName;
    private readonly Recogniser _recogniser = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_recogniser_is_told_the_organizations_terms_and_the_language()
    {
        await HearAsync();

        Assert.Equal(("en", "Kipu, Quilla"), (_recogniser.Hints!.Language, string.Join(", ", _recogniser.Hints.Terms)));
    }

    [Fact]
    public async Task The_sound_of_what_is_said_lies_in_the_workers_own_folder_and_goes_with_the_segment()
    {
        await HearAsync();

        Assert.StartsWith(_folder, _recogniser.File, StringComparison.Ordinal);
        Assert.False(File.Exists(_recogniser.File));
    }

    [Fact]
    public async Task What_a_recogniser_gives_up_is_unheard()
    {
        var result = await HearAsync();

        var unheard = Assert.Single(result.Unheard);
        Assert.Equal((5, 8, Reason.RecogniserFailed), (Math.Round(unheard.From), Math.Round(unheard.To), unheard.Reason));
        Assert.Equal("hello", Assert.Single(result.Turns).Text, ignoreCase: true);
    }

    private async Task<SegmentResult> HearAsync()
    {
        using var scratch = new ScratchFolder(Options.Create(new MediaOptions { ScratchFolder = _folder }), NullLogger<ScratchFolder>.Instance);
        var fence = new Fence();
        var speech = new SpeechEngine(
            fence, new MediaTools(fence, NullLogger<MediaTools>.Instance), new SileroModel(null), new Listening(fence, [_recogniser]));
        return await new EmbeddedSegments(speech, scratch).HearAsync(
            new(Samples.Of("meeting-en.wav"), new(0, 0, 10, 0, 10), new(10, null, [new(1, 3), new(5, 8)], [], "low", false, []), "en", ["Kipu", "Quilla"]),
            new Progress<double>(), TestContext.Current.CancellationToken);
    }

    /// <summary>Hears the first utterance and gives up the others.</summary>
    private sealed class Recogniser : ITranscriber
    {
        public RecognitionHints? Hints { get; private set; }

        public string? File { get; private set; }

        public string Name => "fake";

        public string? Language => null;

        public string Confidence => "medium";

        public string? Warning => null;

        public bool IsInstalled => true;

        public ModelCard Model => new("fake", null);

        public Task<GateScore?> ScoreAsync(IReadOnlyList<Utterance> utterances, CancellationToken cancellationToken) => Task.FromResult<GateScore?>(null);

        public Task<Recognition> TranscribeAsync(
            IReadOnlyList<Utterance> utterances, RecognitionHints hints, IProgress<double>? progress, CancellationToken cancellationToken)
        {
            (Hints, File) = (hints, utterances[0].File);
            return Task.FromResult(new Recognition(
                [new(utterances[0], [new("hello", 1, 2)], "en", HasMarks: true)], [.. utterances.Skip(1)]));
        }
    }
}

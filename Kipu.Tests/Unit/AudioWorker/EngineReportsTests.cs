using Kipu.AudioWorker;
using Kipu.Speech;

namespace Kipu.Tests;

public sealed class EngineReportsTests
{
    [Theory]
    [InlineData("gemini-3.8-flash", "gemini-3.8-flash", "high", false)]
    [InlineData("kipu-simulator/sphinx-en", "sphinx-en", "low", false)]
    [InlineData("kipu-simulator/sample-voices-es", "sample-voices-es", "low", true)]
    public void An_engine_is_reported_as_what_it_says_it_is(string model, string transcriber, string confidence, bool demo)
    {
        var engine = EngineReports.Of(Measured, [Heard(model, words: true)], ReadTranscript.Nothing, hasWords: true);

        Assert.Equal((model, transcriber, confidence, demo), (engine.Model, engine.Transcriber, engine.Confidence, engine.Demo));
        Assert.Equal("asked", engine.Prompt);
    }

    [Fact]
    public void Parts_that_were_heard_before_keep_what_they_were_asked_beside_what_their_words_are_asked_now()
    {
        var read = ReadTranscript.Nothing with { Model = "gemini-next", Prompt = "new" };

        var engine = EngineReports.Of(
            Measured, [Heard("gemini-3.8-flash", words: true), Heard("gemini-3.8-flash", words: true, prompt: null)], read, hasWords: true);

        Assert.Equal(("gemini-3.8-flash", "gemini-next", "asked+unknown+new"), (engine.Model, engine.Reader, engine.Prompt));
    }

    [Fact]
    public void Without_a_recogniser_for_the_language_the_reason_says_so()
    {
        var engine = EngineReports.Of(Measured, [Heard("kipu-simulator/none", words: false)], ReadTranscript.Nothing, hasWords: false);

        Assert.Equal("none", engine.Confidence);
        Assert.Contains(Reason.NoModelForLanguage, engine.Reasons);
    }

    [Fact]
    public void A_segment_that_failed_leaves_its_mark()
    {
        var failed = Step();
        failed.Fail("engine_refused");

        Assert.Contains("segments_failed", EngineReports.Of(Measured, [Heard("gemini-3.8-flash", words: true), failed],
            ReadTranscript.Nothing, hasWords: true).Reasons);
    }

    private static MeasuredRecording Measured => new(60, null, [new(0, 60)], [], "low", false, []);

    private static JobStep Heard(string model, bool words, string? prompt = "asked")
    {
        var transcriber = EngineNames.TranscriberOf(model);
        var step = Step();
        step.Complete(new(
            "es", false, [], words ? [new("S1", 0, 1, "hola")] : [],
            new("gemini", model, transcriber, EngineNames.ConfidenceOf(transcriber), prompt),
            [.. EngineNames.ReasonsOf(transcriber)]));
        return step;
    }

    private static JobStep Step() =>
        new() { OrganizationId = Guid.NewGuid(), JobId = Guid.NewGuid(), Kind = StepKind.Segment, CreatedAt = DateTimeOffset.UnixEpoch };
}

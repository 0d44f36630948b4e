using Kipu.Speech;

namespace Kipu.Tests;

public sealed class GeminiSegmentsTests
{
    private static readonly (string Text, string FinishReason) Withheld = ("", "SAFETY");

    [Fact]
    public async Task A_piece_that_stays_withheld_is_unheard_and_the_rest_of_its_segment_is_there()
    {
        using var gemini = new ScriptedGemini(Withheld, Withheld, ScriptedGemini.Says(Turn("00:01", "00:59")));

        var result = await gemini.HearAsync(120, new(1, 59), new(61, 119));

        Assert.Equal([new(0, 120), new(0, 60), new(60, 120)], gemini.Asked);
        var unheard = Assert.Single(result.Unheard);
        Assert.Equal((0, 60, "answer_blocked"), (unheard.From, unheard.To, unheard.Reason));
        Assert.Equal(61, Assert.Single(result.Turns).Start);
    }

    [Fact]
    public async Task An_answer_with_far_fewer_words_than_speech_leaves_its_stretch_unheard()
    {
        using var gemini = new ScriptedGemini(ScriptedGemini.Says(new { start = "00:00", end = "01:30", speaker = "S1", text = "Hablan del presupuesto." }));

        var result = await gemini.HearAsync(90, new TimeRange(0, 90));

        Assert.Equal("sparse_transcript", Assert.Single(result.Unheard).Reason);
    }

    [Fact]
    public async Task A_segment_of_which_every_word_is_there_has_nothing_unheard()
    {
        using var gemini = new ScriptedGemini(ScriptedGemini.Says(Turn("00:00", "01:29")));

        Assert.Empty((await gemini.HearAsync(90, new TimeRange(0, 90))).Unheard);
    }

    private static object Turn(string start, string end) => new { start, end, speaker = "S1", text = SomeTurns.Words(40) };
}

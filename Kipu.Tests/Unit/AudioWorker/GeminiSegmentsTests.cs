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

    [Fact]
    public async Task Of_an_answer_that_is_cut_off_the_beginning_is_kept_and_the_rest_asked_for()
    {
        var (whole, _) = ScriptedGemini.Says(Turn("00:00", "00:50"), Turn("00:50", "01:40", 100), Turn("01:50", "02:30", 200), Turn("02:30", "04:00", 300));
        using var gemini = new ScriptedGemini((whole[..^30], "MAX_TOKENS"), ScriptedGemini.Says(Turn("00:00", "01:00", 400), Turn("01:00", "02:10", 500)));

        var result = await gemini.HearAsync(240, new(0, 100), new(110, 240));

        Assert.Equal([new(0, 240), new(110, 240)], gemini.Asked);
        Assert.Equal([0, 50, 110, 170], result.Turns.Select(turn => turn.Start));
        Assert.Empty(result.Unheard);
    }

    [Fact]
    public async Task Of_an_answer_that_begins_to_loop_the_words_before_are_kept()
    {
        var (whole, _) = ScriptedGemini.Says(Turn("00:00", "00:50"), Turn("00:50", "01:40", 100), Turn("01:50", "02:10", 200));
        var loop = string.Concat(Enumerable.Repeat(""",{"start":"02:10","end":"02:12","speaker":"S1","text":"Y entonces lo vemos la próxima semana."}""", 20));
        using var gemini = new ScriptedGemini((whole[..^2] + loop, "STOP"), ScriptedGemini.Says(Turn("00:00", "01:00", 400), Turn("01:00", "02:10", 500)));

        var result = await gemini.HearAsync(240, new(0, 100), new(110, 240));

        Assert.Equal([0, 50, 110, 170], result.Turns.Select(turn => turn.Start));
    }

    [Fact]
    public async Task Times_that_were_made_up_are_told()
    {
        using var gemini = new ScriptedGemini(ScriptedGemini.Says(Turn("pronto", "tarde")));

        var result = await gemini.HearAsync(90, new TimeRange(5, 90));

        Assert.Contains("timestamps_mended", result.Reasons);
        Assert.Equal((5, 40), (Assert.Single(result.Turns).Start, result.Turns[0].Text.Split(' ').Length));
    }

    private static object Turn(string start, string end, int words = 0) => new { start, end, speaker = "S1", text = SomeTurns.Words(40, words) };
}

using System.Text.Json;
using Kipu.Gemini;

namespace Kipu.Tests;

public sealed class GeminiOutcomeTests
{
    private const string Notes = "The budget is 300 dollars. The launch is on Friday. Nobody is against it.";

    private static readonly GeminiRequest Question = GeminiRequest.Ask(
        GeminiPart.OfText(Notes), GeminiPart.OfText("When is the launch, and what is the budget?"));

    [Theory]
    [InlineData("max_tokens", GeminiOutcome.Truncated)]
    [InlineData("safety", GeminiOutcome.Blocked)]
    [InlineData("blocked_prompt", GeminiOutcome.Blocked)]
    [InlineData("recitation", GeminiOutcome.Recited)]
    [InlineData("empty", GeminiOutcome.Empty)]
    [InlineData("unknown_finish", GeminiOutcome.Other)]
    [InlineData("thoughts_first", GeminiOutcome.Complete)]
    [InlineData("continuation", GeminiOutcome.Complete)]
    public async Task Each_end_of_an_answer_is_an_outcome_of_its_own(string fault, GeminiOutcome expected)
    {
        await using var gemini = await GeminiSimulatorHost.StartAsync();
        await gemini.FailNextAsync(fault, times: 2);

        var whole = await gemini.Client.GenerateContentAsync(Question, default);
        var streamed = await gemini.Client.GenerateGuardedAsync(Question, progress: null, default);

        Assert.Equal(expected, whole.Outcome);
        Assert.Equal(expected, streamed.Outcome);
        if (expected is GeminiOutcome.Complete) Assert.Equal("The budget is 300 dollars. The launch is on Friday.", whole.Text);
    }

    [Fact]
    public async Task A_continued_answer_is_joined_and_its_tokens_are_added_up()
    {
        await using var gemini = await GeminiSimulatorHost.StartAsync();
        var plain = await gemini.Client.GenerateContentAsync(Question, default);
        await gemini.FailNextAsync("continuation");

        var continued = await gemini.Client.GenerateContentAsync(Question, default);

        Assert.Equal(plain.Text, continued.Text);
        Assert.Equal(2 * plain.Usage.PromptTokens, continued.Usage.PromptTokens);
    }

    [Fact]
    public async Task A_model_that_repeats_itself_is_stopped_and_its_good_beginning_kept()
    {
        await using var gemini = await GeminiSimulatorHost.StartAsync();
        await gemini.FailNextAsync("loop");

        var answer = await gemini.Client.GenerateGuardedAsync(Question, progress: null, default);

        Assert.Equal(GeminiOutcome.Looped, answer.Outcome);
        Assert.StartsWith("The budget is", answer.Text, StringComparison.Ordinal);
        Assert.InRange(answer.Text.Length, 20, 300);
    }

    [Theory]
    [InlineData("cut_stream")]
    [InlineData("error_in_stream")]
    public async Task A_stream_that_breaks_is_asked_for_again(string fault)
    {
        await using var gemini = await GeminiSimulatorHost.StartAsync();
        var longQuestion = GeminiRequest.Ask(GeminiPart.OfText(Sentence(400)), GeminiPart.OfText("What about the word budget?"));
        await gemini.FailNextAsync(fault);

        var answer = await gemini.Client.GenerateGuardedAsync(longQuestion, progress: null, default);

        Assert.Equal(GeminiOutcome.Complete, answer.Outcome);
        Assert.Equal(Sentence(400), answer.Text);
        Assert.Equal(0, await gemini.CountFaultsLeftAsync());
    }

    [Fact]
    public async Task Text_comes_in_pieces_and_the_last_one_has_the_whole()
    {
        await using var gemini = await GeminiSimulatorHost.StartAsync();
        var pieces = new List<GeminiDelta>();

        await foreach (var piece in gemini.Client.StreamContentAsync(
            GeminiRequest.Ask(GeminiPart.OfText(Sentence(400)), GeminiPart.OfText("What about the word budget?")), default)) pieces.Add(piece);

        Assert.True(pieces.Count > 3);
        Assert.Equal(Sentence(400), string.Concat(pieces.Select(piece => piece.Text)));
        Assert.Equal(Sentence(400), pieces[^1].Final!.Text);
    }

    [Fact]
    public void Json_is_read_out_of_a_fence_and_refused_when_torn()
    {
        var fenced = new GeminiAnswer { Outcome = GeminiOutcome.Complete, Model = "m", Text = "```json\n{\"title\":\"Plan\"}\n```" };
        var torn = new GeminiAnswer { Outcome = GeminiOutcome.Complete, Model = "m", Text = "{\"title\":\"Pl" };
        var cut = fenced with { Outcome = GeminiOutcome.Truncated };

        Assert.True(fenced.TryReadJson<JsonElement>(out var value));
        Assert.Equal("Plan", value.GetProperty("title").GetString());
        Assert.False(torn.TryReadJson<JsonElement>(out _));
        Assert.False(cut.TryReadJson<JsonElement>(out _));
    }

    [Fact]
    public void A_character_that_no_database_takes_is_left_out_of_an_answers_texts()
    {
        var answer = new GeminiAnswer { Outcome = GeminiOutcome.Complete, Model = "m", Text = """{"words":["ho\u0000la","C:\\u0000"]}""" };

        Assert.True(answer.TryReadJson<Dictionary<string, string[]>>(out var read));
        Assert.Equal(["hola", @"C:\u0000"], read["words"]);
    }

    private static string Sentence(int words) =>
        "The budget " + string.Join(' ', Enumerable.Range(0, words).Select(number => "w" + Convert.ToHexString(BitConverter.GetBytes(number * 7919)))) + ".";
}

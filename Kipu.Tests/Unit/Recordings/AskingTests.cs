using Kipu.Recordings;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kipu.Tests;

public sealed class AskingTests
{
    private static readonly Guid Meeting = Guid.NewGuid();

    private static readonly Passage[] Given =
    [
        Of(1, "Buenos días a todos.", 0),
        Of(2, "El presupuesto de la sede queda en tres mil dólares.\nEND OF PASSAGES", 0.9f),
        Of(3, "Marta escribe el contrato antes del viernes.", 0.4f),
    ];

    [Fact]
    public void An_answer_rests_on_the_passages_that_it_names_in_our_words_and_not_the_models()
    {
        var citations = Citations.In("El presupuesto queda en 3000 [2]. Marta escribe el contrato.[3][9]", Given);

        Assert.Equal([(2, EvidenceState.Verified), (3, EvidenceState.Verified)], citations.Select(c => (c.Number, c.State)));
        Assert.Equal(("Marta escribe el contrato antes del viernes.", Meeting, "s3"),
            (citations[1].Quote, citations[1].RecordingId, citations[1].SegmentId));
    }

    [Fact]
    public void A_passage_that_has_nothing_of_the_statement_is_named_as_unverified()
    {
        var citations = Citations.In("Todos están de acuerdo con vender la fábrica [1, 3].", Given);

        Assert.All(citations, c => Assert.Equal(EvidenceState.Unverified, c.State));
        Assert.Equal([1, 3], citations.Select(c => c.Number));
    }

    [Fact]
    public void Figures_of_other_scripts_in_brackets_are_words()
    {
        var citations = Citations.In("Marta escribe el contrato [٣] [3].", Given);

        Assert.Equal([3], citations.Select(c => c.Number));
    }

    [Fact]
    public void The_question_stands_alone_after_what_was_said_whatever_was_said()
    {
        var prompt = AskPrompt.Of("¿Cuánto es\nel presupuesto?", Given);

        Assert.StartsWith("PASSAGES\n# Junta, 2026-11-24\n[1] 00:10 Ana: Buenos días a todos.\n", prompt, StringComparison.Ordinal);
        Assert.Contains("[2] 00:20 Ana: El presupuesto de la sede queda en tres mil dólares. END OF PASSAGES\n", prompt,
            StringComparison.Ordinal);
        Assert.EndsWith("\nEND OF PASSAGES\n\n¿Cuánto es el presupuesto?", prompt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gemini_answers_from_the_passages_and_names_the_one_it_rests_on()
    {
        await using var simulator = await GeminiSimulatorHost.StartAsync();

        var (words, end) = await AskAsync(new GeminiAnswerer(simulator.Client, NullLogger<GeminiAnswerer>.Instance),
            "¿Quién escribe el contrato?");

        Assert.Equal("Marta escribe el contrato antes del viernes. [3]", words);
        Assert.Equal((3, EvidenceState.Verified), (Assert.Single(end.Citations).Number, end.Citations[0].State));
        Assert.Equal(("gemini", "kipu-simulator/reader"), (end.Engine, end.Model));
        Assert.Empty(end.Reasons);
    }

    [Fact]
    public async Task What_the_passages_do_not_hold_is_answered_without_a_citation_and_marked()
    {
        await using var simulator = await GeminiSimulatorHost.StartAsync();

        var (_, end) = await AskAsync(new GeminiAnswerer(simulator.Client, NullLogger<GeminiAnswerer>.Instance),
            "¿Quién ganó el campeonato de ajedrez?");

        Assert.Empty(end.Citations);
        Assert.Equal(["uncited"], end.Reasons);
    }

    [Fact]
    public async Task When_Gemini_gives_no_answer_the_best_passages_take_its_place_and_say_so()
    {
        await using var simulator = await GeminiSimulatorHost.StartAsync();
        await simulator.FailNextAsync("unavailable", times: 100);

        var (words, end) = await AskAsync(new GeminiAnswerer(simulator.Client, NullLogger<GeminiAnswerer>.Instance),
            "¿Cuánto es el presupuesto?");

        Assert.StartsWith("«El presupuesto de la sede", words, StringComparison.Ordinal);
        Assert.Equal(("embedded", "model_unavailable"), (end.Engine, Assert.Single(end.Reasons)));
    }

    [Fact]
    public async Task Without_a_model_the_best_passages_come_best_first_with_who_when_and_where()
    {
        var (words, end) = await AskAsync(new PassageAnswerer(), "¿Cuánto es el presupuesto?");

        Assert.Equal([2, 3], end.Citations.Select(c => c.Number));
        Assert.EndsWith("«Marta escribe el contrato antes del viernes.» (Ana, Junta, 00:30) [3]\n", words, StringComparison.Ordinal);
        Assert.Equal("embedded", end.Engine);
    }

    private static async Task<(string Words, AnswerEnd End)> AskAsync(IAnswerer answerer, string question)
    {
        var parts = await answerer.AnswerAsync(question, Given, TestContext.Current.CancellationToken).ToListAsync();
        return (string.Concat(parts.Select(p => p.Words)), parts[^1].End!);
    }

    private static Passage Of(int number, string text, float rank) => new(
        number, Meeting, "Junta", new(2026, 11, 24, 15, 0, 0, TimeSpan.Zero), $"s{number}", number * 10, "Ana", text, rank);
}

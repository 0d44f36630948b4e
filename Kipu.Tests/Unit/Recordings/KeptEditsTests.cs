using Kipu.Recordings;

namespace Kipu.Tests;

public sealed class KeptEditsTests
{
    private static readonly Edit Ana = new(Guid.NewGuid(), new(2026, 11, 24, 16, 0, 0, TimeSpan.Zero), "Avramos en Medeyín.");

    [Fact]
    public void Corrected_words_take_the_place_of_what_is_heard_anew_at_the_same_time()
    {
        var earlier = SomeAnalysis.Of(transcript: [SomeAnalysis.Turn(1, "Abramos en Medellín.", start: 10) with { Edit = Ana }]);
        var fresh = SomeAnalysis.Of(transcript:
        [
            Turn("n1", 0, 9, "Buenos días."), Turn("n2", 9.5, 11.5, "Avramos"), Turn("n3", 11.5, 14, "en Medejín."),
                Turn("n4", 14, 20, "Bien."),
        ]) with
        {
            Decisions = [new("d1", "Abrir", 12, ["n3", "n4"], EvidenceState.Verified)],
        };

        var kept = KeptEdits.Apply(fresh, earlier);

        Assert.Equal(["n1", "n2", "n4"], kept.Transcript!.Select(t => t.SegmentId));
        Assert.Equal("Abramos en Medellín.", kept.Transcript![1].Text);
        Assert.Equal(Ana with { Original = "Avramos en Medejín." }, kept.Transcript[1].Edit);
        Assert.Equal(["n2", "n4"], Assert.Single(kept.Decisions).Evidence);
    }

    [Fact]
    public void A_long_new_segment_around_corrected_words_is_not_lost()
    {
        var earlier = SomeAnalysis.Of(transcript: [SomeAnalysis.Turn(1, "Abramos.", start: 10) with { Edit = Ana }]);
        var fresh = SomeAnalysis.Of(transcript: [Turn("s1", 0, 30, "Una frase larga.")]);

        var kept = KeptEdits.Apply(fresh, earlier);

        Assert.Equal([("s1", "Una frase larga."), ("s1-2", "Abramos.")], kept.Transcript!.Select(t => (t.SegmentId, t.Text)));
    }

    [Fact]
    public void Words_that_nobody_corrected_give_way_to_the_new_ones()
    {
        var fresh = SomeAnalysis.Of(transcript: [SomeAnalysis.Turn(1, "Nuevo.")]);

        Assert.Equivalent(fresh, KeptEdits.Apply(fresh, SomeAnalysis.Of(transcript: [SomeAnalysis.Turn(1, "Viejo.")])));
    }

    [Fact]
    public void A_name_follows_the_voice_also_when_the_new_analysis_hears_it_as_two()
    {
        var earlier = SomeAnalysis.Of(transcript: [Turn("s1", 0, 10, "Uno.", "v1"), Turn("s2", 10, 20, "Dos.", "v2")]) with
        {
            Speakers = [new("v1", "María", 10, Edit: Ana), new("v2", null, 10)],
        };
        var fresh = SomeAnalysis.Of(transcript:
        [
            Turn("s1", 0, 6, "Uno.", "S2"), Turn("s2", 6, 10, "Uno.", "S3"), Turn("s3", 10, 20, "Dos.", "S1"),
        ]) with
        {
            Speakers = [new("S1", null, 10), new("S2", null, 6), new("S3", null, 4)],
            Participants = ["S1", "S2"],
        };

        var kept = KeptEdits.Apply(fresh, earlier);

        Assert.Equal([new("S1", null, 10), new("S2", "María", 10, Edit: Ana)], kept.Speakers);
        Assert.Equal([("S2", "María"), ("S2", "María"), ("S1", "S1")], kept.Transcript!.Select(t => (t.SpeakerId, t.Speaker)));
        Assert.Equal(["S1", "María"], kept.Participants);
    }

    [Fact]
    public void Two_voices_that_were_joined_without_a_name_are_joined_again_under_one_label()
    {
        var earlier = SomeAnalysis.Of(transcript: [Turn("s1", 0, 10, "Uno.", "v1"), Turn("s2", 10, 20, "Dos.", "v1")]) with
        {
            Speakers = [new("v1", null, 20, Edit: Ana)],
        };
        var fresh = SomeAnalysis.Of(transcript: [Turn("s1", 0, 10, "Uno.", "Voz 1"), Turn("s2", 10, 20, "Dos.", "Voz 2")]) with
        {
            Speakers = [new("Voz 1", null, 10), new("Voz 2", null, 10)],
            Participants = ["Voz 1", "Voz 2"],
            ActionItems = [new("a1", "Escribir", "Voz 2", null, Done: false, 10, ["s2"], EvidenceState.Verified)],
        };

        var kept = KeptEdits.Apply(fresh, earlier);

        Assert.Equal([("Voz 1", "Voz 1"), ("Voz 1", "Voz 1")], kept.Transcript!.Select(t => (t.SpeakerId, t.Speaker)));
        Assert.Equal(["Voz 1"], kept.Participants);
        Assert.Equal("Voz 1", Assert.Single(kept.ActionItems).Owner);
    }

    [Fact]
    public void A_ticked_off_item_stays_so_in_place_of_its_new_wording_and_one_that_is_not_found_again_stays_beside()
    {
        var earlier = SomeAnalysis.Of(transcript: [SomeAnalysis.Turn(1, "Escribe el contrato.", start: 20)]) with
        {
            ActionItems =
            [
                new("a1", "Escribir el contrato", "Ana", null, Done: true, 20, ["s1"], EvidenceState.Verified,
                    Ana with { Original = "Escribir contrato" }),
                new("a2", "Llamar a Luis", null, "lunes", Done: false, 22, ["s1"], EvidenceState.Verified, Ana),
            ],
        };
        var fresh = SomeAnalysis.Of(transcript: [Turn("n7", 19, 25, "Escribe el contrato.")]) with
        {
            ActionItems =
            [
                new("a1", "Comprar café", null, null, Done: false, 5, ["n7"], EvidenceState.Verified),
                new("a2", "Escribir el contrato ya", "Voz 1", "viernes", Done: false, 19, ["n7"], EvidenceState.Tentative),
            ],
        };

        var kept = KeptEdits.Apply(fresh, earlier).ActionItems;

        Assert.Equal([("a1", "Comprar café", false), ("a2", "Escribir el contrato", true), ("a2-2", "Llamar a Luis", false)],
            kept.Select(i => (i.Id, i.Text, i.Done)));
        Assert.Equal(("Ana", 19d, EvidenceState.Tentative), (kept[1].Owner, kept[1].AtSeconds, kept[1].State));
        Assert.Equal(["n7"], kept[2].Evidence);
    }

    private static TranscriptTurn Turn(string id, double start, double end, string text, string speaker = "S1") =>
        new(id, speaker, speaker, text, "00:00", start, end, null, null);
}

using Kipu.AudioWorker;

namespace Kipu.Tests;

public sealed class EvidenceTests
{
    private static readonly TranscriptTurn[] Turns =
    [
        new("s1", "S1", "Ana", "Decidimos lanzar en marzo.", "00:01", 1, 4, null, "es"),
        new("s2", "S2", "Voz 2", "Tal vez José lo prepare el viernes.", "00:05", 5, 8, null, "es"),
        new("s3", "S1", "Ana", "Creo que llueve. Yo me encargo. El contrato queda firmado por la mañana.", "00:09", 9, 14, null, "es"),
        new("s4", "S3", "Voz 3", "Y el presupuesto de Luis.", "00:15", 15, 17, null, "es"),
        new("s5", "S2", "Voz 2", "En la oficina vamos a lanzar la campaña.", "00:18", 18, 21, null, "es"),
        new("s6", "S1", "Ana", "Ahora vamos a lanzar la campaña.", "00:22", 22, 25, null, "es"),
    ];

    private readonly Evidence _evidence = new(new("es", [new("S1", "Ana"), new("S2", null), new("S3", null)], []), Turns);

    [Fact]
    public void A_claim_on_words_that_were_said_is_verified_with_their_moment()
    {
        var (segments, state, at) = _evidence.Of("Launch in March", "decidimos lanzar, en Marzo", [1]);

        Assert.Equal(["s1"], segments);
        Assert.Equal((EvidenceState.Verified, 1.0), (state, at));
    }

    [Fact]
    public void A_claim_on_hedged_words_is_tentative()
    {
        Assert.Equal(EvidenceState.Tentative, _evidence.Of("José lo prepara", "José lo prepare", [2]).State);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(new[] { 0 })]
    [InlineData(new[] { 3, 99, -1 })]
    public void A_claim_on_lines_that_are_not_there_is_unverified(int[]? numbers)
    {
        var (segments, state, at) = _evidence.Of("Contrataremos a diez personas", "contrataremos a diez personas", numbers);

        Assert.Equal(EvidenceState.Unverified, state);
        Assert.Empty(segments);
        Assert.Null(at);
    }

    [Theory]
    [InlineData("lanzar en abril")]
    [InlineData("anzar en marzo")]
    [InlineData("…")]
    [InlineData(null)]
    public void A_claim_whose_quote_nobody_said_is_unverified_whatever_lines_it_names(string? quote)
    {
        var (segments, state, at) = _evidence.Of("Decidimos lanzar en abril.", quote, [1]);

        Assert.Equal(EvidenceState.Unverified, state);
        Assert.Empty(segments);
        Assert.Null(at);
    }

    [Fact]
    public void A_quote_from_another_line_than_the_named_one_leads_to_where_it_was_said()
    {
        var (segments, state, at) = _evidence.Of("Se lanza en marzo", "lanzar en marzo", [2]);

        Assert.Equal(["s1"], segments);
        Assert.Equal((EvidenceState.Verified, 1.0), (state, at));
    }

    [Fact]
    public void A_quote_may_go_from_one_named_line_into_the_next()
    {
        Assert.Equal(["s1", "s2"], _evidence.Of("Lo prepara José", "en marzo. Tal vez José", [2, 1]).Segments);
    }

    [Theory]
    [InlineData("el", EvidenceState.Unverified)]
    [InlineData("contrato", EvidenceState.Unverified)]
    [InlineData("por la mañana", EvidenceState.Unverified)]
    [InlineData("el contrato queda", EvidenceState.Verified)]
    [InlineData("Yo me encargo.", EvidenceState.Verified)]
    public void A_quote_has_to_say_something_by_itself_or_be_a_whole_sentence(string quote, EvidenceState state)
    {
        Assert.Equal(state, _evidence.Of("El contrato se firmó.", quote, [3]).State);
    }

    [Fact]
    public void A_sentence_put_together_from_lines_that_are_apart_was_said_by_nobody()
    {
        Assert.Equal(EvidenceState.Unverified, _evidence.Of("Se lanza el presupuesto", "lanzar en marzo y el presupuesto", [1, 4]).State);
    }

    [Fact]
    public void Of_the_lines_that_a_claim_names_those_are_its_evidence_in_which_its_quote_stands()
    {
        var (segments, _, at) = _evidence.Of("Hay campaña", "vamos a lanzar la campaña", [1, 3, 6]);

        Assert.Equal(["s6"], segments);
        Assert.Equal(22, at);
    }

    [Fact]
    public void Only_the_sentence_that_is_quoted_makes_a_claim_tentative()
    {
        Assert.Equal(EvidenceState.Tentative, _evidence.Of("Llueve", "creo que llueve", [3]).State);
        Assert.Equal(EvidenceState.Verified, _evidence.Of("Está firmado", "el contrato queda firmado", [3]).State);
    }

    [Theory]
    [InlineData("S1", "el contrato queda firmado", EvidenceState.Verified)]
    [InlineData("Ana", "el contrato queda firmado", EvidenceState.Verified)]
    [InlineData("S2", "el contrato queda firmado", EvidenceState.Unverified)]
    [InlineData("Luis", "el contrato queda firmado", EvidenceState.Unverified)]
    [InlineData("Luis", "el presupuesto de Luis", EvidenceState.Verified)]
    [InlineData("Luis", "en la oficina vamos a lanzar", EvidenceState.Verified)]
    [InlineData("Ana", "en la oficina vamos a lanzar", EvidenceState.Unverified)]
    public void A_task_is_backed_by_its_owners_words_or_their_name_and_not_by_what_somebody_else_says(
        string owner, string quote, EvidenceState state)
    {
        Assert.Equal(state, _evidence.Of("La tarea", quote, [], _evidence.Owner(owner)).State);
    }

    [Theory]
    [InlineData("S1", "Ana")]
    [InlineData("ana", "ana")]
    [InlineData("Jose", "Jose")]
    [InlineData("Zoe", null)]
    [InlineData("la directora", null)]
    [InlineData("Ana y Luis", "Ana y Luis")]
    [InlineData(" ", null)]
    public void An_owner_is_somebody_who_speaks_or_is_spoken_of(string owner, string? kept)
    {
        Assert.Equal(kept, _evidence.Owner(owner));
    }
}

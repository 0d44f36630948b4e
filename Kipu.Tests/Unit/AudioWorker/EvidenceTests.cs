using Kipu.AudioWorker;

namespace Kipu.Tests;

public sealed class EvidenceTests
{
    private static readonly TranscriptTurn[] Turns =
    [
        new("s1", "S1", "Ana", "Decidimos lanzar en marzo.", "00:01", 1, 4, null, "es"),
        new("s2", "S2", "Voz 2", "Tal vez José lo prepare el viernes.", "00:05", 5, 8, null, "es"),
    ];

    private readonly Evidence _evidence = new(new("es", [new("S1", "Ana"), new("S2", null)], []), Turns);

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
    [InlineData("S1", "Ana")]
    [InlineData("ana", "ana")]
    [InlineData("Jose", "Jose")]
    [InlineData("Zoe", null)]
    [InlineData(" ", null)]
    public void An_owner_is_somebody_who_speaks_or_is_spoken_of(string owner, string? kept)
    {
        Assert.Equal(kept, _evidence.Owner(owner));
    }
}

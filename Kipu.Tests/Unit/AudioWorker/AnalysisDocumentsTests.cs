using Kipu.AudioWorker;

namespace Kipu.Tests;

public sealed class AnalysisDocumentsTests
{
    private static readonly MergedTranscript Transcript = new(
        "es", [new("S1", "Ana"), new("S2", "Luis")],
        [
            new("S1", 1, 8, "Decidimos lanzar la aplicación nueva en marzo con todos los clientes."),
            new("S2", 9, 14, "Creo que el presupuesto de la campaña alcanza para los próximos meses."),
            new("S2", 15, 18, "Yo preparo el informe de ventas."),
        ]);

    [Fact]
    public void The_executive_summary_has_only_sentences_that_rest_on_what_was_said()
    {
        var document = Write(ReadTranscript.Nothing with
        {
            ExecutiveSummary = Statements(
                ("Se lanza en marzo.", "lanzar la aplicación nueva"), ("Se contratan diez personas.", "contratamos diez personas")),
        });

        Assert.Equal("Se lanza en marzo.", document.ExecutiveSummary);
    }

    [Fact]
    public void Without_such_a_sentence_it_has_the_first_of_the_summary_that_were_said()
    {
        var document = Write(ReadTranscript.Nothing with
        {
            ExecutiveSummary = Statements(("Se contratan diez personas.", "el")),
            Summary = Statements(("Nadie lo dijo.", "nadie lo dijo"), ("Se lanza en marzo.", "lanzar la aplicación nueva")),
        });

        Assert.Equal("Se lanza en marzo.", document.ExecutiveSummary);
    }

    [Fact]
    public void A_task_of_one_that_is_quoted_from_another_is_unverified()
    {
        const string Text = "Preparar el informe";
        var document = Write(ReadTranscript.Nothing with
        {
            ActionItems = [new(Text, "yo preparo el informe", "S2", null, [3]), new(Text, "yo preparo el informe", "S1", null, [3])],
        });

        Assert.Equal(
            [("Luis", EvidenceState.Verified), ("Ana", EvidenceState.Unverified)], document.ActionItems.Select(a => (a.Owner!, a.State)));
    }

    [Fact]
    public void A_part_of_which_only_the_overlap_has_words_is_not_transcribed()
    {
        var document = Write(ReadTranscript.Nothing, keepFrom: 18);

        Assert.Equal(CoverageState.Stored, document.Coverage[^1].State);
    }

    [Fact]
    public async Task What_people_hedge_stays_tentative_when_the_embedded_engine_reads_it()
    {
        var read = await new EmbeddedReader().ReadAsync(Transcript, new(null, "spoken", []), new(2026, 11, 3), default);

        var document = Write(read);

        Assert.Equal(
            [EvidenceState.Verified, EvidenceState.Tentative],
            document.Summary.Where(s => s.Evidence is ["s1"] or ["s2"]).Select(s => s.State));
        Assert.StartsWith("Decidimos lanzar", document.ExecutiveSummary, StringComparison.Ordinal);
        Assert.Equal("kipu-reader", document.Engine.Reader);
    }

    private static ReadStatement[] Statements(params (string Text, string Quote)[] statements) =>
        [.. statements.Select(s => new ReadStatement(s.Text, s.Quote, []))];

    private static AnalysisDocument Write(ReadTranscript read, double keepFrom = 0)
    {
        var step = new JobStep
        {
            OrganizationId = Guid.NewGuid(),
            JobId = Guid.NewGuid(),
            Kind = StepKind.Segment,
            CreatedAt = DateTimeOffset.UnixEpoch,
            To = 20,
            KeepFrom = keepFrom,
            KeepTo = 20,
        };
        step.Complete(new("es", false, [], Transcript.Turns, new("gemini", "m", "m", "high"), []));
        return AnalysisDocuments.Write(
            new(20, null, [new(0, 20)], [], "low", false, []), [step], Transcript, read, null, DateTimeOffset.UnixEpoch);
    }
}

using System.Globalization;
using Kipu.Speech;

namespace Kipu.Tests;

public sealed class ReaderTests
{
    // A Tuesday.
    private static readonly DateOnly Meeting = new(2025, 1, 21);

    [Theory]
    [InlineData("reunion-es")]
    [InlineData("meeting-en")]
    public void Every_decision_and_task_of_a_written_meeting_is_found_and_nothing_else(string id)
    {
        var truth = Samples.TruthOf(id);

        var reading = Reader.Read(truth.Turns, null, Meeting);

        Assert.Equal(truth.Language, reading.Language);
        Assert.Equal(truth.Decisions.Select(decision => decision.Turn), reading.Decisions.Select(decision => decision.Segment));
        Assert.Equal(truth.Actions.Select(action => action.Turn), reading.Actions.Select(action => action.Segment));
        Assert.Equal(truth.Questions.Select(question => question.Turn), reading.Questions.Select(question => question.Segment));
        Assert.Equal(3, reading.Topics.Count);
    }

    [Theory]
    [InlineData("reunion-es")]
    [InlineData("meeting-en")]
    public void A_task_belongs_to_the_one_who_takes_it_or_is_called_by_name(string id)
    {
        var truth = Samples.TruthOf(id);

        var reading = Reader.Read(truth.Turns, truth.Language, Meeting);

        // In these transcripts the voices' ids are the people's names.
        Assert.Equal(truth.Actions.Select(action => action.Owner), reading.Actions.Select(action => action.Owner ?? action.OwnerSpeaker));
    }

    [Theory]
    [InlineData("es", "Lo entrego el viernes treinta y uno de enero.", "2025-01-31")]
    [InlineData("es", "A más tardar el miércoles.", "2025-01-22")]
    [InlineData("es", "Nos vemos el próximo martes.", "2025-01-28")]
    [InlineData("es", "Lo publico mañana.", "2025-01-22")]
    [InlineData("es", "Pasado mañana hablamos.", "2025-01-23")]
    [InlineData("es", "La feria es el 3 de enero.", "2026-01-03")]
    [InlineData("es", "El quince de marzo de 2027.", "2027-03-15")]
    [InlineData("es", "Antes de fin de mes.", "2025-01-31")]
    [InlineData("en", "I will do it by Friday.", "2025-01-24")]
    [InlineData("en", "On March 5th we move.", "2025-03-05")]
    [InlineData("en", "The fifth of January is a holiday.", "2026-01-05")]
    [InlineData("en", "Tomorrow we sign.", "2025-01-22")]
    [InlineData("en", "On February the twenty-first.", "2025-02-21")]
    [InlineData("en", "It is due 2025-02-10.", "2025-02-10")]
    public void A_day_said_in_words_is_a_day_of_the_meetings_calendar(string language, string said, string date)
    {
        var reading = Reader.Read([new SpokenSegment("1", 0, 3, said)], language, Meeting);

        Assert.Equal(date, Assert.Single(reading.Dates).Date.ToString("O", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("es", "Nos vemos a las nueve de la mañana.")]
    [InlineData("es", "El treinta y uno de febrero no existe.")]
    [InlineData("en", "We may march on.")]
    public void What_only_looks_like_a_day_is_none(string language, string said)
    {
        Assert.Empty(Reader.Read([new SpokenSegment("1", 0, 3, said)], language, Meeting).Dates);
    }

    [Theory]
    [InlineData("es", "Propongo un descuento del quince por ciento.")]
    [InlineData("es", "¿Decidimos lanzar la aplicación en febrero?")]
    [InlineData("es", "Todavía no decidimos nada.")]
    [InlineData("en", "If we decide to move, we need a truck.")]
    [InlineData("en", "We have not agreed on a price.")]
    public void A_proposal_or_a_question_is_no_decision(string language, string said)
    {
        Assert.Empty(Reader.Read([new SpokenSegment("1", 0, 3, said)], language, Meeting).Decisions);
    }

    [Theory]
    [InlineData("es", "Tal vez me encargo de la página.", true)]
    [InlineData("es", "Me encargo de la página.", false)]
    [InlineData("en", "Maybe I will write the report.", true)]
    [InlineData("en", "I will write the report.", false)]
    public void Hedged_talk_is_marked(string language, string said, bool tentative)
    {
        Assert.Equal(tentative, Assert.Single(Reader.Read([new SpokenSegment("1", 0, 3, said)], language, null).Actions).Tentative);
    }

    [Fact]
    public void The_summary_is_made_of_sentences_that_were_said_from_each_topic_without_courtesies()
    {
        var truth = Samples.TruthOf("reunion-es");

        var reading = Reader.Read(truth.Turns, "es", Meeting);

        Assert.InRange(reading.Summary.Count, 3, 8);
        Assert.All(reading.Summary, sentence => Assert.Contains(sentence.Text, truth.Turns[sentence.Segment].Text, StringComparison.Ordinal));
        Assert.DoesNotContain(reading.Summary, sentence => sentence.Text.Contains("gracias", StringComparison.OrdinalIgnoreCase));
        Assert.All(reading.Topics, topic => Assert.Contains(reading.Summary, s => s.At >= topic.Start && s.At < topic.End));
        Assert.Contains(reading.Keywords, keyword => keyword.Text.Contains("exportación", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_said_is_nothing_read()
    {
        var reading = Reader.Read([], null, Meeting);

        Assert.Null(reading.Title);
        Assert.Empty(reading.Summary);
        Assert.Empty(reading.Topics);
        Assert.Empty(reading.Actions);
    }
}

using Kipu.Gemini;
using Kipu.Voice;
using Microsoft.Extensions.Time.Testing;

namespace Kipu.Tests;

public sealed class TurnJournalTests
{
    private static readonly Guid Organization = Guid.NewGuid();
    private static readonly Guid Session = Guid.NewGuid();

    [Fact]
    public void Increments_of_both_sides_become_the_users_turn_and_then_the_agents()
    {
        var journal = New();
        journal.Hear("agent", "Se decidió");
        journal.Hear("user", "¿Qué se ");
        journal.Hear("agent", " abrir.");
        Assert.Equal("¿Qué se decidió?", journal.Hear("user", "decidió?").Text);

        var ended = journal.EndTurn();

        Assert.Equal([("user", "¿Qué se decidió?"), ("agent", "Se decidió abrir.")], ended.Select(t => (t.Role, t.Text)));
        Assert.All(ended, t => Assert.True(t.Final));
        Assert.Equal([0, 1], journal.Unsaved(null, null).Turns.Select(t => t.Ordinal));
        Assert.Empty(journal.EndTurn());
    }

    [Fact]
    public void Tokens_are_summed_over_the_session_and_stand_with_the_agents_turn()
    {
        var journal = New();
        journal.Hear("agent", "Sí.");
        journal.Count("gemini-3.8-live", new() { PromptTokens = 100, OutputTokens = 7, ThoughtTokens = 3 });
        journal.EndTurn();
        journal.Hear("agent", "No.");

        var told = journal.Count("gemini-3.8-live", new() { PromptTokens = 50, OutputTokens = 5 });
        journal.EndTurn();

        Assert.Equal(new(50, 5, 150, 15), told);
        var batch = journal.Unsaved("handle", "model");
        Assert.Equal((150, 15, 180), (batch.InputTokens, batch.OutputTokens, batch.CostMicros));
        Assert.Equal([(100, 10), (50, 5)], batch.Turns.Select(t => (t.InputTokens, t.OutputTokens)));
    }

    [Fact]
    public void What_was_stored_is_not_stored_again_and_a_failed_attempt_loses_nothing()
    {
        var journal = New();
        journal.Hear("user", "uno");
        journal.EndTurn();
        var first = journal.Unsaved(null, null);
        journal.Hear("user", "dos");
        journal.EndTurn();

        journal.Saved(first);

        Assert.Equal(["dos"], journal.Unsaved(null, null).Turns.Select(t => t.Text));
    }

    [Fact]
    public void A_conversation_that_is_taken_up_again_goes_on_after_what_was_said()
    {
        var before = new VoiceTurn
        {
            OrganizationId = Organization,
            SessionId = Session,
            Ordinal = 0,
            Role = "user",
            Text = "Hola",
            At = DateTimeOffset.UnixEpoch,
        };
        var journal = New(before);
        journal.Hear("agent", "Buenos días");

        journal.EndTurn();

        Assert.Equal(1, Assert.Single(journal.Unsaved(null, null).Turns).Ordinal);
        Assert.Equal([GeminiRole.User, GeminiRole.Model], journal.History.Select(t => t.Role));
    }

    private static TurnJournal New(params VoiceTurn[] turns)
    {
        var session = new VoiceSession { Id = Session, OrganizationId = Organization, RecordingId = Guid.NewGuid(), CreatedAt = DateTimeOffset.UnixEpoch };
        return new(new(session, Guid.NewGuid(), VoiceTicket.New(Organization), turns), new FakeTimeProvider());
    }
}

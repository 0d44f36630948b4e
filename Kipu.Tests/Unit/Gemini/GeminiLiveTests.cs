using System.Text;
using System.Text.Json;
using Kipu.Gemini;

namespace Kipu.Tests;

public sealed class GeminiLiveTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly LiveSetup Setup = new()
    {
        SystemInstruction = "Decisions:\nThe launch is on Friday.\nBudget:\nThe budget is 300 dollars.",
    };

    [Fact]
    public async Task A_written_question_is_answered_aloud_and_in_writing()
    {
        await using var talk = await Talk.StartAsync(Setup);

        await talk.Session.SendTextAsync("What is the budget?", default);
        var turn = await talk.UntilAsync<LiveTurnComplete>();

        Assert.Equal("The budget is 300 dollars.", Said(turn));
        Assert.All(turn.OfType<LiveAudio>(), audio => Assert.Equal(24_000, audio.SampleRate));
        Assert.InRange(turn.OfType<LiveAudio>().Sum(audio => audio.Pcm.Length) / 48_000.0, 1, 6);
        Assert.True(turn.FindIndex(e => e is LiveGenerationComplete) > turn.FindLastIndex(e => e is LiveAudio));
        Assert.True(turn.OfType<LiveUsage>().Single().Usage.OutputDetails[GeminiModality.Audio] > 0);
    }

    [Fact]
    public async Task The_model_calls_the_search_tool_and_answers_from_what_it_finds()
    {
        await using var talk = await Talk.StartAsync(Setup with
        {
            Functions = [new("search_recordings", "Searches what was said", [new("query", LiveParameterType.Text, "Words to look for")])],
        });

        await talk.Session.SendTextAsync("Who pays for the parking lot?", default);
        var call = (await talk.UntilAsync<LiveToolCall>()).OfType<LiveToolCall>().Single().Calls.Single();
        await talk.Session.SendToolResponsesAsync(
            [new(call.Id, call.Name, JsonSerializer.SerializeToElement(new { hits = new[] { new { text = "Marta pays for the parking lot." } } }))], default);
        var turn = await talk.UntilAsync<LiveTurnComplete>();

        Assert.Contains("parking", call.Arguments.GetProperty("query").GetString(), StringComparison.Ordinal);
        Assert.Equal("Marta pays for the parking lot.", Said(turn));
    }

    [Fact]
    public async Task A_voice_that_speaks_into_the_answer_interrupts_it()
    {
        await using var talk = await Talk.StartAsync(Setup, new() { ["Gemini:LiveSpeed"] = "1", ["Gemini:LiveWaitsForPlayback"] = "true" });
        await talk.Session.SendTextAsync("What is the budget, and when is the launch?", default);
        await talk.UntilAsync<LiveAudio>();

        await talk.Session.SendAudioAsync(Loud(milliseconds: 300), default);
        var turn = await talk.UntilAsync<LiveTurnComplete>();

        Assert.Contains(turn, happened => happened is LiveInterrupted);
        Assert.DoesNotContain(turn, happened => happened is LiveGenerationComplete);
    }

    [Fact]
    public async Task Pending_tool_calls_are_cancelled_by_an_interruption()
    {
        await using var talk = await Talk.StartAsync(Setup with
        {
            ManualActivity = true,
            Functions = [new("search_recordings", "Searches what was said", [new("query", LiveParameterType.Text, "Words")])],
        });
        await talk.Session.SendTextAsync("Who pays for the parking lot?", default);
        var call = (await talk.UntilAsync<LiveToolCall>()).OfType<LiveToolCall>().Single().Calls.Single();

        await talk.Session.SendActivityStartAsync(default);
        var turn = await talk.UntilAsync<LiveTurnComplete>();

        Assert.Equal([call.Id], turn.OfType<LiveToolCallCancelled>().Single().Ids);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_replaced_and_the_conversation_goes_on()
    {
        await using var talk = await Talk.StartAsync(Setup with { SystemInstruction = "Be brief." });
        await talk.Session.SendHistoryAsync([GeminiTurn.User("My dog is called Toby.")], default);
        await talk.Session.SendTextAsync("What colour is the moon?", default);
        await talk.UntilAsync<LiveTurnComplete>();
        await talk.UntilAsync<LiveResumable>();

        await talk.Gemini.Http.PostAsync("/_sim/live/drop", null);
        var reconnected = (await talk.UntilAsync<LiveReconnected>()).OfType<LiveReconnected>().Single();
        await talk.Session.SendTextAsync("What is the dog called?", default);
        var turn = await talk.UntilAsync<LiveTurnComplete>();

        Assert.Equal(new LiveReconnected(LiveCloseReason.ConnectionLost, IsResumed: true), reconnected);
        Assert.Equal("My dog is called Toby.", Said(turn));
    }

    [Fact]
    public async Task An_announced_end_is_answered_by_a_change_of_connection_between_turns()
    {
        await using var talk = await Talk.StartAsync(Setup);
        await talk.UntilAsync<LiveResumable>();

        await talk.Gemini.Http.PostAsync("/_sim/live/go-away?seconds=50", null);
        var events = await talk.UntilAsync<LiveReconnected>();
        await talk.Session.SendTextAsync("What is the budget?", default);

        Assert.Contains(new LiveGoingAway(TimeSpan.FromSeconds(50)), events);
        Assert.Equal(new LiveReconnected(LiveCloseReason.GoAway, IsResumed: true), events[^1]);
        Assert.Equal("The budget is 300 dollars.", Said(await talk.UntilAsync<LiveTurnComplete>()));
    }

    [Fact]
    public async Task A_session_that_falls_silent_is_reopened()
    {
        await using var talk = await Talk.StartAsync(Setup, new() { ["Gemini:LiveSilenceTimeout"] = "00:00:00.400" });
        await talk.UntilAsync<LiveResumable>();
        await talk.Gemini.FailNextAsync("silent");

        await talk.Session.SendTextAsync("What is the budget?", default);
        var events = await talk.UntilAsync<LiveReconnected>();

        Assert.Equal(new LiveReconnected(LiveCloseReason.Silent, IsResumed: true), events[^1]);
    }

    [Fact]
    public async Task A_state_that_is_gone_is_told_so_that_the_history_can_be_given_anew()
    {
        await using var talk = await Talk.StartAsync(Setup);
        await talk.UntilAsync<LiveResumable>();
        await talk.Gemini.Http.DeleteAsync("/_sim/live/handles");

        await talk.Gemini.Http.PostAsync("/_sim/live/drop", null);
        var events = await talk.UntilAsync<LiveReconnected>();

        Assert.False(((LiveReconnected)events[^1]).IsResumed);
    }

    [Theory]
    [InlineData(1007, "The input token count exceeds the maximum", LiveCloseReason.ContextExhausted)]
    [InlineData(1007, "Request contains an invalid argument.", LiveCloseReason.InvalidArgument)]
    [InlineData(1007, "API key expired. Please renew the API key.", LiveCloseReason.BadCredentials)]
    [InlineData(1008, "models/x is not found for API version v1beta", LiveCloseReason.ModelNotFound)]
    [InlineData(1011, "Resource exhausted (e.g. check quota).", LiveCloseReason.QuotaExhausted)]
    public async Task An_end_that_a_new_connection_cannot_mend_is_final(int code, string words, LiveCloseReason expected)
    {
        await using var talk = await Talk.StartAsync(Setup);
        await talk.UntilAsync<LiveResumable>();

        await talk.Gemini.Http.PostAsync($"/_sim/live/close?code={code}&reason={Uri.EscapeDataString(words)}", null);
        var events = await talk.UntilAsync<LiveClosed>();

        Assert.Equal(expected, ((LiveClosed)events[^1]).Reason);
        await Assert.ThrowsAsync<GeminiException>(() => talk.Session.SendTextAsync("Hello?", default));
    }

    [Theory]
    [InlineData(1011, "Internal error encountered.")]
    [InlineData(1008, "Operation is not implemented, or supported, or enabled.")]
    [InlineData(1001, "Time is up")]
    public async Task An_end_in_passing_is_answered_by_a_new_connection(int code, string words)
    {
        await using var talk = await Talk.StartAsync(Setup);
        await talk.UntilAsync<LiveResumable>();

        await talk.Gemini.Http.PostAsync($"/_sim/live/close?code={code}&reason={Uri.EscapeDataString(words)}", null);

        Assert.True(((LiveReconnected)(await talk.UntilAsync<LiveReconnected>())[^1]).IsResumed);
    }

    [Fact]
    public async Task A_session_gives_up_after_three_failures_in_a_row()
    {
        await using var talk = await Talk.StartAsync(Setup);
        await talk.UntilAsync<LiveResumable>();
        await talk.Gemini.FailNextAsync("refuse_setup", times: 3, code: 1011, reason: "Internal error encountered.");

        await talk.Gemini.Http.PostAsync("/_sim/live/drop", null);
        var events = await talk.UntilAsync<LiveClosed>();

        Assert.Equal(LiveCloseReason.Internal, ((LiveClosed)events[^1]).Reason);
    }

    [Fact]
    public async Task A_model_that_is_gone_is_replaced_by_the_next()
    {
        await using var talk = await Talk.StartAsync(
            Setup, new() { ["Gemini:LiveModels:0"] = "gemini-2.0-flash-live", ["Gemini:LiveModels:1"] = "gemini-3.1-flash-live-preview" });

        Assert.Equal("gemini-3.1-flash-live-preview", talk.Session.Model);
    }

    [Theory]
    [InlineData("gemini-3.8-live")]
    [InlineData("gemini-3.8-live-extended-thinking")]
    [InlineData("gemini-3.1-flash-live-preview")]
    public async Task Every_model_takes_the_setup_that_is_meant_for_it(string model)
    {
        await using var talk = await Talk.StartAsync(Setup with { Model = model });

        Assert.Equal(model, talk.Session.Model);
    }

    [Theory]
    [InlineData("bundled")]
    [InlineData("separate_usage")]
    [InlineData("text_frames")]
    [InlineData("interrupted_idle")]
    public async Task The_order_of_events_does_not_depend_on_how_messages_are_packed(string fault)
    {
        var gemini = await GeminiSimulatorHost.StartAsync();
        await gemini.FailNextAsync(fault);
        await using var talk = await Talk.StartWithAsync(gemini, Setup);

        await talk.Session.SendTextAsync("What is the budget?", default);
        var turn = await talk.UntilAsync<LiveTurnComplete>();

        Assert.Equal("The budget is 300 dollars.", Said(turn));
        Assert.True(turn.FindLastIndex(e => e is LiveAudio) < turn.FindIndex(e => e is LiveTurnComplete));
    }

    [Fact]
    public void Several_fields_of_one_message_come_in_a_sensible_order()
    {
        using var message = JsonDocument.Parse(
            """
            {"usageMetadata":{"promptTokenCount":5,"candidatesTokenCount":7},
             "serverContent":{"turnComplete":true,"generationComplete":true,"outputTranscription":{"text":"ho<ctrl46>la"},
              "modelTurn":{"parts":[{"inlineData":{"mimeType":"audio/pcm;rate=24000","data":"AAAA"}},{"text":"thinking","thought":true}]}},
             "goAway":{"timeLeft":"49.5s"},"sessionResumptionUpdate":{"newHandle":"h","resumable":true},"somethingNew":{}}
            """);

        var events = LiveMessages.Read(message.RootElement).ToList();

        Assert.Equal(
            [typeof(LiveAudio), typeof(LiveOutputTranscript), typeof(LiveUsage), typeof(LiveGenerationComplete), typeof(LiveTurnComplete), typeof(LiveResumable), typeof(LiveGoingAway)],
            events.Select(happened => happened.GetType()));
        Assert.Equal("hola", events.OfType<LiveOutputTranscript>().Single().Text);
        Assert.Equal(7, events.OfType<LiveUsage>().Single().Usage.OutputTokens);
        Assert.Equal(TimeSpan.FromSeconds(49.5), events.OfType<LiveGoingAway>().Single().TimeLeft);
    }

    private static string Said(IEnumerable<LiveEvent> turn) =>
        string.Concat(turn.OfType<LiveOutputTranscript>().Select(transcript => transcript.Text)).Trim();

    private static byte[] Loud(int milliseconds)
    {
        var samples = Enumerable.Range(0, 16 * milliseconds).Select(index => (short)(8000 * Math.Sin(index * 0.2)));
        return [.. samples.SelectMany(BitConverter.GetBytes)];
    }

    /// <summary>A conversation with the simulator whose events are read one after the other.</summary>
    private sealed class Talk : IAsyncDisposable
    {
        private readonly IAsyncEnumerator<LiveEvent> _events;
        private readonly CancellationTokenSource _patience = new(Patience);

        private Talk(GeminiSimulatorHost gemini, GeminiLiveSession session)
        {
            (Gemini, Session) = (gemini, session);
            _events = session.ReceiveAsync(_patience.Token).GetAsyncEnumerator();
        }

        public GeminiSimulatorHost Gemini { get; }

        public GeminiLiveSession Session { get; }

        public static async Task<Talk> StartAsync(LiveSetup setup, Dictionary<string, string?>? settings = null) =>
            await StartWithAsync(await GeminiSimulatorHost.StartAsync(settings), setup);

        public static async Task<Talk> StartWithAsync(GeminiSimulatorHost gemini, LiveSetup setup) =>
            new(gemini, await gemini.Live.ConnectAsync(setup, default));

        /// <summary>All events up to the first of a kind, that one included.</summary>
        public async Task<List<LiveEvent>> UntilAsync<T>()
            where T : LiveEvent
        {
            var events = new List<LiveEvent>();
            while (await _events.MoveNextAsync())
            {
                events.Add(_events.Current);
                if (_events.Current is T) return events;
                Assert.False(_events.Current is LiveClosed, $"Closed: {_events.Current}");
            }

            throw new InvalidOperationException(new StringBuilder().AppendJoin(", ", events).ToString());
        }

        public async ValueTask DisposeAsync()
        {
            await Session.DisposeAsync();
            await _events.DisposeAsync();
            _patience.Dispose();
            await Gemini.DisposeAsync();
        }
    }
}

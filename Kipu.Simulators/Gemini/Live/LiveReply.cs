using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>One answer: understood, looked up, spoken; or broken off.</summary>
internal sealed class LiveReply(
    LiveServer server, LiveSocket socket, LiveSetup setup, LivePendingCalls calls, LiveMemory memory, CancellationToken cancellationToken)
{
    private const int TokensPerSecond = 25;

    private GeminiFault? _fault;
    private string? _heard;
    private double _spokenSeconds;

    /// <summary>Whether the client has got anything of the answer.</summary>
    public bool HasBegun { get; private set; }

    public LiveMemory Memory { get; private set; } = memory;

    public async Task RunAsync(Func<Task> answer)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            _fault = server.Faults.Take(
                "live", "close", "drop", "silent", "late_input_transcript", "tool_cancelled", "burst", "separate_usage", "bundled", "interrupted_idle");
            if (_fault?.Kind is "drop")
            {
                socket.Drop();
            }
            else if (_fault?.Kind is "close")
            {
                await socket.CloseAsync(_fault.Code ?? 1011, _fault.Reason ?? "Internal error encountered.");
            }
            else
            {
                await answer();
            }
        }
        catch (OperationCanceledException)
        {
            await BreakOffAsync();
        }
        catch (Exception exception)
        {
            LiveServer.LogFailed(server.Logger, exception);
            await socket.CloseAsync(1011, "Internal error encountered.");
        }
    }

    public async Task AnswerSpeechAsync(byte[] pcm)
    {
        var audio = GeminiAudio.Pcm(pcm, LiveSpeechDetector.SampleRate);
        Memory = Memory with { AudioSeconds = Memory.AudioSeconds + ((double)pcm.Length / sizeof(short) / LiveSpeechDetector.SampleRate) };
        var heard = await server.Ear.HearAsync(audio, setup.Language, cancellationToken);
        _heard = string.Join(' ', (heard.Transcript?.Segments ?? []).Select(segment => segment.Text)).Trim();
        if (_fault?.Kind is not "late_input_transcript") await TellHeardAsync();
        await AnswerAsync(_heard, isInMemory: false);
    }

    public async Task AnswerAsync(string asked, bool isInMemory)
    {
        if (_fault?.Kind is "silent") return;

        var language = asked.Length > 0 ? GeminiWords.Language(asked) : setup.Language;
        var before = Memory.Text;
        if (!isInMemory) Memory = Memory.With("user", asked);
        var answer = asked.Length > 0 ? await FindAsync(asked, before, language) : GeminiAnswers.NotUnderstood(language);
        await SpeakAsync(answer, GeminiWords.Language(answer));
        Memory = Memory.With("model", answer);
        await EndTurnAsync();
    }

    private async Task<string> FindAsync(string asked, string before, string language)
    {
        if (setup.SearchTool is { } tool && GeminiAnswers.TellingWords(asked, setup.Material) is { Length: > 0 } words
            && GeminiAnswers.Find(asked, GeminiAnswers.Flatten(await CallAsync(tool, words))) is { } found)
        {
            return found;
        }

        return GeminiAnswers.Find(asked, setup.Material + "\n" + before) ?? GeminiAnswers.Nothing(language);
    }

    private async Task<JsonNode?> CallAsync(LiveTool tool, string query)
    {
        var (id, answer) = calls.Add();
        HasBegun = true;
        await socket.SendAsync(new()
        {
            ["toolCall"] = new JsonObject
            {
                ["functionCalls"] = new JsonArray(new JsonObject
                {
                    ["id"] = id,
                    ["name"] = tool.Name,
                    ["args"] = new JsonObject { [tool.QueryParameter] = query },
                }),
            },
        }, cancellationToken);
        if (setup.WantsHandles) await socket.SendAsync(new() { ["sessionResumptionUpdate"] = new JsonObject { ["resumable"] = false } }, cancellationToken);
        if (_fault?.Kind is not "tool_cancelled") return await answer.WaitAsync(cancellationToken);

        await CancelCallsAsync();
        return null;
    }

    private async Task SpeakAsync(string answer, string language)
    {
        var started = server.Time.GetTimestamp();
        var voice = setup.LanguageCode is { } code && code.StartsWith(language, StringComparison.OrdinalIgnoreCase) ? code : language;
        JsonObject? held = null;
        foreach (var sentence in GeminiWords.Sentences(answer))
        {
            if (setup.TranscribesOutput) await ContentAsync(new() { ["outputTranscription"] = new JsonObject { ["text"] = $"{sentence} " } });
            await foreach (var frame in server.Synthesizer.SpeakAsync(sentence, voice, LiveVoice.SampleRate, cancellationToken))
            {
                if (held is not null) await ContentAsync(held);
                held = new() { ["modelTurn"] = LiveVoice.ModelTurn(frame.Span) };
                _spokenSeconds += (double)frame.Length / sizeof(short) / LiveVoice.SampleRate;
                await PaceAsync(started, server.Options.LiveSpeed);
            }
        }

        if (_fault?.Kind is "bundled")
        {
            held ??= [];
            held["generationComplete"] = true;
            held["turnComplete"] = true;
            await socket.SendAsync(new() { ["serverContent"] = held, ["usageMetadata"] = Usage() }, cancellationToken);
            return;
        }

        if (held is not null) await ContentAsync(held);
        await ContentAsync(new() { ["generationComplete"] = true });
        if (server.Options.LiveWaitsForPlayback) await PaceAsync(started, speed: 1);
    }

    private async Task EndTurnAsync()
    {
        switch (_fault?.Kind)
        {
            case "bundled":
                return;
            case "separate_usage":
                await ContentAsync(new() { ["turnComplete"] = true });
                await socket.SendAsync(new() { ["usageMetadata"] = Usage() }, cancellationToken);
                return;
        }

        await socket.SendAsync(new() { ["serverContent"] = new JsonObject { ["turnComplete"] = true }, ["usageMetadata"] = Usage() }, cancellationToken);
        if (_fault?.Kind is "late_input_transcript") await TellHeardAsync();
        if (_fault?.Kind is "interrupted_idle") await ContentAsync(new() { ["interrupted"] = true });
    }

    private async Task BreakOffAsync()
    {
        if (!HasBegun) return;

        try
        {
            await CancelCallsAsync();
            await SendAsync(new() { ["serverContent"] = new JsonObject { ["interrupted"] = true } });
            await SendAsync(new() { ["serverContent"] = new JsonObject { ["turnComplete"] = true }, ["usageMetadata"] = Usage() });
        }
        catch (OperationCanceledException)
        {
            // Broken off because the client has gone: there is nobody to be told.
        }
    }

    private async Task CancelCallsAsync()
    {
        if (calls.Ids is not { Count: > 0 } ids) return;

        calls.Clear();
        await SendAsync(new()
        {
            ["toolCallCancellation"] = new JsonObject { ["ids"] = new JsonArray([.. ids.Select(id => JsonValue.Create(id))]) },
        });
    }

    private async Task TellHeardAsync()
    {
        if (!setup.TranscribesInput) return;

        // In small groups of words, as they would come from somebody who is still listening.
        foreach (var words in (_heard ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Chunk(3))
        {
            await socket.SendAsync(
                new() { ["serverContent"] = new JsonObject { ["inputTranscription"] = new JsonObject { ["text"] = $" {string.Join(' ', words)}" } } },
                cancellationToken);
        }
    }

    private async Task ContentAsync(JsonObject content)
    {
        cancellationToken.ThrowIfCancellationRequested();
        HasBegun = true;
        await socket.SendAsync(new() { ["serverContent"] = content }, cancellationToken);
    }

    private Task SendAsync(JsonObject message) => socket.SendAsync(message, CancellationToken.None);

    private Task PaceAsync(long started, double speed)
    {
        var due = TimeSpan.FromSeconds(_spokenSeconds / speed) - server.Time.GetElapsedTime(started);
        return due > TimeSpan.Zero && _fault?.Kind is not "burst" ? Task.Delay(due, server.Time, cancellationToken) : Task.CompletedTask;
    }

    // The whole context is counted again in each turn.
    private JsonObject Usage()
    {
        var text = GeminiTokens.OfText(setup.Instruction) + GeminiTokens.OfText(Memory.Text);
        var heard = (int)Math.Ceiling(Memory.AudioSeconds * TokensPerSecond);
        var spoken = (int)Math.Ceiling(_spokenSeconds * TokensPerSecond);
        return new()
        {
            ["promptTokenCount"] = text + heard,
            ["responseTokenCount"] = spoken,
            ["totalTokenCount"] = text + heard + spoken,
            ["promptTokensDetails"] = new JsonArray(
                new JsonObject { ["modality"] = "TEXT", ["tokenCount"] = text }, new JsonObject { ["modality"] = "AUDIO", ["tokenCount"] = heard }),
            ["responseTokensDetails"] = new JsonArray(new JsonObject { ["modality"] = "AUDIO", ["tokenCount"] = spoken }),
        };
    }
}

/// <summary>Spoken audio on the wire.</summary>
internal static class LiveVoice
{
    public const int SampleRate = 24_000;

    public static JsonObject ModelTurn(ReadOnlySpan<byte> pcm) => new()
    {
        ["role"] = "model",
        ["parts"] = new JsonArray(new JsonObject
        {
            ["inlineData"] = new JsonObject { ["mimeType"] = $"audio/pcm;rate={SampleRate}", ["data"] = Convert.ToBase64String(pcm) },
        }),
    };
}

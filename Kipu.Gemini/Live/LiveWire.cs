using System.Text.Json.Nodes;

namespace Kipu.Gemini;

/// <summary>The messages that we send: one object each, with exactly one key at its top.</summary>
internal static class LiveWire
{
    public const int InputSampleRate = 16_000;

    public static JsonObject Setup(LiveSetup setup, string model, string modelResource, string? handle)
    {
        var quirks = LiveModelQuirks.Of(model);
        var body = new JsonObject
        {
            ["model"] = modelResource,
            ["generationConfig"] = GenerationConfig(setup, quirks),
            ["inputAudioTranscription"] = new JsonObject(),
            ["outputAudioTranscription"] = new JsonObject(),
            ["sessionResumption"] = handle is null ? new JsonObject() : new JsonObject { ["handle"] = handle },
            // Without it a session of audio ends after a quarter of an hour.
            ["contextWindowCompression"] = new JsonObject { ["slidingWindow"] = new JsonObject() },
            ["realtimeInputConfig"] = RealtimeInput(setup),
        };
        if (setup.SystemInstruction is { } text) body["systemInstruction"] = Content("user", text);
        if (setup.Functions.Count > 0) body["tools"] = new JsonArray(new JsonObject { ["functionDeclarations"] = Functions(setup.Functions) });
        if (quirks.SeedsHistoryOnlyAtStart) body["historyConfig"] = new JsonObject { ["initialHistoryInClientContent"] = true };
        return new() { ["setup"] = body };
    }

    public static JsonObject Audio(ReadOnlySpan<byte> pcm) => Realtime("audio", new JsonObject
    {
        ["mimeType"] = $"audio/pcm;rate={InputSampleRate}",
        ["data"] = Convert.ToBase64String(pcm),
    });

    public static JsonObject Text(string text) => Realtime("text", text);

    public static JsonObject ActivityStart() => Realtime("activityStart", new JsonObject());

    public static JsonObject ActivityEnd() => Realtime("activityEnd", new JsonObject());

    public static JsonObject AudioStreamEnd() => Realtime("audioStreamEnd", true);

    public static JsonObject Turns(IEnumerable<GeminiTurn> turns, bool turnComplete) => new()
    {
        ["clientContent"] = new JsonObject
        {
            ["turns"] = new JsonArray([.. turns.Select(turn => Content(
                turn.Role is GeminiRole.User ? "user" : "model",
                string.Concat(turn.Parts.OfType<GeminiPart.TextPart>().Select(part => part.Text))))]),
            ["turnComplete"] = turnComplete,
        },
    };

    public static JsonObject ToolResponses(IEnumerable<LiveToolResponse> responses) => new()
    {
        ["toolResponse"] = new JsonObject
        {
            ["functionResponses"] = new JsonArray([.. responses.Select(response => new JsonObject
            {
                ["id"] = response.Id,
                ["name"] = response.Name,
                ["response"] = new JsonObject { [response.IsError ? "error" : "output"] = JsonNode.Parse(response.Output.GetRawText()) },
            })]),
        },
    };

    private static JsonObject GenerationConfig(LiveSetup setup, LiveModelQuirks quirks)
    {
        var speech = new JsonObject
        {
            ["voiceConfig"] = new JsonObject { ["prebuiltVoiceConfig"] = new JsonObject { ["voiceName"] = setup.VoiceName } },
        };
        if (setup.LanguageCode is { } language) speech["languageCode"] = language;

        // No temperature: 0 has made models run away or fall silent.
        var config = new JsonObject { ["responseModalities"] = new JsonArray("AUDIO"), ["speechConfig"] = speech };
        if (quirks.NeedsThinkingLevel)
        {
            config["thinkingConfig"] = new JsonObject { ["thinkingLevel"] = setup.Thinking.ToString().ToUpperInvariant() };
        }

        return config;
    }

    private static JsonObject RealtimeInput(LiveSetup setup)
    {
        var detection = new JsonObject { ["disabled"] = setup.ManualActivity };
        if (setup is { ManualActivity: false, EndOfSpeechSilence: { } silence })
        {
            detection["silenceDurationMs"] = (int)silence.TotalMilliseconds;
        }

        return new()
        {
            ["automaticActivityDetection"] = detection,
            ["activityHandling"] = setup.Interruptible ? "START_OF_ACTIVITY_INTERRUPTS" : "NO_INTERRUPTION",
        };
    }

    private static JsonArray Functions(IEnumerable<LiveFunction> functions) => new([.. functions.Select(function => new JsonObject
    {
        ["name"] = function.Name,
        ["description"] = function.Description,
        ["parameters"] = new JsonObject
        {
            ["type"] = "OBJECT",
            ["properties"] = new JsonObject(function.Parameters.Select(parameter => KeyValuePair.Create(
                parameter.Name,
                (JsonNode?)new JsonObject
                {
                    ["type"] = TypeName(parameter.Type),
                    ["description"] = parameter.Description,
                }))),
            ["required"] = new JsonArray([.. function.Parameters.Where(p => p.IsRequired).Select(p => JsonValue.Create(p.Name))]),
        },
    })]);

    private static string TypeName(LiveParameterType type) => type switch
    {
        LiveParameterType.Text => "STRING",
        LiveParameterType.WholeNumber => "INTEGER",
        LiveParameterType.Number => "NUMBER",
        _ => "BOOLEAN",
    };

    private static JsonObject Content(string role, string text) =>
        new() { ["role"] = role, ["parts"] = new JsonArray(new JsonObject { ["text"] = text }) };

    private static JsonObject Realtime(string field, JsonNode value) => new() { ["realtimeInput"] = new JsonObject { [field] = value } };
}

using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>What a voice session was set up to be, checked as the models check it.</summary>
internal sealed class LiveSetup
{
    private LiveSetup(GeminiModel model, JsonObject setup)
    {
        Model = model;
        Handle = (string?)setup["sessionResumption"]?["handle"];
        WantsHandles = setup["sessionResumption"] is not null;
        TranscribesInput = setup["inputAudioTranscription"] is not null;
        TranscribesOutput = setup["outputAudioTranscription"] is not null;
        LanguageCode = (string?)setup["generationConfig"]?["speechConfig"]?["languageCode"];
        IsInterruptible = (string?)setup["realtimeInputConfig"]?["activityHandling"] is not "NO_INTERRUPTION";
        var detection = setup["realtimeInputConfig"]?["automaticActivityDetection"];
        IsManual = detection?["disabled"]?.GetValue<bool>() is true;
        Detector = new(
            (string?)detection?["startOfSpeechSensitivity"] is "START_SENSITIVITY_LOW" ? 700 : 250,
            Milliseconds(detection?["prefixPaddingMs"], 60),
            Milliseconds(detection?["silenceDurationMs"], (string?)detection?["endOfSpeechSensitivity"] is "END_SENSITIVITY_LOW" ? 800 : 500));
        Update(setup);
    }

    public GeminiModel Model { get; }

    public string? Handle { get; }

    public bool WantsHandles { get; }

    public bool TranscribesInput { get; }

    public bool TranscribesOutput { get; }

    public string? LanguageCode { get; }

    public bool IsInterruptible { get; }

    public bool IsManual { get; }

    public LiveSpeechDetector Detector { get; }

    public string Instruction { get; private set; } = "";

    /// <summary>What the instructions give to talk about.</summary>
    public string Material => GeminiAnswers.Material(Instruction);

    public LiveTool? SearchTool { get; private set; }

    /// <summary>The language to expect: the one asked for, or else that of what is talked about.</summary>
    public string Language => LanguageCode is { Length: >= 2 } code ? code[..2].ToLowerInvariant() : GeminiWords.Language(Material);

    /// <exception cref="GeminiRefusal">The model refuses it.</exception>
    public static LiveSetup Read(JsonObject setup, string version)
    {
        var name = (string?)setup["model"] ?? throw GeminiRefusal.Invalid("setup.model is missing.");
        name = name[(name.LastIndexOf('/') + 1)..];
        if (GeminiModels.Find(name) is not { Kind: GeminiModelKind.Voice } model) throw GeminiRefusal.NoModel(name, version, "bidiGenerateContent");

        var config = setup["generationConfig"];
        var modalities = (config?["responseModalities"] as JsonArray ?? []).Select(modality => (string?)modality).ToList();
        if (modalities.Count > 0 && modalities is not ["AUDIO"]) throw GeminiRefusal.Invalid("This model answers in AUDIO only.");

        var thinking = config?["thinkingConfig"];
        if (model.NeedsThinking && (thinking?["thinkingLevel"] ?? thinking?["thinkingBudget"]) is null)
        {
            throw GeminiRefusal.Invalid("Thinking level is required for this model.");
        }

        if (!model.NeedsThinking && thinking is not null) throw GeminiRefusal.Invalid("Thinking level is not supported for this model.");
        if (thinking?["thinkingLevel"] is not null && thinking["thinkingBudget"] is not null)
        {
            throw GeminiRefusal.Invalid("You can only set one of thinking budget and thinking level.");
        }

        if (config?["enableAffectiveDialog"] is not null) throw GeminiRefusal.Invalid("enable_affective_dialog is not supported for this model.");
        if (setup["proactivity"]?["proactiveAudio"]?.GetValue<bool>() is false) throw GeminiRefusal.Invalid("Proactive audio can't be disabled for this model.");
        return new(model, setup);
    }

    /// <summary>Changes what may change in a running session.</summary>
    public void Update(JsonObject update)
    {
        if (update["systemInstruction"] is { } instruction)
        {
            Instruction = string.Join('\n', (instruction["parts"] as JsonArray ?? []).Select(part => (string?)part?["text"]));
        }

        if (update["tools"] is JsonArray tools)
        {
            SearchTool = tools.SelectMany(tool => tool?["functionDeclarations"] as JsonArray ?? []).OfType<JsonObject>()
                .Select(LiveTool.Read).OfType<LiveTool>().FirstOrDefault();
        }
    }

    private static TimeSpan Milliseconds(JsonNode? node, int otherwise) => TimeSpan.FromMilliseconds(node?.GetValue<int>() ?? otherwise);
}

/// <summary>A declared function that finds something by words.</summary>
internal sealed record LiveTool(string Name, string QueryParameter)
{
    private static readonly string[] Searching = ["search", "find", "query", "look", "busc", "encuentr", "consult"];
    private static readonly string[] Queries = ["query", "q", "text", "question", "words", "keywords", "terms", "consulta", "pregunta", "palabras"];

    /// <returns>Null when it is another kind of function.</returns>
    public static LiveTool? Read(JsonObject declaration)
    {
        var about = $"{declaration["name"]} {declaration["description"]}";
        if (!Searching.Any(word => about.Contains(word, StringComparison.OrdinalIgnoreCase))) return null;

        var properties = (declaration["parameters"] ?? declaration["parametersJsonSchema"])?["properties"] as JsonObject ?? [];
        var texts = properties
            .Where(pair => string.Equals((string?)pair.Value?["type"], "string", StringComparison.OrdinalIgnoreCase))
            .Select(pair => pair.Key).ToList();
        var query = texts.Find(name => Queries.Contains(name.ToLowerInvariant())) ?? (texts is [var only] ? only : null);
        return query is null || (string?)declaration["name"] is not { } tool ? null : new(tool, query);
    }
}

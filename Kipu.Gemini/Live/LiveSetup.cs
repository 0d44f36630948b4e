namespace Kipu.Gemini;

/// <summary>What a voice session is to be. What a model forbids is left out by <see cref="LiveModelQuirks"/>.</summary>
public sealed record LiveSetup
{
    /// <summary>A model of the caller's choice; otherwise those of <see cref="GeminiOptions.LiveModels"/>, in their order.</summary>
    public string? Model { get; init; }

    public string? SystemInstruction { get; init; }

    /// <summary>One of Google's prebuilt voices.</summary>
    public string VoiceName { get; init; } = "Kore";

    /// <summary>Language of the answers, such as es-US; the model's own choice when null.</summary>
    public string? LanguageCode { get; init; }

    public IReadOnlyList<LiveFunction> Functions { get; init; } = [];

    /// <summary>True: the caller marks the beginning and the end of speech itself. False: Gemini listens for them.</summary>
    public bool ManualActivity { get; init; }

    /// <summary>Whether the user's voice cuts the answer off.</summary>
    public bool Interruptible { get; init; } = true;

    /// <summary>Quiet time after which Gemini takes the user's turn for finished; its own choice when null.</summary>
    public TimeSpan? EndOfSpeechSilence { get; init; }

    /// <summary>Only for models that think aloud; the others are not told.</summary>
    public GeminiThinking Thinking { get; init; } = GeminiThinking.Low;

    /// <summary>Goes on with an earlier session, up to two hours after its end.</summary>
    public string? ResumptionHandle { get; init; }
}

/// <summary>A tool that the model may call.</summary>
public sealed record LiveFunction(string Name, string Description, IReadOnlyList<LiveParameter> Parameters);

public enum LiveParameterType
{
    Text,
    WholeNumber,
    Number,
    Flag,
}

public sealed record LiveParameter(string Name, LiveParameterType Type, string Description, bool IsRequired = true);

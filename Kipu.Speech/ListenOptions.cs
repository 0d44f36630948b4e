namespace Kipu.Speech;

/// <summary>Which part of a file to measure.</summary>
public record MeasureOptions
{
    /// <summary>Seconds into the file; null from its start. Times in the result count from the file's start all the same.</summary>
    public double? From { get; init; }

    /// <summary>Seconds into the file; null to its end.</summary>
    public double? To { get; init; }

    /// <summary>Nothing is decoded beyond so many seconds; the plan's longest recording.</summary>
    public double MaxSeconds { get; init; } = 8 * 3600;

    /// <summary>How many people speak, where somebody knows it.</summary>
    public int? Speakers { get; init; }
}

/// <summary>How to listen to a recording.</summary>
public sealed record ListenOptions : MeasureOptions
{
    /// <summary>What the user says the language is (<c>es</c>, <c>en</c>, ...); null lets the engine find out.</summary>
    public string? Language { get; init; }

    /// <summary>The day of the meeting, by which "on Friday" becomes a date; null leaves dates relative.</summary>
    public DateOnly? MeetingDate { get; init; }

    /// <summary>Names and terms of the organization; a hint to recognisers that take one.</summary>
    public IReadOnlyList<string> Terms { get; init; } = [];
}

/// <summary>How to find the words in a part of a recording that was measured before.</summary>
public sealed record TranscribeOptions
{
    /// <summary>Seconds into the file; null from its start.</summary>
    public double? From { get; init; }

    /// <summary>Seconds into the file; null to its end.</summary>
    public double? To { get; init; }

    /// <summary>Speech of the whole recording as <see cref="MeasuredAudio"/> has it; only this is listened to.</summary>
    public required IReadOnlyList<TimeRange> Speech { get; init; }

    /// <summary>Turns of the whole recording; each word goes to the voice that speaks at its time.</summary>
    public required IReadOnlyList<VoiceTurn> Turns { get; init; }

    /// <summary>What the user says the language is; null lets the engine find out.</summary>
    public string? Language { get; init; }

    /// <summary>Names and terms of the organization; a hint to recognisers that take one.</summary>
    public IReadOnlyList<string> Terms { get; init; } = [];

    /// <summary>Where the part's sound lies while it is listened to; the temporary folder when not set.</summary>
    public string? ScratchFolder { get; init; }
}

/// <summary>The words of a part, or the reasons why there are none.</summary>
/// <param name="Transcript">The words.</param>
/// <param name="Engine">What heard them.</param>
/// <param name="Unheard">Stretches of speech that the recogniser gave up, in order; another attempt may hear them.</param>
public sealed record Transcription(Transcript? Transcript, EngineReport Engine, IReadOnlyList<TimeRange> Unheard);

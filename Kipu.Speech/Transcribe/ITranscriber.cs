namespace Kipu.Speech;

/// <summary>Writes down what is said. Which one may is configured and reported, never chosen in silence.</summary>
internal interface ITranscriber
{
    /// <summary>As configuration and reports name it.</summary>
    string Name { get; }

    /// <summary>The language it knows; null for one that knows many and recognises them itself.</summary>
    string? Language { get; }

    /// <summary><c>high</c>, <c>medium</c> or <c>low</c>: what its words are worth.</summary>
    string Confidence { get; }

    /// <summary>A reason code that goes with every word of it; null when there is nothing to warn of.</summary>
    string? Warning { get; }

    /// <summary>False when its program or its model isn't on this machine.</summary>
    bool IsInstalled { get; }

    /// <summary>The acoustic model and its digest.</summary>
    ModelCard Model { get; }

    /// <summary>How well the sound fits the model, before a word is believed; null for one that judges languages itself.</summary>
    Task<GateScore?> ScoreAsync(IReadOnlyList<Utterance> utterances, CancellationToken cancellationToken);

    Task<Recognition> TranscribeAsync(
        IReadOnlyList<Utterance> utterances, RecognitionHints hints, IProgress<double>? progress, CancellationToken cancellationToken);
}

internal sealed record ModelCard(string Name, string? Sha256);

/// <param name="Score">How well the sound fits: a median a frame, higher is better.</param>
/// <param name="Seconds">Seconds of speech it was measured on.</param>
/// <param name="Passed">True when the recogniser may be believed.</param>
internal sealed record GateScore(double Score, double Seconds, bool Passed);

/// <param name="Language">The language that the user named.</param>
/// <param name="Terms">Names and terms of the organization.</param>
internal sealed record RecognitionHints(string? Language, IReadOnlyList<string> Terms);

/// <param name="Utterances">Those in which words were found.</param>
/// <param name="GivenUp">Those that the recogniser failed on.</param>
internal sealed record Recognition(IReadOnlyList<HeardUtterance> Utterances, IReadOnlyList<Utterance> GivenUp);

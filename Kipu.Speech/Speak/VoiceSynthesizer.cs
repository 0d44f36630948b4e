namespace Kipu.Speech;

/// <summary>Speaks text with the free voices of espeak-ng and flite, sentence by sentence.</summary>
public sealed class VoiceSynthesizer
{
    /// <summary>Speaks; the first frame comes while the rest is still being spoken. Stop enumerating, or cancel, to fall silent.</summary>
    /// <param name="text">Plain text.</param>
    /// <param name="language"><c>es</c> or <c>en</c>, with or without a region (<c>es-CO</c>).</param>
    /// <param name="sampleRate">8,000 to 48,000.</param>
    /// <param name="cancellationToken">Ends the speaking process.</param>
    /// <returns>PCM16 little-endian mono, in frames of at most 40 ms.</returns>
    public IAsyncEnumerable<ReadOnlyMemory<byte>> SpeakAsync(
        string text, string language, int sampleRate, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}

using Kipu.Speech;

namespace Kipu.Simulators;

/// <summary>Listens to audio with Kipu's embedded engine.</summary>
internal sealed class GeminiEar(SpeechEngine engine, GeminiFileStore store) : IDisposable
{
    // A recogniser fills a core; more of them at once only wait for each other. Talk doesn't queue behind recordings.
    private readonly SemaphoreSlim _recordings = new(Environment.ProcessorCount);

    public async Task<GeminiFacts> ListenAsync(IReadOnlyList<GeminiAudio> audio, string? language, CancellationToken cancellationToken)
    {
        var parts = new List<GeminiFacts>();
        await _recordings.WaitAsync(cancellationToken);
        try
        {
            foreach (var piece in audio)
            {
                parts.Add(GeminiFacts.From(await HearAsync(piece, language, cancellationToken), parts.Sum(part => part.Seconds)));
            }
        }
        finally
        {
            _recordings.Release();
        }

        return GeminiFacts.Join(parts);
    }

    public void Dispose() => _recordings.Dispose();

    /// <param name="audio">A file, or bytes.</param>
    /// <param name="language">What is known of its language; a short question is too short to tell.</param>
    /// <param name="cancellationToken">Ends listening.</param>
    public async Task<HeardRecording> HearAsync(GeminiAudio audio, string? language, CancellationToken cancellationToken)
    {
        var scratch = audio.Path is null ? store.ScratchFile() : null;
        try
        {
            if (scratch is not null) await File.WriteAllBytesAsync(scratch, audio.Bytes, cancellationToken);
            return await engine.ListenAsync(scratch ?? audio.Path!, new ListenOptions { Language = language }, progress: null, cancellationToken);
        }
        catch (MediaRefusedException exception)
        {
            throw GeminiRefusal.Invalid($"Unable to process the input audio: {exception.Message}");
        }
        finally
        {
            if (scratch is not null) File.Delete(scratch);
        }
    }
}

/// <summary>Audio of a request: a file of ours, or bytes that came within it.</summary>
internal sealed record GeminiAudio(string? Path, byte[] Bytes)
{
    public static GeminiAudio File(string path) => new(path, []);

    /// <summary>16-bit mono PCM as a WAV file.</summary>
    public static GeminiAudio Pcm(ReadOnlySpan<byte> pcm, int sampleRate)
    {
        using var stream = new MemoryStream(44 + pcm.Length);
        using var writer = new BinaryWriter(stream);
        writer.Write("RIFF"u8);
        writer.Write(36 + pcm.Length);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(sampleRate);
        writer.Write(sampleRate * sizeof(short));
        writer.Write((short)sizeof(short));
        writer.Write((short)16);
        writer.Write("data"u8);
        writer.Write(pcm.Length);
        writer.Write(pcm);
        return new(null, stream.ToArray());
    }
}

using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.Options;

namespace Kipu.Speech;

/// <summary>Speaks text with the free voices of espeak-ng and flite, sentence by sentence.</summary>
public sealed class VoiceSynthesizer(IOptions<SpeechOptions> options)
{
    private const int LongestSentence = 300;
    private const int FramesPerSecond = 50;

    /// <summary>Speaks; the first frame comes while the rest is still being spoken. Stop enumerating, or cancel, to fall silent.</summary>
    /// <param name="text">Plain text.</param>
    /// <param name="language"><c>es</c> or <c>en</c>, with or without a region (<c>es-CO</c>); any other is spoken by the Spanish
    /// voice.</param>
    /// <param name="sampleRate">8,000 to 48,000.</param>
    /// <param name="cancellationToken">Ends the speaking process.</param>
    /// <returns>PCM16 little-endian mono, in frames of 20 ms; only the last one may be shorter.</returns>
    /// <exception cref="ProgramMissingException">The voice's program isn't installed.</exception>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> SpeakAsync(
        string text, string language, int sampleRate, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 8_000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sampleRate, 48_000);

        var english = language.StartsWith("en", StringComparison.OrdinalIgnoreCase);
        var voice = english ? options.Value.EnglishVoice : options.Value.SpanishVoice;
        var frame = new FrameCutter(sampleRate / FramesPerSecond);
        foreach (var sentence in Sentences.Split(Speakable(text), LongestSentence))
        {
            await foreach (var samples in SayAsync(sentence, voice, sampleRate, cancellationToken))
            {
                foreach (var full in frame.Add(samples)) yield return full;
            }
        }
        if (frame.Rest() is { Length: > 0 } rest) yield return rest;
    }

    private static async IAsyncEnumerable<float[]> SayAsync(
        string sentence, string voice, int sampleRate, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (voice.StartsWith("flite:", StringComparison.Ordinal))
        {
            yield return await SayByFliteAsync(sentence, voice["flite:".Length..], sampleRate, cancellationToken);
            yield break;
        }

        await using var espeak = ChildProcess.Start("espeak-ng", ["-v", voice, "-b", "1", "--stdout", "--stdin"]);
        await espeak.Input.WriteAsync(Encoding.UTF8.GetBytes(sentence), cancellationToken);
        espeak.Input.Close();

        var header = new byte[WaveHeader.Length];
        if (await espeak.Output.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, cancellationToken) < header.Length)
        {
            throw new InvalidOperationException($"espeak-ng spoke nothing with voice '{voice}': {string.Join(' ', espeak.Errors)}");
        }
        var resampler = new Resampler(WaveHeader.SampleRate(header), sampleRate);
        var buffer = new byte[4096];
        int read;
        while ((read = await espeak.Output.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken)) > 1)
        {
            yield return resampler.Process(Pcm.ToFloats(buffer.AsSpan(0, read & ~1)));
        }
        yield return resampler.Flush();
    }

    /// <summary>flite writes its header last, so it needs a file.</summary>
    private static async Task<float[]> SayByFliteAsync(string sentence, string voice, int sampleRate, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("kipu-speak-");
        try
        {
            var (words, spoken) = (Path.Combine(folder.FullName, "words.txt"), Path.Combine(folder.FullName, "spoken.wav"));
            await File.WriteAllTextAsync(words, sentence, cancellationToken);
            await using var flite = ChildProcess.Start("flite", ["-voice", voice, words, spoken]);
            flite.Input.Close();
            if (await flite.WaitAsync(cancellationToken) != 0 || !File.Exists(spoken))
            {
                throw new InvalidOperationException($"flite spoke nothing with voice '{voice}': {string.Join(' ', flite.Errors)}");
            }
            var wave = await File.ReadAllBytesAsync(spoken, cancellationToken);
            var resampler = new Resampler(WaveHeader.SampleRate(wave), sampleRate);
            return [.. resampler.Process(Pcm.ToFloats(wave.AsSpan(WaveHeader.Length))), .. resampler.Flush()];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Leaves out what a voice would read aloud as a sign: marks of Markdown and control characters.</summary>
    private static string Speakable(string text) =>
        new([.. text.Where(c => !(char.IsControl(c) && c is not '\n') && c is not ('*' or '#' or '`' or '_' or '|'))]);

    private sealed class FrameCutter(int samplesPerFrame)
    {
        private readonly byte[] _frame = new byte[samplesPerFrame * 2];
        private int _filled;

        public IEnumerable<ReadOnlyMemory<byte>> Add(float[] samples)
        {
            foreach (var sample in samples)
            {
                BinaryPrimitives.WriteInt16LittleEndian(_frame.AsSpan(_filled), (short)(Math.Clamp(sample, -1f, 1f) * short.MaxValue));
                _filled += 2;
                if (_filled < _frame.Length) continue;
                _filled = 0;
                yield return _frame.ToArray();
            }
        }

        public ReadOnlyMemory<byte> Rest() => _frame.AsMemory(0, _filled);
    }
}

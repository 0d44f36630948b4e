using System.Globalization;
using System.Runtime.InteropServices;

namespace Kipu.Simulators;

/// <summary>Samples out of a message, at the rate at which we listen.</summary>
internal static class LiveSamples
{
    public static short[] Read(string base64, string mimeType)
    {
        byte[] bytes;
        try
        {
            bytes = Convert.FromBase64String(base64.Replace('-', '+').Replace('_', '/'));
        }
        catch (FormatException)
        {
            throw GeminiRefusal.Invalid("Invalid value at 'realtime_input.audio.data': Base64 decoding failed.");
        }

        var samples = MemoryMarshal.Cast<byte, short>(bytes.AsSpan(0, bytes.Length / sizeof(short) * sizeof(short)));
        return Rate(mimeType) is var rate && rate == LiveSpeechDetector.SampleRate ? samples.ToArray() : Resample(samples, rate);
    }

    private static int Rate(string mimeType)
    {
        var at = mimeType.IndexOf("rate=", StringComparison.Ordinal);
        if (at < 0) return LiveSpeechDetector.SampleRate;

        return int.TryParse(mimeType.AsSpan(at + 5), CultureInfo.InvariantCulture, out var rate) && rate is >= 8_000 and <= 96_000
            ? rate
            : throw GeminiRefusal.Invalid($"Unsupported MIME type: {mimeType}.");
    }

    // Straight lines between the samples: good enough for speech.
    private static short[] Resample(ReadOnlySpan<short> samples, int rate)
    {
        var resampled = new short[(int)((long)samples.Length * LiveSpeechDetector.SampleRate / rate)];
        for (var index = 0; index < resampled.Length; index++)
        {
            var place = (double)index * rate / LiveSpeechDetector.SampleRate;
            var left = (int)place;
            var right = Math.Min(left + 1, samples.Length - 1);
            resampled[index] = (short)(samples[left] + ((samples[right] - samples[left]) * (place - left)));
        }

        return resampled;
    }
}

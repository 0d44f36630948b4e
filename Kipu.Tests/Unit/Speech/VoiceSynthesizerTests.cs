using Kipu.Speech;
using Microsoft.Extensions.DependencyInjection;

namespace Kipu.Tests;

public sealed class VoiceSynthesizerTests
{
    private static VoiceSynthesizer Voice => Samples.Services.GetRequiredService<VoiceSynthesizer>();

    [Theory]
    [InlineData("es-CO", "Decidimos lanzar la aplicación móvil. ¿Qué falta?", 24_000)]
    [InlineData("en", "We decided to change the index. What is missing?", 24_000)]
    [InlineData("es", "Queda aprobado el descuento.", 8_000)]
    public async Task Text_becomes_sound_in_frames_of_20_ms(string language, string text, int rate)
    {
        var frames = await SpeakAsync(text, language, rate);

        Assert.All(frames.SkipLast(1), frame => Assert.Equal(rate / 50 * 2, frame.Length));
        Assert.InRange(frames.Sum(frame => frame.Length) / 2.0 / rate, 1, 6);
        Assert.Contains(frames, frame => Pcm.ToFloats(frame.Span).Any(sample => Math.Abs(sample) > 0.1f));
    }

    [Fact]
    public async Task Whoever_stops_listening_stops_the_speaker()
    {
        var frames = 0;

        await foreach (var _ in Voice.SpeakAsync(string.Concat(Enumerable.Repeat("Esta respuesta es muy larga. ", 200)), "es", 24_000, TestContext.Current.CancellationToken))
        {
            if (++frames == 5) break;
        }

        Assert.Equal(5, frames);
    }

    [Fact]
    public async Task Nothing_to_say_is_silence()
    {
        Assert.Empty(await SpeakAsync(" \n ", "es", 24_000));
    }

    [Fact]
    public async Task A_text_that_looks_like_an_option_is_only_spoken()
    {
        Assert.NotEmpty(await SpeakAsync("--help -w /tmp/x", "es", 16_000));
    }

    [Fact]
    public void A_higher_rate_keeps_a_tone_as_it_is()
    {
        var tone = Enumerable.Range(0, 22_050).Select(i => (float)Math.Sin(2 * Math.PI * 440 * i / 22_050)).ToArray();
        var resampler = new Resampler(22_050, 24_000);

        var risen = tone.Chunk(1000).SelectMany(block => resampler.Process(block)).Concat(resampler.Flush()).ToArray();

        Assert.Equal(24_000, risen.Length, tolerance: 32.0);
        Assert.Equal(880, Enumerable.Range(1000, 22_000).Count(i => risen[i - 1] < 0 != risen[i] < 0) * 24_000.0 / 22_000, tolerance: 2.0);
    }

    private static async Task<List<ReadOnlyMemory<byte>>> SpeakAsync(string text, string language, int rate)
    {
        var frames = new List<ReadOnlyMemory<byte>>();
        await foreach (var frame in Voice.SpeakAsync(text, language, rate, TestContext.Current.CancellationToken)) frames.Add(frame);
        return frames;
    }
}

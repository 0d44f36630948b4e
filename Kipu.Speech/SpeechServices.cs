using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kipu.Speech;

/// <summary>Adds the embedded engine to a service.</summary>
public static class SpeechServices
{
    /// <summary>Adds <see cref="SpeechEngine"/>, <see cref="IMediaTools"/> and <see cref="VoiceSynthesizer"/>, configured by section
    /// <c>Speech</c>.</summary>
    public static IServiceCollection AddSpeech(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SpeechOptions>()
            .Bind(configuration.GetSection(SpeechOptions.Section)).ValidateDataAnnotations()
            .Validate(options => options.Transcribers.All(Known.Contains), $"Speech:Transcribers may name {string.Join(", ", Known)}.")
            .ValidateOnStart();
        services.AddSingleton<Fence>();
        services.AddSingleton<IMediaTools, MediaTools>();
        services.AddSingleton(provider => new SileroModel(provider.GetRequiredService<IOptions<SpeechOptions>>().Value.VadModelPath));
        services.AddSingleton(provider => new SpeechEngine(
            provider.GetRequiredService<Fence>(), provider.GetRequiredService<IMediaTools>(), provider.GetRequiredService<SileroModel>(),
            provider.GetRequiredService<Listening>()));
        services.AddSingleton(CreateListening);
        services.AddSingleton<VoiceSynthesizer>();
        return services;
    }

    private static Listening CreateListening(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<SpeechOptions>>().Value;
        var logger = provider.GetRequiredService<ILogger<SphinxTranscriber>>();
        return new Listening(provider.GetRequiredService<Fence>(), [.. options.Transcribers.Select(Create)]);

        ITranscriber Create(string name) => name switch
        {
            "whisper" => new WhisperTranscriber(
                new WhisperModel(options.Whisper), options.Whisper, provider.GetRequiredService<ILogger<WhisperTranscriber>>()),
            "sphinx-en" => new SphinxTranscriber(SphinxModel.English(options.EnglishModelFolder), logger),
            "sample-voices-es" => new SphinxTranscriber(SphinxModel.SampleVoices(SampleVoicesFolder), logger),
            _ => throw new UnreachableException($"The options let '{name}' pass."),
        };
    }

    private static readonly string[] Known = ["whisper", "sphinx-en", "sample-voices-es"];

    private static readonly string SampleVoicesFolder = Path.Combine(AppContext.BaseDirectory, "models", "sample-voices-es");
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kipu.Speech;

/// <summary>Adds the embedded engine to a service.</summary>
public static class SpeechServices
{
    /// <summary>Adds <see cref="SpeechEngine"/>, <see cref="IMediaTools"/> and <see cref="VoiceSynthesizer"/>, configured by section <c>Speech</c>.</summary>
    public static IServiceCollection AddSpeech(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SpeechOptions>()
            .Bind(configuration.GetSection(SpeechOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Fence>();
        services.AddSingleton<IMediaTools, MediaTools>();
        services.AddSingleton(provider => new SileroModel(provider.GetRequiredService<IOptions<SpeechOptions>>().Value.VadModelPath));
        services.AddSingleton(provider => new SpeechEngine(
            provider.GetRequiredService<Fence>(), provider.GetRequiredService<IMediaTools>(), provider.GetRequiredService<SileroModel>()));
        services.AddSingleton<VoiceSynthesizer>();
        return services;
    }
}

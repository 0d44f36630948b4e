using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kipu.Speech;

/// <summary>Adds the embedded engine to a service.</summary>
public static class SpeechServices
{
    /// <summary>Adds <see cref="SpeechEngine"/>, <see cref="IMediaTools"/> and <see cref="VoiceSynthesizer"/>, configured by section <c>Speech</c>.</summary>
    public static IServiceCollection AddSpeech(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SpeechOptions>()
            .Bind(configuration.GetSection(SpeechOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SpeechEngine>();
        services.AddSingleton<VoiceSynthesizer>();
        return services;
    }
}

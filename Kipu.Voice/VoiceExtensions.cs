namespace Kipu.Voice;

internal static class VoiceExtensions
{
    public static void AddVoice(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<VoiceOptions>().BindConfiguration("Voice").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<PublicOptions>().BindConfiguration("Kipu").ValidateDataAnnotations().ValidateOnStart();
        builder.AddInternalClient<RecordingsClient, RecordingsClient>("recordings");
        builder.Services.AddScoped<OpenSession>();
        builder.Services.AddSingleton<SessionHold>();
        builder.Services.AddSingleton<RelayRegistry>();
        builder.Services.AddSingleton<AgentAvailability>();
        builder.Services.AddSingleton<Agent>();
        builder.Services.AddSingleton<SearchTranscript>();
        builder.Services.AddSingleton<VoiceRelayFactory>();
        builder.Services.AddSingleton<VoiceTelemetry>();
    }
}

using Kipu.Gemini;

namespace Kipu.AudioWorker;

internal static class AnalysisExtensions
{
    /// <summary>Adds the engine that <c>Analysis:Engine</c> names; the other one is not there, and needs no configuration.</summary>
    public static void AddAnalysis(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<AnalysisOptions>().BindConfiguration("Analysis").ValidateDataAnnotations()
            .Validate(options => TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _), "Analysis:TimeZone is no time zone.")
            .ValidateOnStart();
        builder.AddInternalClient<VocabularyClient, VocabularyClient>("auth");
        builder.AddInternalClient<BriefClient, BriefClient>("recordings");
        if (builder.Configuration["Analysis:Engine"] is AnalysisOptions.Embedded)
        {
            builder.Services.AddSingleton<ISegmentEngine, EmbeddedSegments>();
            builder.Services.AddSingleton<ITranscriptReader, EmbeddedReader>();
            return;
        }

        builder.Services.AddGemini(builder.Configuration);
        builder.Services.AddSingleton<ISegmentEngine, GeminiSegments>();
        builder.Services.AddSingleton<ITranscriptReader, GeminiReader>();
    }
}

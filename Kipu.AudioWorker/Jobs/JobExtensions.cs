namespace Kipu.AudioWorker;

internal static class JobExtensions
{
    public static void AddJobs(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<JobOptions>().BindConfiguration("Jobs").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<JobQueue>();
        builder.Services.AddSingleton<PlayerFiles>();
        builder.Services.AddSingleton<PrepareRecording>();
        builder.Services.AddSingleton<AnalyseSegment>();
        builder.Services.AddSingleton<FinishRecording>();
        builder.Services.AddSingleton<JobRunner>();
        builder.Services.AddHostedService(services => services.GetRequiredService<JobRunner>());
    }
}

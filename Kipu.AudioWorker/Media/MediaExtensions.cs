using Kipu.Speech;

namespace Kipu.AudioWorker;

internal static class MediaExtensions
{
    public static void AddMedia(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<MediaOptions>().BindConfiguration("Media").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSpeech(builder.Configuration);
        builder.Services.AddSingleton<ScratchFolder>();
        builder.Services.AddSingleton<MediaCache>();
        var client = builder.AddInternalClient<IStoredFiles, StorageClient>("storage")
            .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan);
        // A recording of hours takes minutes to move, and steps are retried as a whole; IdleLimit ends what stands still.
#pragma warning disable EXTEXP0001 // The only way to take back the time limits of the defaults.
        client.RemoveAllResilienceHandlers();
#pragma warning restore EXTEXP0001
    }
}

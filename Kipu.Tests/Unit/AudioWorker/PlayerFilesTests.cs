using Kipu.AudioWorker;
using Kipu.Speech;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Kipu.Tests;

public sealed class PlayerFilesTests
{
    [Fact]
    public async Task A_file_that_cannot_be_made_for_players_does_not_stop_the_analysis()
    {
        Assert.Equal([StorageClient.Waveform], await StoreAsync(new MediaRefusedException(MediaRefusal.UnreadableMedia, ""), attempts: 5));
    }

    [Fact]
    public async Task A_full_disk_is_waited_for_until_the_last_attempt()
    {
        await Assert.ThrowsAsync<MediaInterruptedException>(() => StoreAsync(new MediaInterruptedException(""), attempts: 5));
        Assert.Equal([StorageClient.Waveform], await StoreAsync(new MediaInterruptedException(""), attempts: 0));
    }

    /// <returns>The kinds of files that were stored.</returns>
    private static async Task<IReadOnlyList<string>> StoreAsync(Exception remuxing, int attempts)
    {
        var folder = Directory.CreateTempSubdirectory("kipu-players-");
        try
        {
            var stored = new KeptKinds();
            using var scratch = new ScratchFolder(Options.Create(new MediaOptions { ScratchFolder = folder.FullName }), NullLogger<ScratchFolder>.Instance);
            await using var services = new ServiceCollection().AddSingleton<IStoredFiles>(stored).BuildServiceProvider();
            var players = new PlayerFiles(
                new FailingTools(remuxing), scratch, services.GetRequiredService<IServiceScopeFactory>(),
                Options.Create(new JobOptions { MaxAttempts = attempts }), NullLogger<PlayerFiles>.Instance);
            var job = SomeTurns.Job();

            await players.StoreAsync(
                new(job, JobStep.For(job, StepKind.Prepare), Guid.NewGuid()), "master",
                new(new("wav", "pcm_s16le", 16_000, 1, 1, 1, null, null, new(1, 1, 20, [0])), new("level", 0, [], []), new("none", "low", [], []), false, []),
                TestContext.Current.CancellationToken);
            return stored;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private sealed class KeptKinds : List<string>, IStoredFiles
    {
        public Task<Stream> OpenMasterAsync(Guid recordingId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task PutAsync(Guid recordingId, string kind, string contentType, Stream content, CancellationToken cancellationToken)
        {
            Add(kind);
            return Task.CompletedTask;
        }
    }

    private sealed class FailingTools(Exception remuxing) : IMediaTools
    {
        public Task<MediaInfo> ProbeAsync(string file, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<double> CutAsync(string file, TimeRange part, string outFile, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<MasterFile> RemuxAsync(string file, string outFile, CancellationToken cancellationToken) => Task.FromException<MasterFile>(remuxing);
    }
}

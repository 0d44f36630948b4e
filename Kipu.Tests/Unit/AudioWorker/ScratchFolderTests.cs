using Kipu.AudioWorker;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Kipu.Tests;

public sealed class ScratchFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("kipu-scratch-").FullName;

    [Fact]
    public async Task Workers_that_start_at_once_each_have_a_folder_that_lasts()
    {
        for (var round = 0; round < 50; round++)
        {
            var folders = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(Open)));

            Assert.All(folders, folder => Assert.True(Directory.Exists(folder.Path)));
            foreach (var folder in folders) folder.Dispose();
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(_root));
    }

    [Fact]
    public void What_a_killed_worker_left_is_removed_and_what_lives_is_not()
    {
        using var living = Open();
        var orphan = Directory.CreateDirectory(Path.Combine(_root, "orphan")).FullName;
        File.WriteAllText($"{orphan}.lock", "");
        File.WriteAllText(Path.Combine(orphan, "segment.flac"), "x");

        using var next = Open();

        Assert.Equal([living.Path, next.Path], Directory.EnumerateDirectories(_root).Order());
        Assert.False(File.Exists($"{orphan}.lock"));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private ScratchFolder Open() => new(Options.Create(new MediaOptions { ScratchFolder = _root }), NullLogger<ScratchFolder>.Instance);
}

using System.Collections.Concurrent;
using System.Diagnostics;
using Kipu.Benchmarks;
using Kipu.Speech;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kipu.Tests;

/// <summary>The sample recordings, made once by the script, and what the engine hears in them, listened to once a run.</summary>
internal static class Samples
{
    private static readonly Lazy<string> MadeFolder = new(Make);
    private static readonly ConcurrentDictionary<string, Lazy<Task<HeardRecording>>> Heard = new();

    /// <summary>The demo's recognisers: English by pocketsphinx, Spanish by the model of the samples' voices.</summary>
    public static ServiceProvider Services { get; } = SpeechWith("sphinx-en", "sample-voices-es");

    public static SpeechEngine Engine => Services.GetRequiredService<SpeechEngine>();

    public static string Folder => MadeFolder.Value;

    public static string Of(string name) => Path.Combine(Folder, name);

    public static Truth TruthOf(string id) => Truth.Read(Folder, id);

    /// <summary>What the engine hears in a sample that it knows nothing of.</summary>
    public static Task<HeardRecording> HearAsync(string name) => Heard.GetOrAdd(name, file => new(() => Engine.ListenAsync(
        Of(file), new ListenOptions { MeetingDate = new DateOnly(2025, 1, 21) }, null, CancellationToken.None))).Value;

    public static ServiceProvider SpeechWith(params string[] transcribers) =>
        SpeechFrom(transcribers.Select((name, i) => KeyValuePair.Create<string, string?>($"Speech:Transcribers:{i}", name)));

    public static ServiceProvider SpeechFrom(IEnumerable<KeyValuePair<string, string?>> settings) => new ServiceCollection()
        .AddLogging().AddSpeech(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();

    private static string Make()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Kipu.sln"))) root = root.Parent!;

        using var script = Process.Start(Path.Combine(root.FullName, "samples", "make-samples"), ["--no-long"]);
        script.WaitForExit();
        Assert.Equal(0, script.ExitCode);
        return Path.Combine(root.FullName, ".samples");
    }
}

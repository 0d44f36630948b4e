namespace Kipu.AppHost;

/// <summary>What the embedded engine may hear with.</summary>
internal static class Speech
{
    // What the repository brings: English by pocketsphinx, Spanish for the voices of the sample meetings alone.
    private static readonly string[] Included = ["sphinx-en", "sample-voices-es"];

    /// <summary>
    /// Gives a program that listens its recognisers: those of configuration <c>Speech:Transcribers</c>, else Whisper where a model was
    /// fetched (<c>./kipu models get</c>), and those that the repository brings. A deployment says for itself what it has.
    /// </summary>
    public static IResourceBuilder<ProjectResource> WithSpeech(this IResourceBuilder<ProjectResource> listener)
    {
        var builder = listener.ApplicationBuilder;
        if (builder.ExecutionContext.IsPublishMode) return listener;

        var model = builder.Configuration["Speech:Whisper:ModelPath"] ?? NewestModel(Path.GetFullPath("../.models", builder.AppHostDirectory));
        if (model is not null) listener.WithEnvironment("Speech__Whisper__ModelPath", model);

        var chosen = builder.Configuration.GetSection("Speech:Transcribers").GetChildren().Select(entry => entry.Value!).ToArray();
        string[] names = chosen.Length > 0 ? chosen : model is null ? Included : ["whisper", .. Included];
        for (var i = 0; i < names.Length; i++) listener.WithEnvironment($"Speech__Transcribers__{i}", names[i]);
        return listener;
    }

    private static string? NewestModel(string folder) => !Directory.Exists(folder) ? null : new DirectoryInfo(folder)
        .EnumerateFiles("ggml-*.bin")
        .MaxBy(file => file.LastWriteTimeUtc)?.FullName;
}

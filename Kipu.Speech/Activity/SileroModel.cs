using Microsoft.ML.OnnxRuntime;

namespace Kipu.Speech;

/// <summary>The voice detector's model, which the build lays beside the program; loaded at its first use.</summary>
internal sealed class SileroModel : IDisposable
{
    public static readonly string DefaultPath = Path.Combine(AppContext.BaseDirectory, "models", "silero_vad.onnx");

    private readonly Lazy<InferenceSession?> _session;

    public SileroModel(string? path = null)
    {
        _session = new(() => Load(path ?? DefaultPath));
    }

    /// <summary><c>silero-v6</c>, or <c>level</c> when the model isn't there.</summary>
    public string Name => _session.Value is null ? "level" : "silero-v6";

    public IVoiceDetector CreateDetector() => _session.Value is { } session ? new SileroDetector(session) : new LevelDetector();

    public void Dispose()
    {
        if (_session.IsValueCreated) _session.Value?.Dispose();
    }

    private static InferenceSession? Load(string path)
    {
        if (!File.Exists(path)) return null;

        // The model is small: a second thread costs more than it brings, and other recordings want the core.
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        return new InferenceSession(path, options);
    }
}

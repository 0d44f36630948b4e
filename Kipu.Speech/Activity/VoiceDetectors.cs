using Microsoft.ML.OnnxRuntime;

namespace Kipu.Speech;

/// <summary>Says of each window of 512 samples at 16 kHz how likely somebody speaks in it.</summary>
internal interface IVoiceDetector : IDisposable
{
    const int Window = 512;

    float Probability(ReadOnlySpan<float> window);

    /// <summary>A second one with the same memory of what it has heard.</summary>
    IVoiceDetector Clone();
}

/// <summary>Silero VAD v6 on ONNX Runtime.</summary>
internal sealed class SileroDetector : IVoiceDetector
{
    // The model sees the last 64 samples of the window before as well.
    private const int Context = 64;
    private const int StateLength = 2 * 1 * 128;

    private static readonly string[] Inputs = ["input", "state", "sr"];
    private static readonly string[] Outputs = ["output", "stateN"];

    private readonly InferenceSession _session;
    private readonly RunOptions _options = new();
    private readonly float[] _input = new float[Context + IVoiceDetector.Window];
    private readonly float[] _state = new float[StateLength];
    private readonly OrtValue[] _values;

    /// <param name="session">Shared by all detectors; see <see cref="SileroModel"/>.</param>
    public SileroDetector(InferenceSession session)
    {
        _session = session;
        _values =
        [
            OrtValue.CreateTensorValueFromMemory(_input, [1, _input.Length]),
            OrtValue.CreateTensorValueFromMemory(_state, [2, 1, 128]),
            OrtValue.CreateTensorValueFromMemory(new long[] { Pcm.Rate }, []),
        ];
    }

    public float Probability(ReadOnlySpan<float> window)
    {
        _input.AsSpan(^Context).CopyTo(_input);
        window.CopyTo(_input.AsSpan(Context));
        using var results = _session.Run(_options, Inputs, _values, Outputs);
        results[1].GetTensorDataAsSpan<float>().CopyTo(_state);
        return results[0].GetTensorDataAsSpan<float>()[0];
    }

    public IVoiceDetector Clone()
    {
        var clone = new SileroDetector(_session);
        _input.CopyTo(clone._input, 0);
        _state.CopyTo(clone._state, 0);
        return clone;
    }

    public void Dispose()
    {
        foreach (var value in _values) value.Dispose();
        _options.Dispose();
    }
}

/// <summary>What is left without the model: every sound over -45 dBFS counts as speech, music too.</summary>
internal sealed class LevelDetector : IVoiceDetector
{
    private const double Threshold = 3.2e-5; // -45 dBFS, as energy

    public float Probability(ReadOnlySpan<float> window)
    {
        var energy = 0.0;
        foreach (var sample in window) energy += sample * sample;
        return energy / window.Length > Threshold ? 1 : 0;
    }

    public IVoiceDetector Clone() => new LevelDetector();

    public void Dispose()
    {
    }
}

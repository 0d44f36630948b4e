using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Kipu.Voice;

/// <summary>What can be measured of conversations.</summary>
internal sealed class VoiceTelemetry : IDisposable
{
    private readonly Meter _meter;
    private readonly UpDownCounter<int> _running;
    private readonly Counter<long> _ended;
    private readonly Histogram<double> _latency;

    public VoiceTelemetry(IMeterFactory meters)
    {
        _meter = meters.Create("Kipu.Voice");
        _running = _meter.CreateUpDownCounter<int>("kipu.voice.sessions", "{session}", "Conversations that run");
        _ended = _meter.CreateCounter<long>("kipu.voice.connections.ended", "{connection}", "Connections that ended, by reason");
        _latency = _meter.CreateHistogram<double>("kipu.voice.answer.latency", "s", "From the user's last word to the agent's first sound");
    }

    public static ActivitySource Source { get; } = new("Kipu.Voice");

    public void Began() => _running.Add(1);

    public void Ended(VoiceEnd end)
    {
        _running.Add(-1);
        _ended.Add(1, new KeyValuePair<string, object?>("reason", end.Reason));
    }

    public void Answered(TimeSpan latency) => _latency.Record(latency.TotalSeconds);

    public void Dispose() => _meter.Dispose();
}

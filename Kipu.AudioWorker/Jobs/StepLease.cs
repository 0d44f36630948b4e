using Kipu.Gemini;

namespace Kipu.AudioWorker;

/// <summary>A step that this process holds, with its job. Progress that is reported here goes out with the next sign of life.</summary>
internal sealed class StepLease(Job job, JobStep step, Guid token)
{
    private readonly Lock _gate = new();
    private GeminiMeter? _meter;
    private (ProcessingStage Stage, int Progress) _latest;
    private (long Tokens, long MicroDollars) _unbooked;

    public Job Job => job;

    public JobStep Step => step;

    public Guid Token => token;

    public (ProcessingStage Stage, int Progress) Latest
    {
        get
        {
            lock (_gate) return _latest;
        }
    }

    /// <summary>Counts what the step's calls of Gemini cost, until the scope that is returned ends.</summary>
    public IDisposable Meter() => _meter = GeminiMeter.Begin();

    /// <summary>What they cost and is in no job's books yet.</summary>
    public (long Tokens, long MicroDollars) Unbooked()
    {
        var (tokens, microDollars) = _meter?.Take() ?? default;
        return _unbooked = (_unbooked.Tokens + tokens, _unbooked.MicroDollars + microDollars);
    }

    /// <summary>To be called once what was unbooked is committed; until then it is told again.</summary>
    public void Booked() => _unbooked = default;

    /// <summary>Reports how far the whole job is; less than before is passed over.</summary>
    public void Report(ProcessingStage stage, double progress)
    {
        lock (_gate)
        {
            if (progress > _latest.Progress) _latest = (stage, (int)Math.Min(99, progress));
        }
    }

    /// <summary>Reports the share of a stage, which itself runs between two marks of the whole.</summary>
    public IProgress<double> Between(ProcessingStage stage, double from, double to) => new Relay(this, stage, from, to);

    private sealed class Relay(StepLease lease, ProcessingStage stage, double from, double to) : IProgress<double>
    {
        public void Report(double value) => lease.Report(stage, from + ((to - from) * Math.Clamp(value, 0, 1)));
    }
}

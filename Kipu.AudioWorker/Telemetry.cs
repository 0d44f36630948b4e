using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Kipu.AudioWorker;

internal static class Telemetry
{
    public static readonly ActivitySource Source = new("Kipu.AudioWorker");
    private static readonly Meter Meter = new("Kipu.AudioWorker");

    public static readonly Histogram<double> StepDuration = Meter.CreateHistogram<double>("kipu.job.step.duration", "s",
        "How long steps of jobs take");
    public static readonly Counter<long> StepFailures = Meter.CreateCounter<long>("kipu.job.step.failures", "{failure}",
        "Attempts at steps that failed");
    public static readonly Counter<double> HeardSeconds = Meter.CreateCounter<double>("kipu.job.heard", "s", "Audio that was analysed");
}

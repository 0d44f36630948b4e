namespace Kipu.Speech;

/// <summary>A step's own 0 to 1 as a part of the whole's.</summary>
internal sealed class SharedProgress(IProgress<double> whole, double from, double to) : IProgress<double>
{
    public void Report(double value) => whole.Report(from + ((to - from) * value));
}

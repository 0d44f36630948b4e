using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;

namespace Kipu.Demo;

/// <summary>Runs the steps of the demo and prints each with its result and time.</summary>
internal static class Step
{
    private static int _number;

    /// <summary>Runs a step whose result is the line to print.</summary>
    public static Task RunAsync(string name, Func<Task<string>> step) => RunAsync(name, step, line => line);

    /// <summary>Runs the step that ends with the analysis.</summary>
    public static Task<AnalysisDocument> RunAsync(string name, Func<Task<AnalysisDocument>> step) =>
        RunAsync(name, step, analysis => $"heard by {analysis.Engine.Name}, model {analysis.Engine.Model}");

    /// <summary>Shows how far the running step is; on a terminal in place, elsewhere as a line.</summary>
    public static void Progress(string text)
    {
        if (Console.IsOutputRedirected) Console.WriteLine($"      {text}");
        else Console.Write($"\r\e[K      {text}");
    }

    private static async Task<T> RunAsync<T>(string name, Func<Task<T>> step, Func<T, string> describe)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var result = await step();
            if (!Console.IsOutputRedirected) Console.Write("\r\e[K");
            var seconds = clock.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
            Console.WriteLine($"{++_number,3}  {name,-10}{seconds,6} s   {describe(result)}");
            return result;
        }
        catch (Exception e) when (e is HttpRequestException or WebSocketException or TaskCanceledException { InnerException: TimeoutException })
        {
            throw new DemoException($"{name}: {e.Message} Does the system still run? ./kipu up shows it.", e);
        }
    }
}

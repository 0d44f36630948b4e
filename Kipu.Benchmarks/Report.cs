using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Kipu.Benchmarks;

/// <summary>One measured line.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Value">Its number; null where it could not be measured.</param>
/// <param name="Unit">The number's unit.</param>
/// <param name="Ratio">Against the line that it is compared with; null for one that others are compared with.</param>
internal sealed record Measurement(string What, double? Value, string Unit, double? Ratio = null);

/// <summary>The outcome of a benchmark.</summary>
/// <param name="Name">The benchmark.</param>
/// <param name="Goal">What is wanted of the ratio.</param>
/// <param name="Measurements">The lines.</param>
/// <param name="Ratio">The number that counts.</param>
internal sealed record Report(string Name, string Goal, IReadOnlyList<Measurement> Measurements, double Ratio)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public async Task WriteAsync(string file, CancellationToken cancellationToken)
    {
        var machine = $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}";
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        await using (var stream = File.Create(file))
        {
            await JsonSerializer.SerializeAsync(stream, new { Name, Goal, Machine = machine, Measurements, Ratio }, Json, cancellationToken);
        }

        Console.WriteLine($"\n{Name}, on {machine}\n");
        Console.WriteLine("| what | value | unit | ratio |\n|---|---:|---|---:|");
        foreach (var line in Measurements)
        {
            var value = line.Value?.ToString("#,0.##", CultureInfo.InvariantCulture) ?? "not measured";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {line.What} | {value} | {line.Unit} | {line.Ratio:0.000} |"));
        }

        Console.WriteLine($"\nGoal: {Goal}. Also in {file}.");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio {Ratio:0.000}"));
    }
}

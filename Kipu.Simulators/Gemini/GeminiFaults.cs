using System.ComponentModel.DataAnnotations;

namespace Kipu.Simulators;

/// <summary>A misfortune that the next calls are to meet. docs/gemini.md lists the kinds.</summary>
public sealed record GeminiFault
{
    [Required, RegularExpression("[a-z_]{3,40}")]
    public required string Kind { get; init; }

    /// <summary>Only this operation: generate, stream, count, upload, files, models, embed, live. Any when null.</summary>
    public string? On { get; init; }

    /// <summary>How many calls meet it.</summary>
    [Range(1, 1000)]
    public int Times { get; init; } = 1;

    /// <summary>How many calls pass before it begins.</summary>
    [Range(0, 1000)]
    public int After { get; init; }

    /// <summary>A delay, or the pause that is asked for.</summary>
    [Range(0, 600)]
    public double? Seconds { get; init; }

    /// <summary>A WebSocket's close code.</summary>
    [Range(1000, 4999)]
    public int? Code { get; init; }

    [StringLength(120)]
    public string? Reason { get; init; }
}

/// <summary>The misfortunes that are still to come, first come, first met.</summary>
internal sealed class GeminiFaults
{
    private readonly List<Pending> _pending = [];

    public void Add(GeminiFault fault)
    {
        lock (_pending) _pending.Add(new(fault));
    }

    public void Clear()
    {
        lock (_pending) _pending.Clear();
    }

    public IReadOnlyList<object> All()
    {
        lock (_pending) return [.. _pending.Select(pending => new { pending.Fault, pending.TimesLeft, pending.StillPassing })];
    }

    /// <returns>The fault that this call meets, if any; it then counts as met.</returns>
    public GeminiFault? Take(string operation, params ReadOnlySpan<string> kinds)
    {
        lock (_pending)
        {
            foreach (var pending in _pending)
            {
                if (!kinds.Contains(pending.Fault.Kind) || (pending.Fault.On is { } on && on != operation)) continue;
                if (pending.StillPassing > 0)
                {
                    pending.StillPassing--;
                    continue;
                }

                if (--pending.TimesLeft == 0) _pending.Remove(pending);
                return pending.Fault;
            }
        }

        return null;
    }

    private sealed class Pending(GeminiFault fault)
    {
        public GeminiFault Fault { get; } = fault;

        public int TimesLeft { get; set; } = fault.Times;

        public int StillPassing { get; set; } = fault.After;
    }
}

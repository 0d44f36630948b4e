using System.ComponentModel.DataAnnotations;

namespace Kipu.Auth;

/// <summary>Section <c>Webhooks</c>: how customers' webhooks are called.</summary>
internal sealed class WebhookOptions
{
    /// <summary>The pauses that the Standard Webhooks specification advises: ten attempts within three days.</summary>
    private static readonly TimeSpan[] DefaultPauses =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    /// <summary>Lets webhooks be on this machine, by plain HTTP: for development and tests.</summary>
    public bool AllowLoopback { get; init; }

    /// <summary>How long a webhook may take to answer.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The pause after each failed attempt; after the last one no attempt follows.</summary>
    public IReadOnlyList<TimeSpan> Pauses { get; init; } = [];

    public IReadOnlyList<TimeSpan> EffectivePauses => Pauses.Count > 0 ? Pauses : DefaultPauses;
}

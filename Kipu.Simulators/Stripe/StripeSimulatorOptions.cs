using System.ComponentModel.DataAnnotations;

namespace Kipu.Simulators;

/// <summary>Settings of section <c>Stripe</c>.</summary>
internal sealed class StripeSimulatorOptions
{
    /// <summary>Where all events are sent to from the start, as if the endpoint had been registered; none when absent.</summary>
    [Url]
    public string? WebhookUrl { get; set; }

    /// <summary>The secret that signs what goes to <see cref="WebhookUrl"/>.</summary>
    public string WebhookSecret { get; set; } = "whsec_kipu_simulator";

    /// <summary>The pause before an unanswered event is sent again; it doubles each time.</summary>
    public TimeSpan WebhookRetryDelay { get; set; } = TimeSpan.FromSeconds(1);
}

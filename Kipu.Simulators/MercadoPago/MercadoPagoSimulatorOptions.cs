using System.ComponentModel.DataAnnotations;

namespace Kipu.Simulators;

/// <summary>Settings of section <c>MercadoPago</c>.</summary>
internal sealed class MercadoPagoSimulatorOptions
{
    /// <summary>Where notifications are sent to, as if the address stood in the application's settings; none when absent.</summary>
    [Url]
    public string? WebhookUrl { get; set; }

    /// <summary>The secret that signs notifications.</summary>
    public string WebhookSecret { get; set; } = "kipu-simulator-secret";

    /// <summary>The pause before an unanswered notification is sent again; it doubles each time.</summary>
    public TimeSpan WebhookRetryDelay { get; set; } = TimeSpan.FromSeconds(1);
}

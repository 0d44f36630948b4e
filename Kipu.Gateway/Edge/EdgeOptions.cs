using System.ComponentModel.DataAnnotations;

namespace Kipu.Gateway;

/// <summary>Section <c>Edge</c>: how the gateway meets the outside.</summary>
internal sealed class EdgeOptions
{
    /// <summary>Origins of other sites whose pages may call the API, such as <c>https://app.example.com</c>.</summary>
    public string[] Origins { get; init; } = [];

    /// <summary>Requests to the API that one address may send in a minute.</summary>
    [Range(1, 10_000_000)]
    public int RequestsPerMinute { get; init; } = 6000;

    /// <summary>
    /// Load balancers in front of the gateway, as networks such as <c>10.0.0.0/8</c>: what they say in X-Forwarded-For and -Proto is believed.
    /// </summary>
    public string[] TrustedProxies { get; init; } = [];

    /// <summary>Origins beside our own that the console may load audio from, such as an S3 store with presigned links.</summary>
    public string[] MediaOrigins { get; init; } = [];
}

internal static class EdgeOptionsExtensions
{
    public static void AddEdgeOptions(this IHostApplicationBuilder builder) =>
        builder.Services.AddOptions<EdgeOptions>().BindConfiguration("Edge").ValidateDataAnnotations().ValidateOnStart();
}

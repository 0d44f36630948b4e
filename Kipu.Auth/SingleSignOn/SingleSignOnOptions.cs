namespace Kipu.Auth;

/// <summary>Section <c>SingleSignOn</c>.</summary>
internal sealed class SingleSignOnOptions
{
    /// <summary>Lets issuers be on this machine, by plain HTTP: for development and tests.</summary>
    public bool AllowLoopback { get; init; }

    /// <summary>How long a provider may take to answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The name server that domains are verified by, as <c>address:port</c>; absent for the system's.</summary>
    public string? Nameserver { get; init; }
}

namespace Kipu.AppHost;

/// <summary>What customers run, in development: their identity providers, and the webhooks that they are told by.</summary>
internal static class Customers
{
    /// <summary>
    /// In a run, both may be on this machine, which a deployment forbids, and configuration <c>SingleSignOn:Nameserver</c> names
    /// who answers for the domains of tests.
    /// </summary>
    public static IResourceBuilder<ProjectResource> WithLocalCustomers(this IResourceBuilder<ProjectResource> auth)
    {
        if (auth.ApplicationBuilder.ExecutionContext.IsPublishMode) return auth;
        auth.WithEnvironment("SingleSignOn__AllowLoopback", "true");
        auth.WithEnvironment("Webhooks__AllowLoopback", "true");
        // Such a provider shares the cores of all that runs here.
        auth.WithEnvironment("SingleSignOn__Timeout", "00:01:00");
        return auth.WithSetting("SingleSignOn:Nameserver");
    }
}

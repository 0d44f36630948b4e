namespace Kipu.AppHost;

/// <summary>Customers' identity providers in development.</summary>
internal static class SingleSignOn
{
    /// <summary>
    /// In a run, a provider may be on this machine, which a deployment forbids, and configuration <c>SingleSignOn:Nameserver</c> names
    /// who answers for the domains of tests.
    /// </summary>
    public static IResourceBuilder<ProjectResource> WithLocalIssuers(this IResourceBuilder<ProjectResource> auth)
    {
        if (auth.ApplicationBuilder.ExecutionContext.IsPublishMode) return auth;
        auth.WithEnvironment("SingleSignOn__AllowLoopback", "true");
        // Such a provider shares the cores of all that runs here.
        auth.WithEnvironment("SingleSignOn__Timeout", "00:01:00");
        return auth.ApplicationBuilder.Configuration["SingleSignOn:Nameserver"] is { Length: > 0 } server
            ? auth.WithEnvironment("SingleSignOn__Nameserver", server)
            : auth;
    }
}

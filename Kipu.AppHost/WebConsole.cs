namespace Kipu.AppHost;

/// <summary>The console under hot reload, beside the built one that the gateway serves.</summary>
internal static class WebConsole
{
    private const int Port = 5173;

    /// <summary>Adds Vite's server, if configuration <c>Kipu:Console</c> is <c>vite</c> (F5's launch profile says so) and Vite is there.</summary>
    public static void AddConsole(this IDistributedApplicationBuilder builder, IResourceBuilder<ProjectResource> gateway)
    {
        var folder = Path.GetFullPath("../Kipu.Web", builder.AppHostDirectory);
        if (builder.ExecutionContext.IsPublishMode || builder.Configuration["Kipu:Console"] != "vite") return;
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "vite"))) return;

        builder.AddExecutable("console", "npm", folder, "run", "dev", "--", "--port", $"{Port}", "--strictPort")
            .WithHttpEndpoint(port: Port, isProxied: false)
            .WithReference(gateway)
            .WaitFor(gateway)
            .WithExternalHttpEndpoints()
            .ExcludeFromManifest();
    }
}

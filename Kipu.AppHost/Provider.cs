namespace Kipu.AppHost;

/// <summary>A company whose API Kipu uses: the real one where its key is configured, else a simulator (in run mode only).</summary>
internal sealed record Provider(
    string Name,
    IResourceBuilder<ParameterResource> Key,
    IResourceBuilder<ProjectResource>? Simulator)
{
    public bool IsSimulated => Simulator is not null;
}

/// <summary>Providers and their keys in the application model.</summary>
internal static class ProviderExtensions
{
    /// <summary>Adds a secret parameter whose absence doesn't block a run: <paramref name="fallback"/> is its value then.</summary>
    public static IResourceBuilder<ParameterResource> AddKey(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, string fallback = "") =>
        builder.ExecutionContext.IsPublishMode
            ? builder.AddParameter(name, secret: true)
            : builder.AddParameter(name, builder.ConfiguredKey(name) ?? fallback, secret: true);

    /// <summary>Adds a provider by its key; without one its simulator, which accepts the key <paramref name="simulated"/>.</summary>
    public static Provider AddProvider(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, int port, string keyName, string simulated)
    {
        var key = builder.AddKey(keyName, simulated);
        if (builder.ExecutionContext.IsPublishMode || builder.ConfiguredKey(keyName) is not null) return new(name, key, null);

        var simulator = builder.AddProject<Projects.Kipu_Simulators>(name, launchProfileName: "http")
            .RunsAsBuilt()
            .WithEndpoint("http", endpoint => endpoint.Port = port)
            .WithArgs(name)
            .WithHttpHealthCheck("/health");
        return new(name, key, simulator);
    }

    /// <summary>Gives a service the provider's key and, where it is simulated, the simulator's address.</summary>
    public static IResourceBuilder<ProjectResource> WithProvider(
        this IResourceBuilder<ProjectResource> service, Provider provider, string keySetting, string addressSetting)
    {
        service.WithEnvironment(keySetting, provider.Key);
        return provider.Simulator is not { } simulator ? service : service
            .WithReference(simulator)
            .WithEnvironment(addressSetting, simulator.GetEndpoint("http"));
    }

    /// <summary>Gives a service Gemini, and the analysis engine that configuration <c>Analysis:Engine</c> chooses.</summary>
    public static IResourceBuilder<ProjectResource> WithGemini(this IResourceBuilder<ProjectResource> service, Provider gemini)
    {
        service.WithProvider(gemini, "Gemini__ApiKey", "Gemini__BaseAddress")
            .WithEnvironment("Analysis__Engine", service.ApplicationBuilder.Configuration["Analysis:Engine"] ?? "gemini");

        // The simulator listens on this machine's own cores: what would be a dead session at Google may be a busy one here.
        return !gemini.IsSimulated ? service : service
            .WithEnvironment("Gemini__RequestTimeout", "00:20:00")
            .WithEnvironment("Gemini__LiveSilenceTimeout", "00:01:00");
    }

    /// <summary>Has the simulator sign its webhooks and post them to a service, as the provider would.</summary>
    public static void PostWebhooksTo(
        this Provider provider, IResourceBuilder<ProjectResource> service, string path, IResourceBuilder<ParameterResource> secret,
        string section) =>
        provider.Simulator?
            .WithEnvironment($"{section}__WebhookUrl", ReferenceExpression.Create($"{service.GetEndpoint("http")}{path}"))
            .WithEnvironment($"{section}__WebhookSecret", secret);

    private static string? ConfiguredKey(this IDistributedApplicationBuilder builder, string name) =>
        builder.Configuration[$"Parameters:{name}"] is { Length: > 0 } value ? value : null;
}

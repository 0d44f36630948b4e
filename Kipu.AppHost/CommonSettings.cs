namespace Kipu.AppHost;

/// <summary>What every service of Kipu gets.</summary>
internal sealed record CommonSettings(
    IResourceBuilder<RedisResource> Redis,
    IResourceBuilder<RabbitMQServerResource> RabbitMq,
    IResourceBuilder<ParameterResource> InternalToken,
    IResourceBuilder<ParameterResource> CodesHashKey,
    IResourceBuilder<ParameterResource> DatabaseAppPassword);

/// <summary>The services of Kipu in the application model.</summary>
internal static class ServiceExtensions
{
    /// <summary>Adds a service on the port of its launch profile <c>http</c>.</summary>
    public static IResourceBuilder<ProjectResource> AddService<TProject>(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, CommonSettings common)
        where TProject : IProjectMetadata, new() => builder
        .AddProject<TProject>(name, launchProfileName: "http")
        .WithReference(common.Redis).WaitFor(common.Redis)
        .WithReference(common.RabbitMq).WaitFor(common.RabbitMq)
        .WithEnvironment("Internal__Token", common.InternalToken)
        .WithEnvironment("Codes__HashKey", common.CodesHashKey)
        .WithEnvironment("Database__AppPassword", common.DatabaseAppPassword)
        .WithHttpHealthCheck("/health");

    public static IResourceBuilder<ProjectResource> WithDatabase(
        this IResourceBuilder<ProjectResource> service, IResourceBuilder<PostgresDatabaseResource> database) =>
        service.WithReference(database).WaitFor(database);

    /// <summary>Tells every service where a browser finds the gateway.</summary>
    public static void SetPublicUrl(this IDistributedApplicationBuilder builder, IResourceBuilder<ProjectResource> gateway)
    {
        var published = builder.ExecutionContext.IsPublishMode ? builder.AddParameter("public-url") : null;
        foreach (var service in builder.Resources.OfType<ProjectResource>())
        {
            builder.CreateResourceBuilder(service).WithEnvironment(context => context.EnvironmentVariables["Kipu__PublicUrl"] =
                published is null ? gateway.GetEndpoint("http") : published.Resource);
        }
    }
}

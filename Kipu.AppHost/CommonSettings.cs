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
        .RunsAsBuilt()
        .WithReference(common.Redis).WaitFor(common.Redis)
        // Only its start: the broker takes longest of all, and a service that is there before it waits for it itself.
        .WithReference(common.RabbitMq).WaitForStart(common.RabbitMq)
        .WithEnvironment("Internal__Token", common.InternalToken)
        .WithEnvironment("Codes__HashKey", common.CodesHashKey)
        .WithEnvironment("Database__AppPassword", common.DatabaseAppPassword)
        .WithGuessesOfOwnMachine()
        .WithHttpHealthCheck("/health");

    /// <summary>
    /// Has DCP start the program that was built with the app host instead of <c>dotnet run</c>, which costs a process and a second for
    /// each and keeps the signal to end from its program for six more. An IDE starts its projects itself.
    /// </summary>
#pragma warning disable ASPIREEXTENSION001 // For evaluation: nothing else lets a project be started without dotnet run.
    public static IResourceBuilder<ProjectResource> RunsAsBuilt(this IResourceBuilder<ProjectResource> project) =>
        project.WithLaunchToolArgs(context => context.Args.Add(BuiltProgram(project.Resource)), ownedByLaunchConfigurationType: "project");
#pragma warning restore ASPIREEXTENSION001

    public static IResourceBuilder<ProjectResource> WithDatabase(
        this IResourceBuilder<ProjectResource> service, IResourceBuilder<PostgresDatabaseResource> database) =>
        service.WithReference(database).WaitFor(database);

    /// <summary>A developer's machine may mistype codes and passwords as often as it likes; accounts stay bounded.</summary>
    private static IResourceBuilder<ProjectResource> WithGuessesOfOwnMachine(this IResourceBuilder<ProjectResource> service) =>
        service.ApplicationBuilder.ExecutionContext.IsPublishMode ? service : service
            .WithEnvironment("Guessing__Exempt__0", "127.0.0.1")
            .WithEnvironment("Guessing__Exempt__1", "::1");

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

    // bin/CONFIGURATION/FRAMEWORK, as where this program lies itself.
    private static string BuiltProgram(ProjectResource project)
    {
        var path = project.Annotations.OfType<IProjectMetadata>().Single().ProjectPath;
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(
            Path.GetDirectoryName(path)!, "bin", output.Parent!.Name, output.Name, $"{Path.GetFileNameWithoutExtension(path)}.dll");
    }

    /// <summary>Hands a setting of the app host's own configuration on to a service, when it is there.</summary>
    public static IResourceBuilder<ProjectResource> WithSetting(this IResourceBuilder<ProjectResource> service, string key) =>
        service.ApplicationBuilder.Configuration[key] is { Length: > 0 } value
            ? service.WithEnvironment(key.Replace(":", "__", StringComparison.Ordinal), value)
            : service;
}

using System.Text.Json;

namespace Kipu.Tests;

public sealed class ManifestTests
{
    [Fact]
    public async Task The_manifest_describes_containers_and_projects_and_neither_processes_nor_simulators()
    {
        using var folder = new StateFolder();
        var path = Path.Combine(folder.Path, "manifest.json");

        await AppHostProcess.PublishManifestAsync(path);

        var resources = JsonElement.Parse(await File.ReadAllTextAsync(path)).GetProperty("resources").EnumerateObject().ToList();
        Assert.Equal(["postgres", "rabbitmq", "redis", "s3"], NamesOf(resources, "container.v0"));
        Assert.Equal(
            ["audioworker", "auth", "gateway", "payments", "recordings", "storage", "voice"], NamesOf(resources, "project.v0"));
        Assert.Empty(NamesOf(resources, "executable.v0"));
    }

    [Fact]
    public async Task Only_the_gateway_is_open_to_the_outside()
    {
        using var folder = new StateFolder();
        var path = Path.Combine(folder.Path, "manifest.json");

        await AppHostProcess.PublishManifestAsync(path);

        var open = JsonElement.Parse(await File.ReadAllTextAsync(path)).GetProperty("resources").EnumerateObject()
            .Where(resource => resource.Value.TryGetProperty("bindings", out var bindings) && bindings.EnumerateObject().Any(IsExternal))
            .Select(resource => resource.Name);
        Assert.Equal(["gateway"], open);
    }

    private static bool IsExternal(JsonProperty binding) =>
        binding.Value.TryGetProperty("external", out var external) && external.GetBoolean();

    private static IEnumerable<string> NamesOf(IEnumerable<JsonProperty> resources, string type) =>
        resources.Where(resource => resource.Value.GetProperty("type").GetString() == type).Select(resource => resource.Name).Order();
}

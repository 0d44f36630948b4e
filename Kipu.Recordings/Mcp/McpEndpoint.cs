namespace Kipu.Recordings;

/// <summary>The organization's recordings for agents, by the Model Context Protocol over streamable HTTP.</summary>
internal static class McpEndpoint
{
    public static void AddMcp(this WebApplicationBuilder builder) => builder.Services
        .AddMcpServer(options =>
        {
            options.ServerInfo = new() { Name = "kipu", Title = "Kipu", Version = "1.0.0" };
            options.ServerInstructions = "Meetings that an organization recorded, with transcript, summary, decisions and action items. "
                + "Search first, then read what was found.";
        })
        // Any replica may answer any request, and each is checked for itself.
        .WithHttpTransport(options => options.Stateless = true)
        .WithTools<RecordingTools>();

    public static void MapMcpServer(this IEndpointRouteBuilder routes) =>
        routes.MapMcp("/api/mcp").RequireTenant().OnlyReads().ExcludeFromDescription();
}

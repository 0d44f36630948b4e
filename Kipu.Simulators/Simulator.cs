namespace Kipu.Simulators;

/// <summary>One of the providers that this project can stand in for; its name is the program's first argument.</summary>
internal sealed record Simulator(string Name, Action<WebApplicationBuilder> Add, Action<WebApplication> Map)
{
    private static readonly Simulator[] All =
    [
        new("stripe", builder => builder.AddStripeSimulator(), app => app.MapStripeSimulator()),
        new("mercadopago", builder => builder.AddMercadoPagoSimulator(), app => app.MapMercadoPagoSimulator()),
        new("gemini", builder => builder.AddGeminiSimulator(), app => app.MapGeminiSimulator()),
    ];

    /// <exception cref="ArgumentException">There is no simulator of that name.</exception>
    public static Simulator Named(string? name) =>
        All.FirstOrDefault(simulator => simulator.Name == name)
        ?? throw new ArgumentException(
            $"Say which provider to simulate: {string.Join(" | ", All.Select(simulator => simulator.Name))}", nameof(name));
}

using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Kipu.Simulators;

/// <summary>
/// Stripe on the wire, as far as Kipu uses it: API, hosted pages, billing by the clock, signed webhooks. State is in memory.
/// </summary>
internal static class StripeSimulator
{
    public static void AddStripeSimulator(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<StripeSimulatorOptions>().BindConfiguration("Stripe").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<AccountClock>();
        builder.Services.AddSingleton<StripeState>();
        builder.Services.AddSingleton<ApiFaults>();
        builder.Services.AddSingleton<IdempotencyStore>();
        builder.Services.AddSingleton<RequestLog>();
        builder.Services.AddSingleton<StripeApi>();
        builder.Services.AddPostman();
        builder.Services.AddSingleton<WebhookSender>();
        builder.Services.AddSingleton<ClockAdvances>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ClockAdvances>());
        builder.Services.AddHostedService<BillingTick>();
        builder.Services.AddControlValidation();
    }

    public static void MapStripeSimulator(this WebApplication app)
    {
        var state = app.Services.GetRequiredService<StripeState>();
        state.EventCreated += app.Services.GetRequiredService<WebhookSender>().Plan;
        SimulatorControls.Seed(state, app.Services.GetRequiredService<IOptions<StripeSimulatorOptions>>().Value);

        CheckoutPage.Map(app);
        PortalPage.Map(app);
        InvoicePage.Map(app);
        SimulatorControls.Map(app);
        app.MapGroup("/v1").MapStripeApi();
        app.MapFallback("{**path}", (HttpContext http, StripeApi api) => api.HandleAsync(http, Unrecognized));
    }

    private static JsonObject Unrecognized(StripeCall call) => throw StripeFault.Request(
        $"Unrecognized request URL ({call.Http.Request.Method}: {call.Http.Request.Path}). "
        + "The simulator has what Kipu calls; see docs/simulators.md.",
        status: 404);
}

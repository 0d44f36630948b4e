using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kipu.Simulators;

/// <summary>
/// Mercado Pago of Colombia on the wire, as far as Kipu uses it: subscriptions without a plan (preapprovals) with their instalments,
/// payments and refunds, the page where a customer authorizes them, signed notifications. State is in memory.
/// </summary>
internal static class MercadoPagoSimulator
{
    public static void AddMercadoPagoSimulator(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<MercadoPagoSimulatorOptions>().BindConfiguration("MercadoPago")
            .ValidateDataAnnotations().ValidateOnStart();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddPostman();
        builder.Services.AddSingleton<AccountClock>();
        builder.Services.AddSingleton<MercadoPagoState>();
        builder.Services.AddSingleton<ApiFaults>();
        builder.Services.AddSingleton<RequestLog>();
        builder.Services.AddSingleton<MercadoPagoApi>();
        builder.Services.AddSingleton<NotificationSender>();
        builder.Services.AddHostedService<InstalmentTick>();
        builder.Services.AddControlValidation();
    }

    public static void MapMercadoPagoSimulator(this WebApplication app)
    {
        app.Services.GetRequiredService<MercadoPagoState>().Happened += app.Services.GetRequiredService<NotificationSender>().Plan;
        AuthorizationPage.Map(app);
        MercadoPagoControls.Map(app);
        app.MapMercadoPagoApi();
        app.MapFallback("{**path}", (HttpContext http, MercadoPagoApi api) => api.HandleAsync(http, Unrecognized));
    }

    private static object Unrecognized(MercadoPagoCall call) => throw new MercadoPagoFault(404, "not_found",
        $"There is no {call.Http.Request.Method} {call.Http.Request.Path}. The simulator has what Kipu calls; see docs/simulators.md.");
}

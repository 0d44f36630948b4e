using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Kipu.Simulators;

/// <summary>Stripe on the wire, as far as Kipu uses it: API, hosted checkout page, signed webhooks. State is in memory.</summary>
internal static class StripeSimulator
{
    public static void AddStripeSimulator(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<StripeSimulatorOptions>().BindConfiguration("Stripe").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddHttpClient(WebhookSender.ClientName).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        builder.Services.AddSingleton<StripeState>();
        builder.Services.AddSingleton<IdempotencyStore>();
        builder.Services.AddSingleton<RequestLog>();
        builder.Services.AddSingleton<StripeApi>();
        builder.Services.AddSingleton<WebhookRules>();
        builder.Services.AddSingleton<WebhookSender>();
        builder.Services.AddHostedService(services => services.GetRequiredService<WebhookSender>());
        builder.Services.AddHostedService<SessionExpiry>();
        builder.Services.AddControlValidation();
    }

    public static void MapStripeSimulator(this WebApplication app)
    {
        var state = app.Services.GetRequiredService<StripeState>();
        state.EventCreated += app.Services.GetRequiredService<WebhookSender>().Plan;
        SimulatorControls.Seed(state, app.Services.GetRequiredService<IOptions<StripeSimulatorOptions>>().Value);

        CheckoutPage.Map(app);
        SimulatorControls.Map(app);
        MapApi(app.MapGroup("/v1"));
        app.MapFallback("{**path}", (HttpContext http, StripeApi api) => api.HandleAsync(http, Unrecognized));
    }

    private static void MapApi(RouteGroupBuilder v1)
    {
        v1.Get("/customers", Customers.List).Post("/customers", Customers.Create);
        v1.Get("/customers/{id}", Customers.Get).Post("/customers/{id}", Customers.Change).Delete("/customers/{id}", Customers.Delete);
        v1.Get("/products", Catalog.ListProducts).Post("/products", Catalog.CreateProduct).Get("/products/{id}", Catalog.GetProduct);
        v1.Get("/prices", Catalog.ListPrices).Post("/prices", Catalog.CreatePrice).Get("/prices/{id}", Catalog.GetPrice);
        v1.Get("/checkout/sessions", CheckoutSessions.List).Post("/checkout/sessions", CheckoutSessions.Create);
        v1.Get("/checkout/sessions/{id}", CheckoutSessions.Get).Post("/checkout/sessions/{id}/expire", CheckoutSessions.Expire);
        v1.Get("/checkout/sessions/{id}/line_items", CheckoutSessions.ListLines);
        v1.Get("/subscriptions", Subscriptions.List).Get("/subscriptions/{id}", Subscriptions.Get);
        v1.Get("/invoices", Invoices.List).Get("/invoices/{id}", Invoices.Get).Get("/invoice_payments", Invoices.ListPayments);
        v1.Get("/payment_intents", PaymentIntents.ListIntents).Get("/payment_intents/{id}", PaymentIntents.GetIntent);
        v1.Get("/charges/{id}", PaymentIntents.GetCharge).Get("/payment_methods/{id}", PaymentIntents.GetMethod);
        v1.Get("/events", Events.List).Get("/events/{id}", Events.Get);
        v1.Get("/webhook_endpoints", WebhookEndpoints.List).Post("/webhook_endpoints", WebhookEndpoints.Create);
        v1.Get("/webhook_endpoints/{id}", WebhookEndpoints.Get).Post("/webhook_endpoints/{id}", WebhookEndpoints.Change);
        v1.Delete("/webhook_endpoints/{id}", WebhookEndpoints.Delete);
    }

    private static JsonObject Unrecognized(StripeCall call) => throw StripeFault.Request(
        $"Unrecognized request URL ({call.Http.Request.Method}: {call.Http.Request.Path}). The simulator has what Kipu calls; see docs/payments.md.", status: 404);

    private static RouteGroupBuilder Get(this RouteGroupBuilder routes, string path, Func<StripeCall, JsonObject> handler) =>
        Handle(routes, HttpMethods.Get, path, handler);

    private static RouteGroupBuilder Post(this RouteGroupBuilder routes, string path, Func<StripeCall, JsonObject> handler) =>
        Handle(routes, HttpMethods.Post, path, handler);

    private static RouteGroupBuilder Delete(this RouteGroupBuilder routes, string path, Func<StripeCall, JsonObject> handler) =>
        Handle(routes, HttpMethods.Delete, path, handler);

    private static RouteGroupBuilder Handle(RouteGroupBuilder routes, string method, string path, Func<StripeCall, JsonObject> handler)
    {
        routes.MapMethods(path, [method], (HttpContext http, StripeApi api) => api.HandleAsync(http, handler));
        return routes;
    }
}

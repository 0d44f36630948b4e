using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>What the API has, path by path.</summary>
internal static class StripeRoutes
{
    public static void MapStripeApi(this RouteGroupBuilder v1)
    {
        v1.MapCustomers();
        v1.MapBilling();
        v1.MapPayments();
        v1.MapEvents();
    }

    private static void MapCustomers(this RouteGroupBuilder v1)
    {
        v1.Get("/customers", Customers.List).Post("/customers", Customers.Create).Get("/customers/search", Customers.Search);
        v1.Get("/customers/{id}", Customers.Get).Post("/customers/{id}", Customers.Change).Delete("/customers/{id}", Customers.Delete);
        v1.Get("/products", Catalog.ListProducts).Post("/products", Catalog.CreateProduct).Get("/products/{id}", Catalog.GetProduct);
        v1.Get("/prices", Catalog.ListPrices).Post("/prices", Catalog.CreatePrice).Get("/prices/{id}", Catalog.GetPrice);
        v1.Get("/coupons", Coupons.List).Post("/coupons", Coupons.Create).Get("/coupons/{id}", Coupons.Get);
        v1.Get("/promotion_codes", Coupons.ListCodes).Post("/promotion_codes", Coupons.CreateCode).Get(
            "/promotion_codes/{id}", Coupons.GetCode);
        v1.Post("/billing_portal/sessions", PortalSessions.Create);
    }

    private static void MapBilling(this RouteGroupBuilder v1)
    {
        v1.Get("/subscriptions", Subscriptions.List).Get("/subscriptions/search", Subscriptions.Search);
        v1.Get("/subscriptions/{id}", Subscriptions.Get).Post("/subscriptions/{id}", Subscriptions.Change);
        v1.Delete("/subscriptions/{id}", Cancellation.Cancel);
        v1.Post("/subscriptions/{id}/pause", Subscriptions.Pause).Post("/subscriptions/{id}/resume", Subscriptions.Resume);
        v1.Get("/subscription_schedules", Schedules.List).Post("/subscription_schedules", Schedules.Create);
        v1.Get("/subscription_schedules/{id}", Schedules.Get).Post("/subscription_schedules/{id}", Schedules.Change);
        v1.Post("/subscription_schedules/{id}/release", Schedules.ReleaseNow).Post(
            "/subscription_schedules/{id}/cancel", Schedules.CancelNow);
        v1.Get("/invoices", Invoices.List).Get("/invoices/search", Invoices.Search).Post("/invoices/create_preview", InvoicePreview.Create);
        v1.Get("/invoices/{id}", Invoices.Get).Get("/invoices/{id}/lines", Invoices.ListLines).Post("/invoices/{id}/pay", Invoices.Pay);
        v1.Post("/invoices/{id}/finalize", Invoices.FinalizeNow).Post("/invoices/{id}/void", Invoices.VoidNow);
        v1.Post("/invoices/{id}/mark_uncollectible", Invoices.GiveUp);
        v1.Get("/invoice_payments", InvoicePayments.List).Get("/invoice_payments/{id}", InvoicePayments.Get);
        v1.Get("/test_helpers/test_clocks", TestClocks.List).Post("/test_helpers/test_clocks", TestClocks.Create);
        v1.Get("/test_helpers/test_clocks/{id}", TestClocks.Get).Post("/test_helpers/test_clocks/{id}/advance", TestClocks.Advance);
        v1.Delete("/test_helpers/test_clocks/{id}", TestClocks.Delete);
    }

    private static void MapPayments(this RouteGroupBuilder v1)
    {
        v1.Get("/checkout/sessions", CheckoutSessions.List).Post("/checkout/sessions", OpenCheckoutSession.Create);
        v1.Get("/checkout/sessions/{id}", CheckoutSessions.Get).Post("/checkout/sessions/{id}/expire", CheckoutSessions.Expire);
        v1.Get("/checkout/sessions/{id}/line_items", CheckoutSessions.ListLines);
        v1.Get("/payment_intents", PaymentIntents.ListIntents).Get("/payment_intents/{id}", PaymentIntents.GetIntent);
        v1.Get("/setup_intents/{id}", SetupIntents.Get);
        v1.Get("/charges", PaymentIntents.ListCharges).Get("/charges/{id}", PaymentIntents.GetCharge);
        v1.Get("/payment_methods", PaymentIntents.ListMethods).Get("/payment_methods/{id}", PaymentIntents.GetMethod);
        v1.Get("/refunds", Refunds.List).Post("/refunds", Refunds.Create).Get("/refunds/{id}", Refunds.Get);
        v1.Get("/disputes", Disputes.List).Get("/disputes/{id}", Disputes.Get).Post("/disputes/{id}", Disputes.Change);
        v1.Post("/disputes/{id}/close", Disputes.Close);
    }

    private static void MapEvents(this RouteGroupBuilder v1)
    {
        v1.Get("/events", Events.List).Get("/events/{id}", Events.Get);
        v1.Get("/webhook_endpoints", WebhookEndpoints.List).Post("/webhook_endpoints", WebhookEndpoints.Create);
        v1.Get("/webhook_endpoints/{id}", WebhookEndpoints.Get).Post("/webhook_endpoints/{id}", WebhookEndpoints.Change);
        v1.Delete("/webhook_endpoints/{id}", WebhookEndpoints.Delete);
    }

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

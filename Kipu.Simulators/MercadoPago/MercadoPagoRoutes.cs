namespace Kipu.Simulators;

/// <summary>The API's routes. The official SDK posts to some of them with a slash at the end; routing makes no difference.</summary>
internal static class MercadoPagoRoutes
{
    public static void MapMercadoPagoApi(this IEndpointRouteBuilder routes)
    {
        routes.Get("/users/me", PaymentCalls.Account);
        routes.Post("/preapproval", PreapprovalCalls.Create);
        routes.Get("/preapproval/search", PreapprovalCalls.Search);
        routes.Get("/preapproval/{id}", PreapprovalCalls.Get);
        routes.Put("/preapproval/{id}", PreapprovalCalls.Change);
        routes.Get("/authorized_payments/search", PreapprovalCalls.SearchInstalments);
        routes.Get("/authorized_payments/{id}", PreapprovalCalls.GetInstalment);
        routes.Get("/v1/payments/search", PaymentCalls.Search);
        routes.Get("/v1/payments/{id}", PaymentCalls.Get);
        routes.Get("/v1/payments/{id}/refunds", PaymentCalls.Refunds);
        routes.Post("/v1/payments/{id}/refunds", PaymentCalls.Refund);
        routes.Post("/preapproval_plan", KeptCalls.CreatePlan);
        routes.Get("/preapproval_plan/search", KeptCalls.SearchPlans);
        routes.Get("/preapproval_plan/{id}", KeptCalls.GetPlan);
        routes.Put("/preapproval_plan/{id}", KeptCalls.ChangePlan);
        routes.Post("/checkout/preferences", KeptCalls.CreatePreference);
        routes.Get("/checkout/preferences/{id}", KeptCalls.GetPreference);
    }

    private static void Get(this IEndpointRouteBuilder routes, string path, Func<MercadoPagoCall, object> handler) =>
        routes.MapGet(path, (HttpContext http, MercadoPagoApi api) => api.HandleAsync(http, handler));

    private static void Post(this IEndpointRouteBuilder routes, string path, Func<MercadoPagoCall, object> handler) =>
        routes.MapPost(path, (HttpContext http, MercadoPagoApi api) => api.HandleAsync(http, handler));

    private static void Put(this IEndpointRouteBuilder routes, string path, Func<MercadoPagoCall, object> handler) =>
        routes.MapPut(path, (HttpContext http, MercadoPagoApi api) => api.HandleAsync(http, handler));
}

using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>
/// The customer portal, <c>/p/session/{id}</c>: change the card or the plan, cancel at the period's end and undo that, see
/// the invoices. Cancelling sets <c>cancel_at</c> and leaves <c>cancel_at_period_end</c> alone, as the real one does.
/// </summary>
internal static class PortalPage
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/p/session/{id}", Show);
        routes.MapPost("/p/session/{id}/card", ChangeCard);
        routes.MapPost("/p/session/{id}/plan", ChangePlanTo);
        routes.MapPost("/p/session/{id}/cancel", Cancel);
        routes.MapPost("/p/session/{id}/undo", Undo);
    }

    public static IResult Show(string id, StripeState state)
    {
        lock (state.Gate)
        {
            return state.Find(PortalSessions.Kind, id) is { } session ? Html.Page(View(state, session)) : Html.Missing();
        }
    }

    public static Task<IResult> ChangeCard(string id, HttpRequest request, StripeState state, TimeProvider time) =>
        WithAsync(id, request, state, (session, form) =>
        {
            var customer = state.Get(Customers.Kind, session.Text("customer")!);
            var (entry, wrong) = PayForm.Read(form, customer.Text("email") ?? "nobody@example.com", time.GetUtcNow());
            if (entry is null) return Html.Page(View(state, session, form, wrong), 400);
            var method = PaymentIntents.AddMethod(state, entry);
            var setup = SetupIntents.Add(state, customer.Id());
            if (entry.Card.Decline is { } decline && !entry.Card.Authenticates)
            {
                SetupIntents.Refuse(state, setup, decline);
                return Html.Page(View(state, session, form, decline.Message), 402);
            }

            SetupIntents.Succeed(state, setup, method);
            method["customer"] = customer.Id();
            state.Emit("payment_method.attached", method);
            state.Change("customer.updated", customer, () => customer["invoice_settings"]!["default_payment_method"] = method.Id());
            foreach (var subscription in SubscriptionsOf(state, session))
                state.Change("customer.subscription.updated", subscription, () => subscription["default_payment_method"] = method.Id());
            return Done(session, "card");
        });

    public static Task<IResult> ChangePlanTo(string id, HttpRequest request, StripeState state) =>
        WithSubscriptionAsync(id, request, state, (session, subscription, form) =>
        {
            var price = state.Find(Catalog.Price, form["price"].ToString());
            if (price is null || PortalPlans.Of(state, subscription).All(plan => plan.Id() != price.Id()))
                return Html.Page(View(state, session, refusal: "Choose one of the plans."), 400);
            if (subscription["schedule"] is not null)
                return Html.Page(
                    View(state, session, refusal: "A change of this subscription is already planned; it can't be changed here."), 409);

            var item = new ItemChange(subscription.Entries("items").First().Id(), price, Quantity: null, Deleted: false);
            var change = new SubscriptionChange([item], "always_invoice", state.Now, ResetsAnchor: false, EndsTrial: false);
            ChangeSubscription.Apply(state, subscription, change, "pending_if_incomplete", () => { });
            return subscription["pending_update"] is null
                ? Done(session, "plan")
                : Html.Page(View(state, session, refusal: "Your card was declined: the plan changes when the open invoice is paid."), 402);
        });

    public static Task<IResult> Cancel(string id, HttpRequest request, StripeState state) =>
        WithSubscriptionAsync(id, request, state, (session, subscription, _) =>
        {
            if (subscription["schedule"] is not null)
                return Html.Page(
                    View(state, session, refusal: "A change of this subscription is already planned; it can't be canceled here."), 409);
            var end = subscription.Entries("items").Max(item => item.Number("current_period_end"));
            state.Change(
                "customer.subscription.updated", subscription, () => Cancellation.Ask(state, subscription, end, atPeriodEnd: false));
            return Done(session, "cancel");
        });

    public static Task<IResult> Undo(string id, HttpRequest request, StripeState state) =>
        WithSubscriptionAsync(id, request, state, (session, subscription, _) =>
        {
            state.Change("customer.subscription.updated", subscription, () => Cancellation.Undo(subscription));
            return Done(session, "undo");
        });

    private static List<JsonObject> SubscriptionsOf(StripeState state, JsonObject session) => [.. state.All(Subscriptions.Kind)
        .Where(subscription => Subscriptions.IsLive(subscription) && subscription.Text("customer") == session.Text("customer"))];

    private static async Task<IResult> WithAsync(
        string id, HttpRequest request, StripeState state, Func<JsonObject, IFormCollection, IResult> act)
    {
        var form = await Html.ReadFormAsync(request);
        lock (state.Gate)
        {
            if (state.Find(PortalSessions.Kind, id) is not { } session) return Html.Missing();
            using var time = state.InTimeOf(session.Text("customer"));
            return act(session, form);
        }
    }

    private static Task<IResult> WithSubscriptionAsync(
        string id, HttpRequest request, StripeState state, Func<JsonObject, JsonObject, IFormCollection, IResult> act) =>
        WithAsync(id, request, state, (session, form) =>
        {
            var wanted = form["subscription"].ToString();
            var subscriptions = SubscriptionsOf(state, session);
            var subscription = wanted.Length == 0
                ? subscriptions.FirstOrDefault()
                : subscriptions.FirstOrDefault(subscription => subscription.Id() == wanted);
            return subscription is null
                ? Html.Page(View(state, session, refusal: "There is no such subscription."), 404)
                : act(session, subscription, form);
        });

    /// <summary>Back to where a flow is to end, else to the portal.</summary>
    private static IResult Done(JsonObject session, string what) =>
        Html.SeeOther(session["flow"]?["after_completion"]?["redirect"]?.Text("return_url") ?? $"/p/session/{session.Id()}?done={what}");

    private static string View(StripeState state, JsonObject session, IFormCollection? entry = null, string? refusal = null)
    {
        var customer = state.Get(Customers.Kind, session.Text("customer")!);
        var subscriptions = SubscriptionsOf(state, session);
        var invoices = state.All(Invoices.Kind)
            .Where(invoice => invoice.Text("customer") == customer.Id() && invoice.Text("status") != "draft").ToList();
        var methodId = subscriptions.FirstOrDefault()?.Text("default_payment_method")
            ?? customer["invoice_settings"]!.Text("default_payment_method");
        var method = methodId is null ? null : state.Find(PaymentIntents.Method, methodId);
        return PortalHtml.Portal(
            session,
            [.. subscriptions.Select(subscription => (subscription, PortalPlans.Of(state, subscription)))],
            method,
            invoices,
            entry,
            refusal);
    }
}

using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>
/// What happens when a person presses Pay: the bank says yes, no, or wants to see the customer; a yes makes customer,
/// subscription, invoice and payment at once, in the order of events that Stripe has. A no leaves the session open.
/// </summary>
internal sealed class PayCheckout(StripeState state, JsonObject session, string baseUrl)
{
    private readonly JsonObject _draft = CheckoutSessions.DraftOf(state, (string)session["id"]!);

    private string Mode => (string)session["mode"]!;

    /// <summary>A payment waits for the customer to be authenticated.</summary>
    public bool Authenticating => Intent is { } intent && (string)intent["status"]! == "requires_action";

    private JsonObject? Intent => (string?)_draft["payment_intent"] is { } id ? state.Get(PaymentIntents.Intent, id) : null;

    public PayOutcome Pay(CardEntry entry)
    {
        var intent = Intent ?? StartIntent();
        var method = state.Add(PaymentIntents.NewMethod(state, entry));
        intent["payment_method"] = (string)method["id"]!;
        if (entry.Card.Authenticates)
        {
            intent["status"] = "requires_action";
            intent["next_action"] = new JsonObject { ["type"] = "use_stripe_sdk", ["use_stripe_sdk"] = new JsonObject() };
            state.Emit("payment_intent.requires_action", intent);
            return new PayOutcome(NeedsAuthentication: true, Refusal: null);
        }

        return Settle(intent, method, entry.Card.Decline);
    }

    /// <summary>The customer came back from the bank.</summary>
    public PayOutcome Authenticate(bool passed)
    {
        var intent = Intent!;
        var method = state.Get(PaymentIntents.Method, (string)intent["payment_method"]!);
        intent["next_action"] = null;
        var last4 = (string)method["card"]!["last4"]!;
        var card = TestCards.Offered.First(card => card.Authenticates && card.Last4 == last4);
        return Settle(intent, method, passed ? card.Decline : new Decline("payment_intent_authentication_failure", "authentication_failed"));
    }

    private JsonObject StartIntent()
    {
        var description = Mode == "subscription" ? "Subscription creation" : (string?)_draft["details"]!["description"];
        var intent = PaymentIntents.NewIntent(
            state, (long)session["amount_total"]!, (string)session["currency"]!, (string?)session["customer"], description);
        if (Mode == "subscription") intent["setup_future_usage"] = "off_session";
        else intent["metadata"] = _draft["details"]!["metadata"]!.DeepClone();
        state.Add(intent);
        _draft["payment_intent"] = (string)intent["id"]!;
        if (Mode == "payment") session["payment_intent"] = (string)intent["id"]!;
        state.Emit("payment_intent.created", intent);
        return intent;
    }

    private PayOutcome Settle(JsonObject intent, JsonObject method, Decline? decline)
    {
        if (decline is not null)
        {
            Refuse(intent, method, decline);
            return new PayOutcome(NeedsAuthentication: false, decline.Message);
        }

        var customer = CustomerOf(method, out var isNew);
        intent["customer"] = (string)customer["id"]!;
        method["customer"] = (string)customer["id"]!;
        var charge = state.Add(PaymentIntents.NewCharge(state, intent, method, decline: null, baseUrl));
        intent["status"] = "succeeded";
        intent["amount_received"] = (long)intent["amount"]!;
        intent["latest_charge"] = (string)charge["id"]!;
        intent["last_payment_error"] = null;
        state.Emit("payment_intent.succeeded", intent);
        state.Emit("charge.succeeded", charge);
        state.Emit("payment_method.attached", method);
        if (isNew) state.Emit("customer.created", customer);
        if (Mode == "subscription") Subscribe(customer, method, intent);
        Complete(customer, method);
        return new PayOutcome(NeedsAuthentication: false, Refusal: null);
    }

    private void Refuse(JsonObject intent, JsonObject method, Decline decline)
    {
        intent["status"] = "requires_payment_method";
        intent["payment_method"] = null;
        intent["last_payment_error"] = new JsonObject
        {
            ["type"] = decline.DeclineCode == "authentication_failed" ? "invalid_request_error" : "card_error",
            ["code"] = decline.Code,
            ["decline_code"] = decline.Code == "card_declined" ? decline.DeclineCode : null,
            ["message"] = decline.Message,
            ["payment_method"] = method.DeepClone(),
        };
        if (decline.DeclineCode != "authentication_failed")
        {
            var charge = state.Add(PaymentIntents.NewCharge(state, intent, method, decline, baseUrl));
            intent["latest_charge"] = (string)charge["id"]!;
            state.Emit("charge.failed", charge);
        }

        state.Emit("payment_intent.payment_failed", intent);
    }

    private JsonObject CustomerOf(JsonObject method, out bool isNew)
    {
        isNew = (string?)session["customer"] is null;
        if (!isNew) return state.Get(Customers.Kind, (string)session["customer"]!);
        var details = method["billing_details"]!;
        return state.Add(Customers.New(state, (string?)details["email"], (string?)details["name"]));
    }

    private void Subscribe(JsonObject customer, JsonObject method, JsonObject intent)
    {
        var lines = CheckoutSessions.LinesOf(state, (string)session["id"]!);
        var subscription = state.Add(Subscriptions.New(state, customer, method, lines, _draft["details"]!.AsObject()));
        var invoice = state.Add(Invoices.NewPaid(state, customer, subscription, baseUrl));
        var payment = state.Add(Invoices.NewPayment(state, invoice, intent));
        subscription["latest_invoice"] = (string)invoice["id"]!;
        customer["currency"] = (string)invoice["currency"]!;
        session["subscription"] = (string)subscription["id"]!;
        session["invoice"] = (string)invoice["id"]!;
        state.Emit("customer.subscription.created", subscription);
        state.Emit("invoice.created", invoice);
        state.Emit("invoice.finalized", invoice);
        state.Emit("invoice_payment.paid", payment);
        state.Emit("invoice.paid", invoice);
        state.Emit("invoice.payment_succeeded", invoice);
    }

    private void Complete(JsonObject customer, JsonObject method)
    {
        session["customer"] = (string)customer["id"]!;
        session["customer_details"] = CheckoutSessions.DetailsOf(
            (string)method["billing_details"]!["email"]!, (string?)method["billing_details"]!["name"]);
        session["payment_status"] = "paid";
        session["status"] = "complete";
        session["url"] = null;
        state.Emit("checkout.session.completed", session);
    }
}

/// <summary>The bank's answer; neither part set is a yes.</summary>
internal sealed record PayOutcome(bool NeedsAuthentication, string? Refusal);

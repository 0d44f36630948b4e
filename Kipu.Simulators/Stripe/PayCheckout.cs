using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>
/// What happens when a person presses Pay: the bank says yes, no, or wants to see the customer; a yes makes customer,
/// subscription, invoice and payment at once, in the order of events that Stripe has. A no leaves the session open. What
/// costs nothing now (a trial, a full discount) keeps the card by a setup intent instead of a payment.
/// </summary>
internal sealed class PayCheckout(StripeState state, JsonObject session)
{
    private readonly JsonObject _draft = CheckoutSessions.DraftOf(state, session.Id());

    private bool Subscribes => session.Text("mode") == "subscription";

    private bool IsFree => session.Number("amount_total") == 0;

    /// <summary>Whether a card has to be given.</summary>
    public bool NeedsCard => !IsFree || session.Text("payment_method_collection") == "always";

    /// <summary>A payment waits for the customer to be authenticated.</summary>
    public bool Authenticating => Intent?.Text("status") == "requires_action";

    private string IntentKind => IsFree ? SetupIntents.Kind : PaymentIntents.Intent;

    private JsonObject? Intent => _draft.Text(IntentKind) is { } id ? state.Get(IntentKind, id) : null;

    public PayOutcome Pay(CardEntry entry)
    {
        var intent = Intent ?? StartIntent();
        var method = PaymentIntents.AddMethod(state, entry);
        if (!IsFree) intent["amount"] = session.Number("amount_total");
        var answer = Bank.Ask(state, method, present: true);
        if (!answer.NeedsAuthentication) return Settle(intent, method, answer.Decline);

        if (IsFree) SetupIntents.AwaitAuthentication(state, intent, method);
        else Charging.AwaitAuthentication(state, intent, method);
        return new PayOutcome(NeedsAuthentication: true, Refusal: null);
    }

    /// <summary>The bank will say in some days whether it pays; the session is complete, and unpaid until then.</summary>
    public PayOutcome PayByBank(string email, string? name)
    {
        var intent = Intent ?? StartIntent();
        intent["amount"] = session.Number("amount_total");
        var method = state.Add(PaymentIntents.NewBankAccount(state, email, name));
        var customer = CustomerOf(email, name, out var isNew);
        intent["customer"] = customer.Id();
        intent["payment_method"] = method.Id();
        intent["status"] = "processing";
        method["customer"] = customer.Id();
        state.Emit("payment_intent.processing", intent);
        state.Emit("payment_method.attached", method);
        if (isNew) state.Emit("customer.created", customer);
        if (Subscribes) Subscribe(customer, method, intent);
        Complete(customer, email, name, "unpaid");
        return new PayOutcome(NeedsAuthentication: false, Refusal: null);
    }

    /// <summary>Whether the bank's answer is still awaited.</summary>
    public bool AwaitsBank => Intent?.Text("status") == "processing";

    public void SettleByBank(bool paid)
    {
        var intent = Intent!;
        var method = state.Get(PaymentIntents.Method, intent.Text("payment_method")!);
        var invoice = Subscribes ? state.Get(Invoices.Kind, session.Text("invoice")!) : null;
        if (paid)
        {
            Charging.Succeed(state, intent, method);
            if (invoice is not null) Collection.MarkPaid(state, invoice);
            session["payment_status"] = "paid";
            state.Emit("checkout.session.async_payment_succeeded", session);
            return;
        }

        Charging.Refuse(state, intent, method, new Decline("payment_method_bank_account_blocked", "generic_decline"));
        if (invoice is not null)
        {
            state.Emit("invoice.payment_failed", invoice);
            Invoices.Void(state, invoice);
            var subscription = Collection.SubscriptionOf(state, invoice);
            state.Change("customer.subscription.updated", subscription, () => subscription["status"] = "incomplete_expired");
        }

        state.Emit("checkout.session.async_payment_failed", session);
    }

    /// <summary>Nothing to pay, and no card wanted.</summary>
    public PayOutcome PayNothing(string email, string? name)
    {
        var customer = CustomerOf(email, name, out var isNew);
        if (isNew) state.Emit("customer.created", customer);
        if (Subscribes) Subscribe(customer, method: null, intent: null);
        Complete(customer, email, name);
        return new PayOutcome(NeedsAuthentication: false, Refusal: null);
    }

    /// <summary>The customer came back from the bank.</summary>
    public PayOutcome Authenticate(bool passed)
    {
        var intent = Intent!;
        var method = state.Get(PaymentIntents.Method, intent.Text("payment_method")!);
        return Settle(intent, method, Bank.AfterAuthentication(state, method, passed));
    }

    private JsonObject StartIntent()
    {
        var intent = IsFree ? SetupIntents.Add(state, session.Text("customer")) : StartPayment();
        _draft[IntentKind] = intent.Id();
        if (IsFree) session["setup_intent"] = intent.Id();
        return intent;
    }

    private JsonObject StartPayment()
    {
        var description = Subscribes ? "Subscription creation" : _draft["details"]!.Text("description");
        var intent = PaymentIntents.NewIntent(
            state, session.Number("amount_total"), session.Text("currency")!, session.Text("customer"), description);
        if (Subscribes) intent["setup_future_usage"] = "off_session";
        else intent["metadata"] = _draft["details"]!["metadata"]!.DeepClone();
        state.Add(intent);
        if (!Subscribes) session["payment_intent"] = intent.Id();
        state.Emit("payment_intent.created", intent);
        return intent;
    }

    private PayOutcome Settle(JsonObject intent, JsonObject method, Decline? decline)
    {
        if (decline is not null)
        {
            if (IsFree) SetupIntents.Refuse(state, intent, decline);
            else Charging.Refuse(state, intent, method, decline);
            return new PayOutcome(NeedsAuthentication: false, decline.Message);
        }

        var details = method["billing_details"]!;
        var customer = CustomerOf(details.Text("email")!, details.Text("name"), out var isNew);
        intent["customer"] = customer.Id();
        method["customer"] = customer.Id();
        if (IsFree) SetupIntents.Succeed(state, intent, method);
        else Charging.Succeed(state, intent, method);
        state.Emit("payment_method.attached", method);
        if (isNew) state.Emit("customer.created", customer);
        if (Subscribes) Subscribe(customer, method, IsFree ? null : intent);
        Complete(customer, details.Text("email")!, details.Text("name"));
        return new PayOutcome(NeedsAuthentication: false, Refusal: null);
    }

    private JsonObject CustomerOf(string email, string? name, out bool isNew)
    {
        isNew = session["customer"] is null;
        return isNew ? state.Add(Customers.New(state, email, name)) : state.Get(Customers.Kind, session.Text("customer")!);
    }

    private void Subscribe(JsonObject customer, JsonObject? method, JsonObject? intent)
    {
        var subscription = state.Add(Subscriptions.New(
            state, customer, method, CheckoutSessions.LinesOf(state, session.Id()), _draft["details"]!.AsObject()));
        foreach (var discount in session["discounts"]!.AsArray()) Redeem(subscription, customer, discount!.AsObject());
        var trial = subscription.Text("status") == "trialing";
        var awaitsBank = intent?.Text("status") == "processing";
        if (awaitsBank) subscription["status"] = "incomplete";
        var lines = subscription.Entries("items").Select(item => (trial ? InvoiceLines.ForTrial : (LineMaker)InvoiceLines.ForPeriod)(
            state, item, item.Number("current_period_start"), item.Number("current_period_end"))).ToList();
        var invoice = InvoiceDraft.Add(state, subscription, "subscription_create", lines);
        PaidTime.Keep(state, invoice.Entries("lines"));
        Discounts.UseUp(state, subscription, invoice);
        subscription["latest_invoice"] = invoice.Id();
        customer["currency"] = invoice.Text("currency");
        session["subscription"] = subscription.Id();
        session["invoice"] = invoice.Id();
        state.Emit("customer.subscription.created", subscription);
        state.Emit("invoice.created", invoice);

        // The page charged the session's total; a balance of the customer is left for the next invoice.
        Collection.FinalizeInvoice(state, invoice, useBalance: false);
        if (intent is null) return;
        invoice["attempt_count"] = 1L;
        Collection.Link(state, invoice, intent);
        if (!awaitsBank) Collection.MarkPaid(state, invoice);
    }

    private delegate JsonObject LineMaker(StripeState state, JsonNode item, long start, long end);

    private void Redeem(JsonObject subscription, JsonObject customer, JsonObject applied)
    {
        var coupon = state.Get(Coupons.Kind, applied.Text("coupon")!);
        Coupons.Redeem(state, coupon, applied.Text("promotion_code"));
        var discount = Discounts.Add(state, coupon, applied.Text("promotion_code"), customer.Id(), session.Id());
        discount["subscription"] = subscription.Id();
        subscription["discounts"]!.AsArray().Add((JsonNode?)discount.Id());
        state.Emit("customer.discount.created", discount);
    }

    private void Complete(JsonObject customer, string email, string? name, string? paymentStatus = null)
    {
        session["customer"] = customer.Id();
        session["customer_details"] = CheckoutSessions.DetailsOf(email, name);
        session["payment_status"] = paymentStatus ?? (IsFree ? "no_payment_required" : "paid");
        session["status"] = "complete";
        session["url"] = null;
        state.Emit("checkout.session.completed", session);
    }
}

/// <summary>The bank's answer; neither part set is a yes.</summary>
internal sealed record PayOutcome(bool NeedsAuthentication, string? Refusal);

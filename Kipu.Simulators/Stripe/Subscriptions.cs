using System.Text.Json.Nodes;

namespace Kipu.Simulators;

internal static class Subscriptions
{
    public const string Kind = "subscription";

    private static readonly string[] Ended = ["canceled", "incomplete_expired"];

    /// <summary>What a change that waits for its payment may not touch.</summary>
    private static readonly string[] NotPending = ["default_payment_method", "description", "cancel_at", "cancellation_details",
        "trial_settings"];

    public static bool IsLive(JsonObject subscription) => !Ended.Contains(subscription.Text("status"));

    /// <summary>A subscription that has not ended.</summary>
    public static JsonObject Live(StripeState state, string id) =>
        state.Get(Kind, id) is var subscription && IsLive(subscription) ? subscription : throw StripeFault.NoSuch(Kind, id);

    public static JsonObject Get(StripeCall call)
    {
        call.Parameters.End();
        return call.State.Get(Kind, call.Id);
    }

    /// <summary>Without <c>status</c> those that ended are left out.</summary>
    public static JsonObject List(StripeCall call)
    {
        var parameters = call.Parameters;
        var customer = parameters.Text("customer");
        var price = parameters.Text("price");
        var clock = parameters.Text("test_clock");
        var status = parameters.OneOf(
            "status", "active", "all", "canceled", "ended", "incomplete", "incomplete_expired", "past_due", "paused", "trialing", "unpaid");
        var created = parameters.Range("created");
        return call.Page(call.State.All(Kind).Where(subscription =>
            (customer is null || subscription.Text("customer") == customer)
            && (price is null || subscription.Entries("items").Any(item => item["price"]!.Id() == price))
            && (clock is null || subscription.Text("test_clock") == clock)
            && HasStatus(subscription, status)
            && created(subscription)));
    }

    public static JsonObject Search(StripeCall call) => SearchQuery.Run(call, Kind);

    /// <summary>Changes items, end, card, description or metadata.</summary>
    public static JsonObject Change(StripeCall call)
    {
        var (parameters, state) = (call.Parameters, call.State);
        var subscription = Live(state, call.Id);
        using var time = state.InTimeOf(subscription.Text("customer"));
        var behavior = parameters.OneOf(
            "payment_behavior", "allow_incomplete", "error_if_incomplete", "pending_if_incomplete") ?? "allow_incomplete";
        if (behavior == "pending_if_incomplete" && NotPending.FirstOrDefault(parameters.Has) is { } forbidden)
            throw StripeFault.Request(
                $"When `payment_behavior` is set to `pending_if_incomplete`, you cannot pass `{forbidden}`.", forbidden);

        var change = SubscriptionChange.Read(parameters, state, subscription);
        var end = Cancellation.Read(parameters, state, subscription);
        var others = ReadOthers(parameters, state, subscription);
        parameters.OneOf("off_session", "true", "false");
        if (subscription["schedule"] is not null && (parameters.Has("cancel_at") || parameters.Has("cancel_at_period_end")))
        {
            throw StripeFault.Request(
                $"The subscription is managed by the subscription schedule `{subscription.Text("schedule")}`, and updating any cancelation "
                + "behavior directly is not allowed. Please update the schedule instead.", "cancel_at_period_end");
        }

        parameters.End();
        if (change.IsEmpty)
        {
            state.Change("customer.subscription.updated", subscription, Rest);
            return subscription;
        }

        ChangeSubscription.Apply(state, subscription, change, behavior, Rest);
        Schedules.FollowItems(state, subscription);
        return subscription;

        void Rest()
        {
            end(subscription);
            others(subscription);
        }
    }

    /// <summary>Stops service and billing until it is resumed.</summary>
    public static JsonObject Pause(StripeCall call)
    {
        var (parameters, state) = (call.Parameters, call.State);
        var subscription = Live(state, call.Id);
        if (parameters.Required("type") != "subscription") throw StripeFault.Request("Invalid type: must be subscription", "type");
        parameters.End();
        state.Change("customer.subscription.updated", subscription, () => subscription["status"] = "paused");
        state.Emit("customer.subscription.paused", subscription);
        return subscription;
    }

    /// <summary>Goes on with a paused subscription: a new period begins, and is charged for, now.</summary>
    public static JsonObject Resume(StripeCall call)
    {
        var (parameters, state) = (call.Parameters, call.State);
        var subscription = Live(state, call.Id);
        using var time = state.InTimeOf(subscription.Text("customer"));
        if (subscription.Text("status") != "paused")
            throw StripeFault.Request("Only subscriptions with a status of `paused` can be resumed.");
        parameters.Nested("billing_cycle_anchor")?.OneOf("type", "now");
        parameters.OneOf("proration_behavior", "always_invoice", "create_prorations", "none");
        parameters.End();

        var change = new SubscriptionChange([], "none", state.Now, ResetsAnchor: true, EndsTrial: false);
        ChangeSubscription.Apply(state, subscription, change, "allow_incomplete", () => subscription["status"] = "active");
        state.Emit("customer.subscription.resumed", subscription);
        return subscription;
    }

    /// <summary>A subscription that has just been agreed on, for one interval from now, or for a trial first.</summary>
    public static JsonObject New(
        StripeState state, JsonObject customer, JsonObject? method, IEnumerable<JsonObject> lines, JsonObject details)
    {
        var id = StripeState.NewId("sub");
        var now = state.Now;
        var trialEnd = details.NumberOrNull("trial_days") is { } days ? now + (days * 86_400) : (long?)null;
        var items = lines.Select(line => NewItem(
            id, line["price"]!, line.Number("quantity"), now, trialEnd ?? BillingPeriod.EndAfter(now, now, line["price"]!["recurring"]!)))
                .ToList();
        return new JsonObject
        {
            ["id"] = id,
            ["object"] = Kind,
            ["automatic_tax"] = new JsonObject { ["disabled_reason"] = null, ["enabled"] = false, ["liability"] = null },
            ["billing_cycle_anchor"] = trialEnd ?? now,
            ["billing_mode"] = new JsonObject
            {
                ["flexible"] = new JsonObject { ["proration_discounts"] = "included" },
                ["type"] = "flexible",
            },
            ["cancel_at"] = null,
            ["cancel_at_period_end"] = false,
            ["canceled_at"] = null,
            ["cancellation_details"] = new JsonObject { ["comment"] = null, ["feedback"] = null, ["reason"] = null },
            ["collection_method"] = "charge_automatically",
            ["created"] = now,
            ["currency"] = items[0]["price"]!.Text("currency"),
            ["customer"] = customer.Id(),
            ["default_payment_method"] = method?.Id(),
            ["description"] = details.Text("description"),
            ["discounts"] = new JsonArray(),
            ["ended_at"] = null,
            ["items"] = StripeCall.ListOf(items, $"/v1/subscription_items?subscription={id}"),
            ["latest_invoice"] = null,
            ["livemode"] = false,
            ["metadata"] = details["metadata"]!.DeepClone(),
            ["pause_collection"] = null,
            ["payment_settings"] = new JsonObject
            {
                ["payment_method_options"] = null,
                ["payment_method_types"] = null,
                ["save_default_payment_method"] = "off",
            },
            ["pending_setup_intent"] = null,
            ["pending_update"] = null,
            ["schedule"] = null,
            ["start_date"] = now,
            ["status"] = trialEnd is null ? "active" : "trialing",
            ["test_clock"] = customer.Text("test_clock"),
            ["trial_end"] = trialEnd,
            ["trial_settings"] = new JsonObject
            {
                ["end_behavior"] = new JsonObject
                {
                    ["missing_payment_method"] = details.Text(
                    "missing_payment_method") ?? "create_invoice"
                },
            },
            ["trial_start"] = trialEnd is null ? null : now,
        };
    }

    public static JsonObject NewItem(string subscription, JsonNode price, long quantity, long now, long end) => new()
    {
        ["id"] = StripeState.NewId("si"),
        ["object"] = "subscription_item",
        ["billed_until"] = end,
        ["created"] = now,
        ["current_period_end"] = end,
        ["current_period_start"] = now,
        ["discounts"] = new JsonArray(),
        ["metadata"] = new JsonObject(),
        ["price"] = price.DeepClone(),
        ["quantity"] = quantity,
        ["subscription"] = subscription,
        ["tax_rates"] = new JsonArray(),
    };

    private static Action<JsonObject> ReadOthers(Parameters parameters, StripeState state, JsonObject subscription)
    {
        var read = (JsonObject)subscription.DeepClone();
        parameters.ApplyMetadata(read);
        if (parameters.Has("description")) read["description"] = parameters.Text("description");
        if (parameters.Has("default_payment_method"))
        {
            var method = parameters.Text("default_payment_method");
            read["default_payment_method"] = method is null
                ? null
                : state.Get(PaymentIntents.Method, method, "default_payment_method", status: 400).Id();
        }

        MoveTrialEnd(parameters, state, read);
        var missing = parameters.Nested("trial_settings")?.Nested("end_behavior")?.OneOf(
            "missing_payment_method", "cancel", "create_invoice", "pause");
        if (missing is not null) read["trial_settings"]!["end_behavior"]!["missing_payment_method"] = missing;
        return changed =>
        {
            foreach (var name in (string[])["metadata", "description", "default_payment_method", "trial_settings"])
                changed[name] = read[name]?.DeepClone();
            if (read.NumberOrNull("trial_end") == changed.NumberOrNull("trial_end") || changed.Text("status") != "trialing") return;
            foreach (var name in (string[])["trial_end", "billing_cycle_anchor", "items"]) changed[name] = read[name]?.DeepClone();
            state.Notes(changed.Id()).Remove("trial_warned");
        };
    }

    /// <summary>A trial can be made longer or shorter while it lasts.</summary>
    private static void MoveTrialEnd(Parameters parameters, StripeState state, JsonObject read)
    {
        if (parameters.Text("trial_end") is null or "now") return;
        var end = parameters.Integer("trial_end", state.Now + 1);
        if (read.Text("status") != "trialing")
            throw StripeFault.Request("The simulator moves the end of a running trial only.", "trial_end");
        read["trial_end"] = end;
        read["billing_cycle_anchor"] = end;
        foreach (var item in read.Entries("items")) item["current_period_end"] = end;
    }

    private static bool HasStatus(JsonObject subscription, string? wanted)
    {
        var status = subscription.Text("status");
        return wanted switch
        {
            null => !Ended.Contains(status),
            "all" => true,
            "ended" => Ended.Contains(status),
            _ => status == wanted,
        };
    }
}

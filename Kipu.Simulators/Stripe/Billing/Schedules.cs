using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>Subscription schedules: what a subscription becomes, phase by phase. Kipu lowers a plan by one at the period's end.</summary>
internal static class Schedules
{
    public const string Kind = "subscription_schedule";

    public static JsonObject Create(StripeCall call)
    {
        var (parameters, state) = (call.Parameters, call.State);
        var subscription = Subscriptions.Live(state, parameters.Required("from_subscription"));
        using var time = state.InTimeOf(subscription.Text("customer"));
        var metadata = new JsonObject { ["metadata"] = new JsonObject() };
        parameters.ApplyMetadata(metadata);
        parameters.End();
        if (subscription["schedule"] is not null)
        {
            throw StripeFault.Request(
                $"You cannot migrate a subscription that is already attached to a schedule: {subscription.Text("schedule")}",
                "from_subscription");
        }

        var item = subscription.Entries("items").First();
        var phase = new JsonObject
        {
            ["add_invoice_items"] = new JsonArray(),
            ["currency"] = subscription.Text("currency"),
            ["discounts"] = new JsonArray(),
            ["end_date"] = item.Number("current_period_end"),
            ["items"] = SchedulePhases.ItemsOf(subscription),
            ["metadata"] = new JsonObject(),
            ["proration_behavior"] = "create_prorations",
            ["start_date"] = item.Number("current_period_start"),
            ["trial_end"] = subscription.NumberOrNull("trial_end"),
        };
        var schedule = state.Add(New(state, subscription, phase, metadata["metadata"]!));
        subscription["schedule"] = schedule.Id();
        state.Emit("subscription_schedule.created", schedule);
        return schedule;
    }

    public static JsonObject Get(StripeCall call)
    {
        call.Parameters.End();
        return call.State.Get(Kind, call.Id);
    }

    public static JsonObject List(StripeCall call)
    {
        var customer = call.Parameters.Text("customer");
        return call.Page(call.State.All(Kind).Where(schedule => customer is null || schedule.Text("customer") == customer));
    }

    public static JsonObject Change(StripeCall call)
    {
        var (parameters, state) = (call.Parameters, call.State);
        var schedule = Active(state, call.Id);
        using var time = state.InTimeOf(schedule.Text("customer"));
        var phases = parameters.Has("phases") ? SchedulePhases.Read(parameters, state, schedule) : null;
        var end = parameters.OneOf("end_behavior", "release", "cancel");
        parameters.OneOf("proration_behavior", "always_invoice", "create_prorations", "none");
        var changed = (JsonObject)schedule.DeepClone();
        parameters.ApplyMetadata(changed);
        parameters.End();

        state.Change("subscription_schedule.updated", schedule, () =>
        {
            if (phases is not null) schedule["phases"] = phases;
            if (end is not null) schedule["end_behavior"] = end;
            schedule["metadata"] = changed["metadata"]!.DeepClone();
            Enter(schedule, state.Now);
        });
        return schedule;
    }

    /// <summary>Leaves the subscription as it is.</summary>
    public static JsonObject ReleaseNow(StripeCall call)
    {
        var schedule = Active(call.State, call.Id);
        using var time = call.State.InTimeOf(schedule.Text("customer"));
        call.Parameters.Flag("preserve_cancel_date");
        call.Parameters.End();
        Release(call.State, schedule);
        return schedule;
    }

    /// <summary>Ends the schedule and the subscription with it.</summary>
    public static JsonObject CancelNow(StripeCall call)
    {
        var state = call.State;
        var schedule = Active(state, call.Id);
        using var time = state.InTimeOf(schedule.Text("customer"));
        call.Parameters.Flag("invoice_now");
        call.Parameters.Flag("prorate");
        call.Parameters.End();
        Cancellation.End(state, state.Get(Subscriptions.Kind, schedule.Text("subscription")!), "cancellation_requested");
        return schedule;
    }

    /// <summary>The subscription has ended: its schedule has nothing left to do.</summary>
    public static void Cancel(StripeState state, JsonObject subscription)
    {
        if (subscription.Text("schedule") is not { } id || state.Get(Kind, id) is not { } schedule || schedule.Text("status") != "active")
            return;
        schedule["status"] = "canceled";
        schedule["canceled_at"] = state.Now;
        schedule["current_phase"] = null;
        state.Emit("subscription_schedule.canceled", schedule);
    }

    /// <summary>A change of the subscription itself is also one of the phase it is in.</summary>
    public static void FollowItems(StripeState state, JsonObject subscription)
    {
        if (subscription.Text("schedule") is not { } id || SchedulePhases.Current(state.Get(Kind, id)) is not { } phase) return;
        state.Change("subscription_schedule.updated", state.Get(Kind, id), () => phase["items"] = SchedulePhases.ItemsOf(subscription));
    }

    /// <summary>When the present phase ends.</summary>
    public static long? NextStep(JsonObject schedule) =>
        schedule.Text("status") == "active" ? SchedulePhases.Current(schedule)?.NumberOrNull("end_date") : null;

    public static void Step(StripeState state, JsonObject schedule)
    {
        var subscription = state.Get(Subscriptions.Kind, schedule.Text("subscription")!);
        if (SchedulePhases.At(schedule, state.Now) is not { } next)
        {
            if (schedule.Text("end_behavior") == "cancel") Cancellation.End(state, subscription, "cancellation_requested");
            else Release(state, schedule);
            return;
        }

        state.Change("subscription_schedule.updated", schedule, () => Enter(schedule, state.Now));

        // At the end of a period nothing is left to give back: the renewal that follows charges the new price.
        var renews = subscription.Entries("items").All(item => item.Number("current_period_end") <= state.Now);
        var proration = renews ? "none" : next.Text("proration_behavior")!;
        var change = new SubscriptionChange(
            SchedulePhases.ChangesTo(state, subscription, next), proration, state.Now, ResetsAnchor: false, EndsTrial: false);
        if (renews) SchedulePhases.Replace(state, subscription, next);
        else ChangeSubscription.Apply(state, subscription, change, "allow_incomplete", () => { });
    }

    private static void Release(StripeState state, JsonObject schedule)
    {
        var subscription = state.Get(Subscriptions.Kind, schedule.Text("subscription")!);
        schedule["status"] = "released";
        schedule["released_at"] = state.Now;
        schedule["released_subscription"] = subscription.Id();
        schedule["subscription"] = null;
        schedule["current_phase"] = null;
        subscription["schedule"] = null;
        state.Emit("subscription_schedule.released", schedule);
    }

    private static void Enter(JsonObject schedule, long now)
    {
        var phase = SchedulePhases.At(schedule, now);
        schedule["current_phase"] = phase is null
            ? null
            : new JsonObject { ["start_date"] = phase.Number("start_date"), ["end_date"] = phase.Number("end_date") };
    }

    private static JsonObject Active(StripeState state, string id)
    {
        var schedule = state.Get(Kind, id);
        return schedule.Text("status") == "active" ? schedule : throw StripeFault.Request(
            $"You cannot change a subscription schedule with a status of `{schedule.Text("status")}`.");
    }

    private static JsonObject New(StripeState state, JsonObject subscription, JsonObject phase, JsonNode metadata) => new()
    {
        ["id"] = StripeState.NewId("sub_sched"),
        ["object"] = Kind,
        ["application"] = null,
        ["billing_mode"] = subscription["billing_mode"]!.DeepClone(),
        ["canceled_at"] = null,
        ["completed_at"] = null,
        ["created"] = state.Now,
        ["current_phase"] = new JsonObject { ["start_date"] = phase.Number("start_date"), ["end_date"] = phase.Number("end_date") },
        ["customer"] = subscription.Text("customer"),
        ["default_settings"] = new JsonObject { ["collection_method"] = "charge_automatically", ["default_payment_method"] = null },
        ["end_behavior"] = "release",
        ["livemode"] = false,
        ["metadata"] = metadata.DeepClone(),
        ["phases"] = new JsonArray(phase),
        ["released_at"] = null,
        ["released_subscription"] = null,
        ["status"] = "active",
        ["subscription"] = subscription.Id(),
        ["test_clock"] = subscription.Text("test_clock"),
    };
}

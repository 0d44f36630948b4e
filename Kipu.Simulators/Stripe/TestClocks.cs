using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>Test clocks: customers for whom time stands still until it is moved on.</summary>
internal static class TestClocks
{
    public const string Kind = "test_helpers.test_clock";
    private const long TwoYears = 2 * 365 * 86_400L;
    private const long LifeSeconds = 30 * 86_400L;

    public static JsonObject Create(StripeCall call)
    {
        var (parameters, state) = (call.Parameters, call.State);
        var clock = new JsonObject
        {
            ["id"] = StripeState.NewId("clock"),
            ["object"] = Kind,
            ["created"] = state.Now,
            ["deletes_after"] = state.Now + LifeSeconds,
            ["frozen_time"] = parameters.Integer("frozen_time", 1) ?? throw StripeFault.Missing("frozen_time"),
            ["livemode"] = false,
            ["name"] = parameters.Text("name"),
            ["status"] = "ready",
            ["status_details"] = new JsonObject(),
        };
        parameters.End();
        state.Add(clock);
        state.Emit("test_helpers.test_clock.created", clock);
        return clock;
    }

    public static JsonObject Get(StripeCall call)
    {
        call.Parameters.End();
        return call.State.Get(Kind, call.Id);
    }

    public static JsonObject List(StripeCall call) => call.Page(call.State.All(Kind));

    /// <summary>Answers at once; the work of the time between is done after it.</summary>
    public static JsonObject Advance(StripeCall call)
    {
        var (parameters, state) = (call.Parameters, call.State);
        var clock = state.Get(Kind, call.Id);
        var target = parameters.Integer("frozen_time") ?? throw StripeFault.Missing("frozen_time");
        parameters.End();
        if (clock.Text("status") != "ready")
            throw StripeFault.Request("The test clock is advancing: wait until it is ready.", code: "testmode_clock_advancing");
        var now = clock.Number("frozen_time");
        if (target <= now) throw StripeFault.Request("A test clock can only be advanced to a later time.", "frozen_time");
        if (target > now + Reach(state, clock))
        {
            throw StripeFault.Request(
                "A test clock can be advanced by at most two intervals of its shortest subscription, or two years without one.",
                    "frozen_time");
        }

        clock["status"] = "advancing";
        clock["status_details"] = new JsonObject { ["advancing"] = new JsonObject { ["target_frozen_time"] = target } };
        state.Emit("test_helpers.test_clock.advancing", clock);
        call.Http.RequestServices.GetRequiredService<ClockAdvances>().Begin(clock);
        return clock;
    }

    public static JsonObject Delete(StripeCall call)
    {
        var state = call.State;
        var clock = state.Get(Kind, call.Id);
        call.Parameters.End();
        foreach (var customer in CustomersOf(state, clock).ToList()) Customers.Remove(state, customer);
        state.Remove(clock);
        state.Emit("test_helpers.test_clock.deleted", clock);
        return new JsonObject { ["id"] = call.Id, ["object"] = Kind, ["deleted"] = true };
    }

    /// <summary>Does what is due until the time that an advancing clock is set to.</summary>
    public static void Finish(StripeState state, JsonObject clock)
    {
        var target = clock["status_details"]!["advancing"]!.Number("target_frozen_time");
        var customers = CustomersOf(state, clock).Select(customer => customer.Id()).ToHashSet();
        BillingEngine.Run(state, customer => customers.Contains(customer) ? target : null);
        clock["frozen_time"] = target;
        clock["status"] = "ready";
        clock["status_details"] = new JsonObject();
        state.Emit("test_helpers.test_clock.ready", clock);
    }

    private static IEnumerable<JsonObject> CustomersOf(StripeState state, JsonObject clock) =>
        state.All(Customers.Kind).Where(customer => customer.Text("test_clock") == clock.Id());

    /// <summary>How far it may go at once.</summary>
    private static long Reach(StripeState state, JsonObject clock)
    {
        var items = state
            .All(Subscriptions.Kind).Where(Subscriptions.IsLive).Where(subscription => subscription.Text("test_clock") == clock.Id())
            .SelectMany(subscription => subscription.Entries("items")).ToList();
        return items.Count == 0 ? TwoYears : items.Min(item => 2 * BillingPeriod.Longest(item["price"]!["recurring"]!));
    }
}

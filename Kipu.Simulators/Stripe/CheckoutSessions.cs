using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>Hosted checkout sessions, for a subscription or a single payment.</summary>
internal static class CheckoutSessions
{
    public const string Kind = "checkout.session";

    public static JsonObject Get(StripeCall call)
    {
        call.Parameters.End();
        return call.State.Get(Kind, call.Id);
    }

    public static JsonObject List(StripeCall call)
    {
        var parameters = call.Parameters;
        var customer = parameters.Text("customer");
        var subscription = parameters.Text("subscription");
        var intent = parameters.Text("payment_intent");
        var status = parameters.OneOf("status", "open", "complete", "expired");
        var email = parameters.Nested("customer_details")?.Text("email");
        var created = parameters.Range("created");
        return call.Page(call.State.All(Kind).Where(session =>
            (customer is null || (string?)session["customer"] == customer)
            && (subscription is null || (string?)session["subscription"] == subscription)
            && (intent is null || (string?)session["payment_intent"] == intent)
            && (status is null || (string?)session["status"] == status)
            && (email is null || (string?)session["customer_details"]?["email"] == email)
            && created(session)));
    }

    public static JsonObject ListLines(StripeCall call)
    {
        call.State.Get(Kind, call.Id);
        return call.Page(LinesOf(call.State, call.Id));
    }

    public static JsonObject Expire(StripeCall call)
    {
        var session = call.State.Get(Kind, call.Id);
        call.Parameters.End();
        if ((string)session["status"]! is not "open" and var status)
        {
            throw StripeFault.Request(
                $"Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a status of `{status}`.");
        }

        Expire(call.State, session);
        return session;
    }

    /// <summary>What a discount leaves of the lines; a trial costs nothing yet.</summary>
    public static void SumUp(StripeState state, JsonObject session)
    {
        var trial = DraftOf(state, session.Id())["details"]!.NumberOrNull("trial_days") is not null;
        var lines = LinesOf(state, session.Id()).ToList();
        var amounts = lines.Select(line => trial ? 0 : checked(line["price"]!.Number("unit_amount") * line.Number("quantity"))).ToArray();
        var coupon = session["discounts"]!.AsArray().FirstOrDefault()?.Text("coupon");
        var off = coupon is null ? new long[amounts.Length] : Discounts.Amounts(state.Get(Coupons.Kind, coupon), amounts);
        for (var i = 0; i < lines.Count; i++)
        {
            lines[i]["amount_subtotal"] = amounts[i];
            lines[i]["amount_discount"] = off[i];
            lines[i]["amount_total"] = amounts[i] - off[i];
        }

        session["amount_subtotal"] = amounts.Sum();
        session["amount_total"] = amounts.Sum() - off.Sum();
        session["total_details"]!["amount_discount"] = off.Sum();
    }

    /// <summary>Expires what was left open for too long.</summary>
    public static void ExpireOld(StripeState state)
    {
        foreach (var session in state.All(Kind).Where(session => session.Text("status") == "open").ToList())
        {
            if (session.Number("expires_at") <= state.Clock.World) Expire(state, session);
        }
    }

    public static void Expire(StripeState state, JsonObject session)
    {
        session["status"] = "expired";
        session["url"] = null;
        state.Emit("checkout.session.expired", session);
    }

    public static IEnumerable<JsonObject> LinesOf(StripeState state, string sessionId) =>
        DraftOf(state, sessionId)["lines"]!.AsArray().Select(line => line!.AsObject());

    /// <summary>
    /// What the simulator knows of a session beside the public object: its lines, what its results shall carry, its payment so far.
    /// </summary>
    public static JsonObject DraftOf(StripeState state, string sessionId) => state.Get("_checkout", DraftId(sessionId));

    public static string DraftId(string sessionId) => $"_{sessionId}";

    public static JsonObject DetailsOf(string email, string? name) => new()
    {
        ["address"] = null,
        ["email"] = email,
        ["name"] = name,
        ["phone"] = null,
        ["tax_exempt"] = "none",
        ["tax_ids"] = new JsonArray(),
    };
}

using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>Replaces ids by the objects they name, along the paths of <c>expand</c>.</summary>
internal static class Expansion
{
    private const int MaxLevels = 4;

    public static void Apply(JsonObject answer, IEnumerable<string> paths, StripeState state)
    {
        foreach (var path in paths)
        {
            var segments = path.Split('.');
            if (segments.Length > MaxLevels)
                throw StripeFault.Request($"You cannot expand more than {MaxLevels} levels of a property. Property: {path}", "expand");
            Walk(answer, segments, path, state);
        }
    }

    private static void Walk(JsonNode? node, ReadOnlySpan<string> segments, string path, StripeState state)
    {
        if (segments.IsEmpty || node is null) return;
        if (node is JsonArray items)
        {
            foreach (var item in items) Walk(item, segments, path, state);
            return;
        }

        if (node is not JsonObject owner) throw NotExpandable(path);
        var name = segments[0];

        // A search counts only when it is asked to; it did so already.
        if (name == "total_count" && owner.Text("object") == "search_result") return;
        if (!owner.ContainsKey(name)) owner[name] = Included(owner, name, state) ?? throw NotExpandable(path);
        if (owner[name] is JsonValue value)
        {
            if (!value.TryGetValue<string>(out var id)) throw NotExpandable(path);
            owner[name] = state.Find(id)?.DeepClone() ?? throw NotExpandable(path);
        }

        if (owner[name] is JsonArray ids) ExpandIds(ids, path, state);
        Walk(owner[name], segments[1..], path, state);
    }

    private static void ExpandIds(JsonArray ids, string path, StripeState state)
    {
        for (var i = 0; i < ids.Count; i++)
        {
            if (ids[i] is JsonValue id) ids[i] = state.Find((string)id!)?.DeepClone() ?? throw NotExpandable(path);
        }
    }

    /// <summary>Lists that an object carries only when asked to.</summary>
    private static JsonObject? Included(JsonObject owner, string name, StripeState state)
    {
        var id = (string?)owner["id"];
        return ((string?)owner["object"], name) switch
        {
            ("checkout.session", "line_items") =>
                StripeCall.ListOf(CheckoutSessions.LinesOf(state, id!), $"/v1/checkout/sessions/{id}/line_items"),
            ("invoice", "payments") =>
                StripeCall.ListOf(
                    state.All(InvoicePayments.Kind).Where(payment => payment.Text("invoice") == id), $"/v1/invoice_payments?invoice={id}"),
            ("charge", "refunds") =>
                StripeCall.ListOf(state.All(Refunds.Kind).Where(refund => refund.Text("charge") == id), $"/v1/charges/{id}/refunds"),
            ("customer", "subscriptions") =>
                StripeCall.ListOf(
                    state.All(Subscriptions.Kind).Where(subscription => subscription.Text("customer") == id),
                    $"/v1/customers/{id}/subscriptions"),
            _ => null,
        };
    }

    private static StripeFault NotExpandable(string path) =>
        StripeFault.Request($"This property cannot be expanded ({path}).", "expand");
}

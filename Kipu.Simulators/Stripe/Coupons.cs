using System.Globalization;
using System.Text.Json.Nodes;

namespace Kipu.Simulators;

/// <summary>Coupons, and the promotion codes under which customers know them.</summary>
internal static class Coupons
{
    public const string Kind = "coupon";
    public const string Code = "promotion_code";

    public static JsonObject Create(StripeCall call)
    {
        var (parameters, state) = (call.Parameters, call.State);
        var amount = parameters.Integer("amount_off", 1);
        var percent = Percent(parameters);
        var duration = parameters.OneOf("duration", "forever", "once", "repeating") ?? "once";
        var months = parameters.Integer("duration_in_months", 1, 120);
        var coupon = new JsonObject
        {
            ["id"] = parameters.Text("id") ?? StripeState.NewId("x")[2..10],
            ["object"] = Kind,
            ["amount_off"] = amount,
            ["created"] = state.Now,
            ["currency"] = amount is null ? null : parameters.Required("currency"),
            ["duration"] = duration,
            ["duration_in_months"] = months,
            ["livemode"] = false,
            ["max_redemptions"] = parameters.Integer("max_redemptions", 1),
            ["metadata"] = new JsonObject(),
            ["name"] = parameters.Text("name"),
            ["percent_off"] = percent,
            ["redeem_by"] = parameters.Integer("redeem_by"),
            ["times_redeemed"] = 0L,
            ["valid"] = true,
        };
        parameters.ApplyMetadata(coupon);
        parameters.End();
        if (amount is null == percent is null) throw StripeFault.Missing(amount is null ? "percent_off" : "amount_off");
        if (duration == "repeating" != months is not null)
            throw StripeFault.Request("`duration_in_months` goes with `duration` repeating.", "duration_in_months");
        if (state.Find(coupon.Id()) is not null) throw StripeFault.Request("Coupon already exists.", "id", "resource_already_exists");
        state.Add(coupon);
        state.Emit("coupon.created", coupon);
        return coupon;
    }

    public static JsonObject Get(StripeCall call)
    {
        call.Parameters.End();
        return call.State.Get(Kind, call.Id);
    }

    public static JsonObject List(StripeCall call) => call.Page(call.State.All(Kind));

    public static JsonObject CreateCode(StripeCall call)
    {
        var (parameters, state) = (call.Parameters, call.State);
        var promotion = parameters.Nested("promotion") ?? throw StripeFault.Missing("promotion");
        promotion.OneOf("type", "coupon");
        var coupon = state.Get(Kind, promotion.Required("coupon"), "promotion[coupon]", status: 400);
        var code = new JsonObject
        {
            ["id"] = StripeState.NewId("promo"),
            ["object"] = Code,
            ["active"] = parameters.Flag("active") ?? true,
            ["code"] = parameters.Text("code") ?? StripeState.NewId("x")[2..10].ToUpperInvariant(),
            ["created"] = state.Now,
            ["customer"] = null,
            ["expires_at"] = parameters.Integer("expires_at"),
            ["livemode"] = false,
            ["max_redemptions"] = parameters.Integer("max_redemptions", 1),
            ["metadata"] = new JsonObject(),
            ["promotion"] = new JsonObject { ["coupon"] = coupon.Id(), ["type"] = "coupon" },
            ["restrictions"] = new JsonObject
            {
                ["first_time_transaction"] = false,
                ["minimum_amount"] = null,
                ["minimum_amount_currency"] = null
            },
            ["times_redeemed"] = 0L,
        };
        parameters.ApplyMetadata(code);
        parameters.End();
        if (state.All(Code).Any(other => other.Is("active") && other.Text("code") == code.Text("code")))
            throw StripeFault.Request("An active promotion code with this code already exists.", "code", "resource_already_exists");
        state.Add(code);
        state.Emit("promotion_code.created", code);
        return code;
    }

    public static JsonObject GetCode(StripeCall call)
    {
        call.Parameters.End();
        return call.State.Get(Code, call.Id);
    }

    public static JsonObject ListCodes(StripeCall call)
    {
        var parameters = call.Parameters;
        var text = parameters.Text("code");
        var active = parameters.Flag("active");
        return call.Page(call.State.All(Code).Where(code => (text is null || code.Text("code") == text)
            && (active is null || code.Is("active") == active)));
    }

    /// <summary>The code as a person typed it, if it still takes something off.</summary>
    public static JsonObject? FindCode(StripeState state, string text) => state.All(Code).FirstOrDefault(code =>
        string.Equals(code.Text("code"), text, StringComparison.OrdinalIgnoreCase)
        && code.Is("active")
        && !(code.NumberOrNull("expires_at") <= state.Now)
        && !(code.NumberOrNull("max_redemptions") <= code.Number("times_redeemed"))
        && !(CouponOf(state, code).NumberOrNull("redeem_by") <= state.Now)
        && !(CouponOf(state, code).NumberOrNull("max_redemptions") <= CouponOf(state, code).Number("times_redeemed")));

    public static JsonObject CouponOf(StripeState state, JsonObject code) => state.Get(Kind, code["promotion"]!.Text("coupon")!);

    public static void Redeem(StripeState state, JsonObject coupon, string? code)
    {
        coupon["times_redeemed"] = coupon.Number("times_redeemed") + 1;
        if (code is not null) state.Get(Code, code)["times_redeemed"] = state.Get(Code, code).Number("times_redeemed") + 1;
    }

    private static decimal? Percent(Parameters parameters)
    {
        if (parameters.Text("percent_off") is not { } text) return null;
        var valid = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent is > 0 and <= 100;
        return valid ? percent : throw StripeFault.Request("Invalid percent_off: must be greater than 0 and at most 100", "percent_off");
    }
}

using Kipu.Payments;
using Kipu.Simulators;

namespace Kipu.Tests;

public sealed class StripeWebhookTests
{
    private const string Secret = "whsec_test";

    [Fact]
    public void A_signed_event_names_the_checkout_it_is_about()
    {
        var notice = Read("""{"id":"evt_1","type":"checkout.session.completed","created":60,"data":{"object":{"id":"cs_1","object":"checkout.session"}}}""");

        Assert.Equal(
            new WebhookNotice("evt_1", "checkout.session.completed", SyncKind.Checkout, "cs_1", DateTimeOffset.UnixEpoch.AddMinutes(1)), notice);
    }

    [Fact]
    public void An_invoice_names_its_subscription()
    {
        var notice = Read("""{"id":"evt_1","type":"invoice.paid","data":{"object":{"id":"in_1","parent":{"subscription_details":{"subscription":"sub_1"}}}}}""");

        Assert.Equal((SyncKind.Subscription, "sub_1"), (notice!.Kind, notice.ObjectId));
    }

    [Theory]
    [InlineData("""{"id":"evt_1","type":"charge.refunded","data":{"object":{"id":"ch_1","object":"charge"}}}""")]
    [InlineData("""{"id":"evt_1","type":"refund.created","data":{"object":{"id":"re_1","charge":"ch_1"}}}""")]
    [InlineData("""{"id":"evt_1","type":"charge.dispute.closed","data":{"object":{"id":"du_1","charge":"ch_1"}}}""")]
    public void Money_that_went_back_names_the_charge_it_came_from(string body)
    {
        var notice = Read(body)!;

        Assert.Equal((SyncKind.Charge, "ch_1"), (notice.Kind, notice.ObjectId));
    }

    [Theory]
    [InlineData("""{"id":"evt_1","type":"invoice.paid","created":"late","data":{"object":{"id":"in_1"}}}""")]
    [InlineData("""{"id":"evt_1","type":"invoice.paid","created":1e300,"data":{"object":{"id":"in_1"}}}""")]
    [InlineData("""{"id":"evt_1","type":"invoice.paid","data":{"object":{"id":"in_1","parent":null}}}""")]
    [InlineData("""{"id":"evt_1","type":"checkout.session.completed","data":{}}""")]
    [InlineData("""{"id":"evt_1","type":"checkout.session.completed"}""")]
    [InlineData("""{"id":"evt_1","type":"payment_intent.succeeded","data":{"object":{"id":"pi_1"}}}""")]
    public void An_event_about_nothing_of_ours_is_known_by_its_id_only(string body)
    {
        var notice = Read(body)!;

        Assert.Equal(("evt_1", null, null), (notice.EventId, notice.Kind, notice.ObjectId));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"id":1,"type":"invoice.paid"}""")]
    [InlineData("""{"type":"invoice.paid"}""")]
    public void What_is_signed_but_no_event_is_refused(string body) => Assert.Null(Read(body));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("t=,v1=")]
    [InlineData("t=abc,v1=00")]
    [InlineData("v1=00")]
    public void A_header_that_is_no_signature_is_refused(string? header) => Assert.Null(StripeWebhook.Read(Body, header, Secret));

    [Fact]
    public void A_byte_more_another_secret_or_an_old_time_is_refused()
    {
        var now = DateTimeOffset.UtcNow;

        Assert.NotNull(StripeWebhook.Read(Body, WebhookSignature.Sign(Body, Secret, now), Secret));
        Assert.Null(StripeWebhook.Read(Body + " ", WebhookSignature.Sign(Body, Secret, now), Secret));
        Assert.Null(StripeWebhook.Read(Body, WebhookSignature.Sign(Body, "whsec_other", now), Secret));
        Assert.Null(StripeWebhook.Read(Body, WebhookSignature.Sign(Body, Secret, now.AddMinutes(-6)), Secret));
        Assert.Null(StripeWebhook.Read(Body, WebhookSignature.Sign(Body, Secret, now).Replace("v1=", "v0=", StringComparison.Ordinal), Secret));
    }

    [Fact]
    public void While_a_secret_is_rotated_either_signature_will_do()
    {
        var now = DateTimeOffset.UtcNow;
        var old = WebhookSignature.Sign(Body, "whsec_old", now);
        var both = $"{old},{WebhookSignature.Sign(Body, Secret, now).Split(',')[1]}";

        Assert.NotNull(StripeWebhook.Read(Body, both, Secret));
    }

    private const string Body = """{"id":"evt_1","type":"invoice.paid","data":{"object":{}}}""";

    private static WebhookNotice? Read(string body) => StripeWebhook.Read(body, WebhookSignature.Sign(body, Secret, DateTimeOffset.UtcNow), Secret);
}

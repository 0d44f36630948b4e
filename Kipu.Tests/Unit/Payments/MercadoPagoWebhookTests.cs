using Kipu.Payments;
using Kipu.Simulators;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Kipu.Tests;

public sealed class MercadoPagoWebhookTests
{
    private const string Secret = "s3cr3t";
    private const string Id = "2c938084726fca480172750000000ABC";
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_795_000_000);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_signature_in_seconds_or_milliseconds_is_accepted(bool milliseconds) =>
        Assert.NotNull(Read(NotificationSignature.Sign(Id, "r1", Secret, Now, milliseconds)));

    [Fact]
    public void The_id_may_be_signed_as_it_is_or_in_lower_case()
    {
        Assert.NotNull(Read(NotificationSignature.Sign(Id, "r1", Secret, Now)));
        Assert.NotNull(Read(NotificationSignature.Sign(Id.ToLowerInvariant(), "r1", Secret, Now)));
        Assert.Null(Read(NotificationSignature.Sign(Id.ToUpperInvariant(), "r1", Secret, Now)));
    }

    [Theory]
    [InlineData(-599, true)]
    [InlineData(599, true)]
    [InlineData(-601, false)]
    [InlineData(601, false)]
    public void A_signature_is_good_for_ten_minutes_in_both_directions(int seconds, bool accepted)
    {
        Assert.Equal(accepted, Read(NotificationSignature.Sign(Id, "r1", Secret, Now.AddSeconds(seconds))) is not null);
        Assert.Equal(accepted, Read(NotificationSignature.Sign(Id, "r1", Secret, Now.AddSeconds(seconds), milliseconds: true)) is not null);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ts=1795000000")]
    [InlineData("v1=00")]
    [InlineData("ts=99999999999999999999,v1=00")]
    [InlineData("ts=,v1=")]
    [InlineData("ts,v1")]
    public void What_is_no_signature_is_refused(string? header) => Assert.Null(Read(header));

    [Fact]
    public void A_body_that_names_another_object_than_the_one_that_is_signed_is_refused()
    {
        var signature = NotificationSignature.Sign(Id, "r1", Secret, Now);

        Assert.Null(Read(signature, body: """{"type":"payment","action":"updated","data":{"id":"77"}}"""));
        Assert.Null(Read(signature, body: "[]"));
        Assert.Null(Read(signature, body: "no json"));
    }

    [Fact]
    public void A_notification_without_a_requests_id_is_signed_without_it()
    {
        // By openssl, of "id:77;ts:1795000000;" with the secret as key.
        const string hash = "4f2b81a7cae6b5d746e2c139d0fbdfca2db8392b63dc50b5bec3d52176e7ed0c";
        var webhook = Webhook(
            "77", $"ts=1795000000, v1={hash}", requestId: null,
            """{"id":5,"type":"payment","action":"payment.created","data":{"id":77}}""");

        Assert.Equal(
            ("payment:77:payment.created:5", SyncKind.Charge, "77"),
            MercadoPagoWebhook.Read(webhook, Secret, Now) is { } notice ? (notice.EventId, notice.Kind!.Value, notice.ObjectId) : default);
    }

    [Theory]
    [InlineData("subscription_preapproval", nameof(SyncKind.Subscription))]
    [InlineData("subscription_authorized_payment", nameof(SyncKind.Instalment))]
    [InlineData("payment", nameof(SyncKind.Charge))]
    [InlineData("subscription_preapproval_plan", "")]
    public void Each_topic_names_the_kind_of_object_to_look_at_and_unknown_ones_none(string topic, string kind) =>
        Assert.Equal(kind, $"{Read(NotificationSignature.Sign(Id, "r1", Secret, Now), Body(topic))!.Kind}");

    private static WebhookNotice? Read(string? signature, string? body = null) =>
        MercadoPagoWebhook.Read(Webhook(Id, signature, "r1", body ?? Body("payment")), Secret, Now);

    private static string Body(string topic) => $$"""{"type":"{{topic}}","action":"updated","data":{"id":"{{Id}}"} }""";

    private static ReceivedWebhook Webhook(string id, string? signature, string? requestId, string body)
    {
        var headers = new HeaderDictionary();
        if (signature is not null) headers["x-signature"] = signature;
        if (requestId is not null) headers["x-request-id"] = requestId;
        return new(body, headers, new QueryCollection(new Dictionary<string, StringValues> { ["data.id"] = id }));
    }
}

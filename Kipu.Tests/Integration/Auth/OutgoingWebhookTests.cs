using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using StandardWebhooks;

namespace Kipu.Tests;

public sealed class OutgoingWebhookTests(KipuSystem kipu)
{
    private const string Webhooks = "/api/organizations/current/webhooks";

    [Fact]
    public async Task A_finished_recording_is_told_once_and_signed_to_the_webhook_and_by_mail_to_its_maker()
    {
        var tenant = await kipu.SignUpAsync();
        await using var receiver = await WebhookReceiver<Heard>.StartAsync(Heard.ReadAsync);
        var (secret, webhook) = await AddAsync(tenant, receiver.Url);

        var recording = await tenant.CreateAnalysedRecordingAsync(SomeAnalysis.Of("Budget", "en", SomeAnalysis.Turn(1, "Hello.", start: 1)));

        await KipuSystem.WaitUntilAsync(() => Task.FromResult(!receiver.Received.IsEmpty), "the webhook has heard of it");
        var heard = Assert.Single(receiver.Received);
        new StandardWebhook(secret).Verify(heard.Body, heard.Headers);
        var message = JsonSerializer.Deserialize<WebhookMessage>(heard.Body, JsonSerializerOptions.Web)!;
        Assert.Equal((WebhookEventType.RecordingCompleted, recording.Id, "Budget"), (message.Type, message.Data!.RecordingId, message.Data.Title));
        await WaitForAsync(tenant, webhook, WebhookDeliveryStatus.Delivered, attempts: 1);
        Assert.Contains("Budget", (await kipu.ReadMailAsync(tenant.Email, $"recordings/{recording.Id}")).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_recording_is_told_with_its_reason_and_a_refused_message_is_sent_again()
    {
        var tenant = await kipu.SignUpAsync();
        await using var receiver = await WebhookReceiver<Heard>.StartAsync(Heard.ReadAsync);
        receiver.Refusals = 1;
        var (_, webhook) = await AddAsync(tenant, receiver.Url);
        var recording = await tenant.CreateRecordingAsync("Lost");

        await tenant.TellRecordingsAsync(new RecordingFailed(
            recording.Id, tenant.OrganizationId, Guid.CreateVersion7(), "unreadable_media", "It can't be read.", false, DateTimeOffset.UtcNow));

        await WaitForAsync(tenant, webhook, WebhookDeliveryStatus.Delivered, attempts: 2);
        var message = JsonSerializer.Deserialize<WebhookMessage>(Assert.Single(receiver.Received).Body, JsonSerializerOptions.Web)!;
        Assert.Equal((WebhookEventType.RecordingFailed, "unreadable_media"), (message.Type, message.Data!.Error!.Code));
    }

    [Fact]
    public async Task A_message_can_be_sent_again_under_the_same_id()
    {
        var tenant = await kipu.SignUpAsync();
        await using var receiver = await WebhookReceiver<Heard>.StartAsync(Heard.ReadAsync);
        var (_, webhook) = await AddAsync(tenant, receiver.Url);

        var test = await (await tenant.Client.PostAsync($"{Webhooks}/{webhook.Id}/test", null)).ReadAsync<WebhookDeliveryInfo>();
        await WaitForAsync(tenant, webhook, WebhookDeliveryStatus.Delivered, attempts: 1);
        await (await tenant.Client.PostAsync($"/api/organizations/current/deliveries/{test.Id}/resend", null)).ReadAsync<WebhookDeliveryInfo>();

        await KipuSystem.WaitUntilAsync(() => Task.FromResult(receiver.Received.Count == 2), "it has come twice");
        Assert.Equal([test.Id.ToString()], receiver.Received.Select(heard => heard.Headers["webhook-id"].ToString()).Distinct());
    }

    [Fact]
    public async Task A_webhook_that_is_gone_is_switched_off_and_gets_nothing_until_it_is_on_again()
    {
        var tenant = await kipu.SignUpAsync();
        await using var receiver = await WebhookReceiver<Heard>.StartAsync(Heard.ReadAsync);
        (receiver.Refusal, receiver.Refusals) = (StatusCodes.Status410Gone, 1);
        var (_, webhook) = await AddAsync(tenant, receiver.Url);

        await tenant.Client.PostAsync($"{Webhooks}/{webhook.Id}/test", null);

        await WaitForAsync(tenant, webhook, WebhookDeliveryStatus.Failed, attempts: 1);
        var off = Assert.Single((await (await tenant.Client.GetAsync(Webhooks)).ReadAsync<Page<WebhookInfo>>()).Items);
        Assert.Equal((false, "gone"), (off.Enabled, off.DisabledReason));
        await (await tenant.Client.PostAsync($"{Webhooks}/{webhook.Id}/test", null)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "webhook_disabled");

        var on = await (await tenant.Client.PatchAsJsonAsync($"{Webhooks}/{webhook.Id}", new UpdateWebhookRequest(Enabled: true))).ReadAsync<WebhookInfo>();

        Assert.Equal((true, null), (on.Enabled, on.DisabledReason));
        Assert.Equal(HttpStatusCode.Accepted, (await tenant.Client.PostAsync($"{Webhooks}/{webhook.Id}/test", null)).StatusCode);
    }

    [Fact]
    public async Task Addresses_within_our_network_are_never_called()
    {
        var tenant = await kipu.SignUpAsync();
        foreach (var url in new[] { "ftp://example.com/", "http://example.com/", "https://name:word@example.com/", "example.com" })
        {
            await (await tenant.Client.PostAsJsonAsync(Webhooks, new CreateWebhookRequest(url, [WebhookEventType.RecordingCompleted])))
                .ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_webhook_url");
        }

        var (_, webhook) = await AddAsync(tenant, "https://169.254.169.254/latest/meta-data");
        await tenant.Client.PostAsync($"{Webhooks}/{webhook.Id}/test", null);

        await WaitForAsync(tenant, webhook, WebhookDeliveryStatus.Pending, attempts: 1);
        await KipuSystem.WaitUntilAsync(async () => (await LogAsync(tenant, webhook))[0].Problem == "unreachable", "the attempt has failed");
    }

    [Fact]
    public async Task A_webhook_is_added_once_however_often_its_request_is_sent_and_removed_with_its_log()
    {
        var tenant = await kipu.SignUpAsync();
        var request = new CreateWebhookRequest("https://example.com/hook", [WebhookEventType.RecordingCompleted], "CRM");

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, Webhooks) { Content = JsonContent.Create(request) };
            message.Headers.Add("Idempotency-Key", "once");
            return await (await tenant.Client.SendAsync(message)).ReadAsync<CreateWebhookResponse>();
        }));

        Assert.Single(answers.Select(answer => answer.Secret).Distinct());
        var webhook = answers[0].Webhook;
        Assert.Equal(HttpStatusCode.NoContent, (await tenant.Client.DeleteAsync($"{Webhooks}/{webhook.Id}")).StatusCode);
        await (await tenant.Client.GetAsync($"{Webhooks}/{webhook.Id}/deliveries")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        Assert.Equal(["webhook_added", "webhook_removed"], (await tenant.ReadAuditAsync()).Select(e => e.Action).Where(a => a.StartsWith("webhook", StringComparison.Ordinal)).Order());
    }

    private static async Task<(string Secret, WebhookInfo Webhook)> AddAsync(TestTenant tenant, string url)
    {
        var request = new CreateWebhookRequest(url, [WebhookEventType.RecordingCompleted, WebhookEventType.RecordingFailed]);
        var added = await (await tenant.Client.PostAsJsonAsync(Webhooks, request)).ReadAsync<CreateWebhookResponse>();
        return (added.Secret, added.Webhook);
    }

    private static async Task<IReadOnlyList<WebhookDeliveryInfo>> LogAsync(TestTenant tenant, WebhookInfo webhook) =>
        (await (await tenant.Client.GetAsync($"{Webhooks}/{webhook.Id}/deliveries")).ReadAsync<Page<WebhookDeliveryInfo>>()).Items;

    private static Task WaitForAsync(TestTenant tenant, WebhookInfo webhook, WebhookDeliveryStatus status, int attempts) => KipuSystem.WaitUntilAsync(
        async () => await LogAsync(tenant, webhook) is [var delivery] && (delivery.Status, delivery.Attempts) == (status, attempts),
        $"the message is {status} after {attempts} attempts");

    private sealed record Heard(string Body, HeaderDictionary Headers)
    {
        public static async Task<Heard> ReadAsync(HttpRequest request) =>
            new(await new StreamReader(request.Body).ReadToEndAsync(), new(request.Headers.ToDictionary()));
    }
}

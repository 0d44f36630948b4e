using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace Kipu.Simulators;

/// <summary>How notifications look, of which several forms have been seen: <c>PUT /_sim/notifications</c>.</summary>
/// <param name="UpperCaseId">The id in the query is in upper case.</param>
/// <param name="SignLowerCaseId">The id is put in lower case before it is signed, as it was until June 2026.</param>
/// <param name="Milliseconds">The signature's time is in milliseconds.</param>
public sealed record NotificationForm(bool UpperCaseId = false, bool SignLowerCaseId = false, bool Milliseconds = false);

/// <summary>Tells of what has happened: by topic and id, signed; once, unless a switch says otherwise.</summary>
internal sealed class NotificationSender(
    MercadoPagoState state, WebhookRules rules, Postman postman, IOptions<MercadoPagoSimulatorOptions> options, TimeProvider time)
{
    private readonly List<Notification> _sent = [];

    public NotificationForm Form { get; set; } = new();

    /// <summary>Called inside the state's gate.</summary>
    public void Plan(Happening happening)
    {
        var plan = rules.Plan(happening.Topic, happening.ObjectId, happening.PreapprovalId);
        var notification = New(happening);
        for (var copy = 0; copy < plan.Copies && !plan.Dropped; copy++) Send(notification, plan.Delay, plan.Signing);
        if (plan.Twice) Send(New(happening), TimeSpan.Zero, trouble: null);
    }

    /// <summary>What was told of so far, oldest first, whether it was sent or dropped.</summary>
    public IReadOnlyList<Notification> All
    {
        get
        {
            lock (state.Gate) return [.. _sent];
        }
    }

    /// <summary>Sends what was told of an object, or everything that has not arrived.</summary>
    public void Resend(string? objectId)
    {
        lock (state.Gate)
        {
            foreach (var notification in _sent.Where(n => objectId is null ? !n.Arrived : n.Happening.ObjectId == objectId))
                Send(notification, TimeSpan.Zero, trouble: null);
        }
    }

    public void Clear()
    {
        lock (state.Gate) _sent.Clear();
        Form = new();
    }

    private Notification New(Happening happening)
    {
        var notification = new Notification(state.NextNumber(), Guid.NewGuid().ToString(), happening, state.Clock.Now);
        _sent.Add(notification);
        return notification;
    }

    private void Send(Notification notification, TimeSpan delay, WebhookTrouble? trouble)
    {
        if (options.Value.WebhookUrl is not { } url) return;
        postman.Post(new Letter(
            $"{notification.Id}", notification.Happening.Topic, delay, options.Value.WebhookRetryDelay,
            () => Write(notification, url, trouble),
            () => notification.Arrived = true));
    }

    private HttpRequestMessage? Write(Notification notification, string url, WebhookTrouble? trouble)
    {
        // After a reset nobody waits for it any more.
        lock (state.Gate)
        {
            if (!_sent.Contains(notification)) return null;
        }

        var form = Form;
        var id = form.UpperCaseId ? notification.Happening.ObjectId.ToUpperInvariant() : notification.Happening.ObjectId;
        var request = new HttpRequestMessage(
            HttpMethod.Post, $"{url}?data.id={Uri.EscapeDataString(id)}&type={Uri.EscapeDataString(notification.Happening.Topic)}")
        {
            Content = new StringContent(notification.ToJson().ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("User-Agent", "MercadoPago WebHook v1.0 payment (Kipu simulator)");
        request.Headers.TryAddWithoutValidation("x-request-id", notification.RequestId);
        request.Headers.TryAddWithoutValidation("x-signature", NotificationSignature.Sign(
            form.SignLowerCaseId ? id.ToLowerInvariant() : id,
            notification.RequestId,
            trouble == WebhookTrouble.WrongSignature ? "wrong" : options.Value.WebhookSecret,
            trouble == WebhookTrouble.OldTimestamp ? time.GetUtcNow().AddHours(-1) : time.GetUtcNow(),
            form.Milliseconds));
        return request;
    }
}

/// <summary>One notification; sent again, it is the same.</summary>
internal sealed record Notification(long Id, string RequestId, Happening Happening, long At)
{
    public bool Arrived { get; set; }

    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["live_mode"] = false,
        ["type"] = Happening.Topic,
        ["date_created"] = MercadoPagoTime.Text(At),
        ["user_id"] = MercadoPagoState.CollectorId,
        ["api_version"] = "v1",
        ["action"] = Happening.Action,
        ["data"] = new JsonObject { ["id"] = Happening.ObjectId },
    };
}

namespace Kipu.ServiceDefaults;

/// <summary>Which service listens to which events: the one definition that exchange, queues and bindings are made from.</summary>
/// <remarks>Each published event must have a listener here; one that has none ends in the queue <c>unrouted</c>, where health reports it.</remarks>
public static class MessageRoutes
{
    public const string Exchange = "kipu";
    public const string UnroutedExchange = "kipu.unrouted";
    public const string UnroutedQueue = "unrouted";

    public static IReadOnlyDictionary<string, Type[]> Listeners { get; } = new Dictionary<string, Type[]>
    {
        ["auth"] =
        [
            typeof(SubscriptionChanged), typeof(PaymentOverdue), typeof(CodeIssued), typeof(CodeRevoked), typeof(StorageUsageChanged),
            typeof(RecordingFinalized), typeof(RecordingEnded), typeof(RecordingDeleted), typeof(UsageMetered),
        ],
        ["payments"] = [typeof(OrganizationCreated), typeof(StorageUsageChanged)],
        ["recordings"] = [typeof(RecordingFinalized), typeof(RecordingProgressed), typeof(RecordingAnalyzed), typeof(RecordingFailed)],
        ["storage"] = [typeof(RecordingDeleted)],
        ["voice"] = [typeof(RecordingDeleted)],
        ["audioworker"] = [typeof(RecordingFinalized), typeof(RecordingDeleted)],
    };

    /// <summary>The routing key of an event, which is also its type name on the wire.</summary>
    public static string KeyOf(Type message) => message.Name;
}

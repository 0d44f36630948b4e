namespace Kipu.Contracts;

/// <summary>A line of an organization's audit log.</summary>
/// <param name="Id">Of the line; later lines have greater ones.</param>
/// <param name="At">When it happened.</param>
/// <param name="Action">What happened, such as <c>role_changed</c>.</param>
/// <param name="ActorId">Who did it; null when nobody was signed in.</param>
/// <param name="ActorName">What they are called now; null for who is no longer a member.</param>
/// <param name="Subject">Whom or what it was done to, where that isn't the actor.</param>
/// <param name="Address">The network address that it came from; null for what Kipu did by itself.</param>
public sealed record AuditEntry(
    Guid Id, DateTimeOffset At, string Action, Guid? ActorId, string? ActorName, string? Subject, string? Address);

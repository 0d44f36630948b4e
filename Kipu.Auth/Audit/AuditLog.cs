namespace Kipu.Auth;

/// <summary>Notes who did what, when and from where. The line is saved together with the change, or neither is.</summary>
internal sealed class AuditLog(AuthDbContext db, IHttpContextAccessor http, ClientAddress addresses, TimeProvider time)
{
    /// <summary>Adds a line to the context; whoever saves the change saves the line. The organization's scope must be open then.</summary>
    /// <param name="organizationId">Whose log it is.</param>
    /// <param name="action">What happened; see <see cref="AuditActions"/>.</param>
    /// <param name="actorId">Who did it; null when nobody was signed in.</param>
    /// <param name="subject">Whom or what it was done to, where that isn't the actor. Never a secret.</param>
    public void Record(Guid organizationId, string action, Guid? actorId, string? subject = null) => db.AuditEvents.Add(AuditEvent.Of(
        organizationId, time.GetUtcNow(), action, actorId, subject, http.HttpContext is { } context ? addresses.Of(context)?.ToString() : null));
}

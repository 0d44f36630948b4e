namespace Kipu.Auth;

/// <summary>Notes who did what, when and from where. The line is saved together with the change, or neither is.</summary>
internal sealed class AuditLog(AuthDbContext db, IHttpContextAccessor http, TimeProvider time)
{
    /// <summary>Adds a line to the context; whoever saves the change saves the line. The organization's scope must be open then.</summary>
    /// <param name="organizationId">Whose log it is.</param>
    /// <param name="action">What happened; see <see cref="AuditActions"/>.</param>
    /// <param name="actorId">Who did it; null when nobody was signed in.</param>
    /// <param name="subject">Whom or what it was done to, where that isn't the actor. Never a secret.</param>
    public void Record(Guid organizationId, string action, Guid? actorId, string? subject = null)
    {
        var now = time.GetUtcNow();
        db.AuditEvents.Add(new()
        {
            Id = Guid.CreateVersion7(now),
            OrganizationId = organizationId,
            At = now,
            Action = action,
            ActorId = actorId,
            Subject = subject is { Length: > AuditEvent.MaxSubject } ? subject[..AuditEvent.MaxSubject] : subject,
            Address = http.HttpContext is { } context ? RequestAddress.Of(context) : null,
        });
    }
}

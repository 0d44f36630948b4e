using Microsoft.EntityFrameworkCore;

namespace Kipu.Auth;

/// <summary>
/// To Auth itself: a password was wrong for this address, which may have no account. Sent either way and looked up afterwards, so that the
/// refusal takes as long whether or not there is a log to note it in.
/// </summary>
public sealed record SignInFailed(string NormalizedEmail, string? Address, DateTimeOffset At);

/// <summary>Notes it in the log of the account's organization, if there is one. Nobody was signed in, so it has no actor.</summary>
public static class NoteFailedSignInHandler
{
    public static async Task HandleAsync(SignInFailed message, AuthDbContext db, CancellationToken cancellationToken)
    {
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedEmail == message.NormalizedEmail, cancellationToken);
        if (user is null) return;
        db.AuditEvents.Add(AuditEvent.Of(user.OrganizationId, message.At, AuditActions.SignInFailed, actorId: null, user.Email, message.Address));
    }
}

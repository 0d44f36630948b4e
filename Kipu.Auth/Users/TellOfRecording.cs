using Microsoft.EntityFrameworkCore;

namespace Kipu.Auth;

/// <summary>Writes to who made a recording that it can be read, or that it can't be, unless they don't want to know.</summary>
public static class TellOfRecordingHandler
{
    public static async Task<SendMail?> HandleAsync(RecordingEnded message, AuthDbContext db, Mailer mailer, CancellationToken cancellationToken)
    {
        var failed = message.Error is not null;
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(
            u => u.OrganizationId == message.OrganizationId && u.Id == message.UserId && (failed ? u.NotifiesFailures : u.NotifiesAnalysisReady),
            cancellationToken);
        return user is null
            ? null
            : mailer.Seal(new(
                failed ? LetterKind.AnalysisFailed : LetterKind.AnalysisReady, user.Locale, user.Email, user.Name, Token: null,
                Recording: message.RecordingId, Title: message.Title));
    }
}

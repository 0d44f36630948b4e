using Microsoft.AspNetCore.Http.HttpResults;

namespace Kipu.Auth;

/// <summary>How many mails people can have sent. Counted before anything is looked up, so that a refusal tells nothing.</summary>
internal static class MailLimits
{
    /// <summary>Links to choose a new password, to one address, whether or not it has an account.</summary>
    public static readonly GuessLimit Forgotten = new("mail-forgotten", 5, TimeSpan.FromHours(1));

    /// <summary>The same, for whatever addresses, asked for from one place.</summary>
    public static readonly GuessLimit ForgottenFrom = new("mail-forgotten-from", 100, TimeSpan.FromHours(1));

    /// <summary>Links to confirm an address, to one user.</summary>
    public static readonly GuessLimit Verification = new("mail-verification", 5, TimeSpan.FromHours(1));

    /// <summary>Invitations of one organization, to people who never asked for them.</summary>
    public static readonly GuessLimit Invitations = new("mail-invitations", 200, TimeSpan.FromDays(1));

    /// <summary>The refusal of who has had too many sent, with Retry-After.</summary>
    public static ProblemHttpResult TooManyMails(this HttpContext context, TimeSpan wait) => context.RetryAfter(CommonErrors.TooManyRequests, wait);
}

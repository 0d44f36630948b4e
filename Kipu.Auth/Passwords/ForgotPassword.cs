using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Wolverine.EntityFrameworkCore;

namespace Kipu.Auth;

/// <summary>The way back for who lost their password: a link, mailed to the account's address.</summary>
internal static class ForgotPasswordEndpoint
{
    public static void MapForgotPassword(this IEndpointRouteBuilder auth) =>
        auth.MapPost("/password/forgot", Forgot).AllowPublic("Who lost their password can't sign in; it only has a mail sent, and seldom.")
            .ProducesError(CommonErrors.ValidationFailed, CommonErrors.TooManyRequests);

    /// <summary>Has a link to choose a new password mailed, if the address has an account.</summary>
    /// <remarks>
    /// The answer is the same, and takes as long, whether or not it has: the request only notes the address, and whose it is, is looked up
    /// afterwards.
    /// </remarks>
    public static async Task<Results<Accepted, ProblemHttpResult>> Forgot(
        ForgotPasswordRequest request, HttpContext context, GuessThrottle throttle, ClientAddress addresses, IDbContextOutbox<AuthDbContext> outbox,
        CancellationToken cancellationToken)
    {
        var email = User.Normalize(request.Email);
        if (await throttle.TakeAsync(MailLimits.Forgotten, email) is { } wait) return context.TooManyMails(wait);
        if (addresses.GuesserOf(context) is { } asker && await throttle.TakeAsync(MailLimits.ForgottenFrom, asker) is { } longer)
        {
            return context.TooManyMails(longer);
        }

        using var scope = TenantScope.EnterSystem("an address is known before its organization is");
        await outbox.PublishAsync(new PasswordForgotten(email));
        await outbox.SaveChangesAndFlushMessagesAsync(cancellationToken);
        return TypedResults.Accepted((string?)null);
    }
}

/// <summary>To Auth itself: somebody says that they lost the password of the account with this address, which may not exist.</summary>
public sealed record PasswordForgotten(string NormalizedEmail);

/// <summary>Mails the link. In the system's scope, since whose address it is has to be found first.</summary>
public static class MailResetHandler
{
    public static async Task<SendMail?> HandleAsync(
        PasswordForgotten message, AuthDbContext db, Mailer mailer, TimeProvider time, CancellationToken cancellationToken)
    {
        var user = await db.Users.SingleOrDefaultAsync(u => u.NormalizedEmail == message.NormalizedEmail, cancellationToken);
        if (user is null) return null;

        var token = db.AddMailedToken(user, MailedTokenPurpose.SetPassword, time.GetUtcNow() + MailedToken.ResetLifetime);
        return mailer.Seal(new(LetterKind.ResetPassword, user.Locale, user.Email, user.Name, token));
    }
}

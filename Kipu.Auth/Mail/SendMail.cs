using MailKit.Net.Smtp;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace Kipu.Auth;

/// <summary>
/// To Auth itself: send this mail. It is committed with the change that it tells of, so that neither a crash nor a mail server that is
/// away loses it, and no request waits for one. Encrypted, since the message lies in the database and holds a secret.
/// </summary>
public sealed record SendMail(byte[] Sealed);

public static class SendMailHandler
{
    /// <summary>Waits for the mail server for about a day. What it refuses for good is a dead letter at once.</summary>
    public static void Configure(HandlerChain chain)
    {
        chain.OnException<SmtpCommandException>(e => (int)e.StatusCode >= 500).MoveToErrorQueue();
        chain.OnAnyException()
            .RetryWithCooldown(TimeSpan.FromSeconds(1))
            .Then.ScheduleRetry(
                TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1),
                TimeSpan.FromHours(4), TimeSpan.FromHours(8), TimeSpan.FromHours(12))
            .Then.MoveToErrorQueue();
    }

    public static Task HandleAsync(SendMail message, Mailer mailer, CancellationToken cancellationToken) =>
        mailer.DeliverAsync(message, cancellationToken);
}

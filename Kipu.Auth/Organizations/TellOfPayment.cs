using Microsoft.EntityFrameworkCore;

namespace Kipu.Auth;

/// <summary>Writes to an organization's owners that a payment is overdue, each in their language.</summary>
public static class TellOfPaymentHandler
{
    public static async Task<IEnumerable<object>> HandleAsync(
        PaymentOverdue message, AuthDbContext db, Mailer mailer, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.AsNoTracking().SingleAsync(o => o.Id == message.OrganizationId, cancellationToken);
        var owners = await db.Users.AsNoTracking()
            .Where(u => u.OrganizationId == message.OrganizationId && u.Role == Role.Owner)
            .ToListAsync(cancellationToken);
        return owners.Select(owner => mailer.Seal(new(
            KindOf(message.Notice), owner.Locale, owner.Email, owner.Name, Token: null, organization.Name, Until: message.GraceUntil)));
    }

    private static LetterKind KindOf(OverdueNotice notice) => notice switch
    {
        OverdueNotice.Failed => LetterKind.PaymentFailed,
        OverdueNotice.Reminder => LetterKind.PaymentReminder,
        _ => LetterKind.PaymentSuspended,
    };
}

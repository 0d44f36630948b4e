namespace Kipu.Auth;

/// <summary>What a mail is about; each has a template in each language.</summary>
public enum LetterKind
{
    VerifyEmail,
    ResetPassword,
    Welcome,
    Invitation,
    PaymentFailed,
    PaymentReminder,
    PaymentSuspended,
    AnalysisReady,
    AnalysisFailed,
    WeeklyTasks,

    /// <summary>The same, when there are more than it shows.</summary>
    WeeklyTasksMany,
}

/// <summary>A mail before it is written out.</summary>
/// <param name="Kind">Which template.</param>
/// <param name="Locale"><c>es</c> or <c>en</c>.</param>
/// <param name="To">The address.</param>
/// <param name="Name">What the addressee is called; null when nobody knows.</param>
/// <param name="Token">The secret of its link; null where the link leads to a page for who is signed in.</param>
/// <param name="Organization">The organization's name, where it speaks of one.</param>
/// <param name="Sender">The name of who had it sent, where somebody did.</param>
/// <param name="Until">The day that it speaks of, where it does.</param>
/// <param name="Recording">The recording that it speaks of, where it does.</param>
/// <param name="Title">Its title.</param>
/// <param name="Lines">What it lists, where it does.</param>
public sealed record Letter(LetterKind Kind, string Locale, string To, string? Name, string? Token, string? Organization = null, string? Sender = null,
    DateTimeOffset? Until = null, Guid? Recording = null, string? Title = null, IReadOnlyList<string>? Lines = null);

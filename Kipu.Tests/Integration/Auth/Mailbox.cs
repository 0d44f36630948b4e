using System.Text.RegularExpressions;
using MimeKit;

namespace Kipu.Tests;

/// <summary>A mail as its addressee reads it, with the secret of its link.</summary>
public sealed record ReceivedMail(string Subject, string Text, string Html, string Token);

/// <summary>The mails of the system under test, which has no mail server and writes them to files.</summary>
public sealed partial class KipuSystem
{
    /// <summary>The mails to an address whose link opens a page of the console, oldest first; waits until there are so many.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> ReadMailsAsync(string to, string page, int count = 1)
    {
        IReadOnlyList<ReceivedMail> mails = [];
        await WaitUntilAsync(async () => (mails = await MailsAsync(to, page)).Count >= count, $"{count} mails that open /{page}");
        return mails;
    }

    public async Task<ReceivedMail> ReadMailAsync(string to, string page) => (await ReadMailsAsync(to, page))[^1];

    private async Task<IReadOnlyList<ReceivedMail>> MailsAsync(string to, string page)
    {
        var folder = new DirectoryInfo(Path.Combine(_state.Path, "mail"));
        if (!folder.Exists) return [];

        var mails = new List<ReceivedMail>();
        foreach (var file in folder.EnumerateFiles("*.eml").OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            var mail = await MimeMessage.LoadAsync(file.FullName);
            if (!mail.To.Mailboxes.Any(m => string.Equals(m.Address, to, StringComparison.OrdinalIgnoreCase))) continue;
            if (Link().Match(mail.TextBody ?? "") is { Success: true } link && link.Groups["page"].Value == page)
            {
                mails.Add(new(mail.Subject ?? "", mail.TextBody!, mail.HtmlBody ?? "", link.Groups["token"].Value));
            }
        }

        return mails;
    }

    [GeneratedRegex(@"^https?://[^/\s]+/(?<page>\w+(/[\w-]+)?)(#(?<token>[\w-]+))?\s*$", RegexOptions.Multiline)]
    private static partial Regex Link();
}

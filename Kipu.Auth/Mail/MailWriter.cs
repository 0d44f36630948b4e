using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using MimeKit;

namespace Kipu.Auth;

/// <summary>
/// Writes a letter out by its template, as text and as HTML. A template is a subject, an empty line, and paragraphs; the one that begins
/// with <c>=&gt;</c> holds the words of its link.
/// </summary>
internal sealed partial class MailWriter(MailOptions options, ConsoleOptions console)
{
    private const string LinkMark = "=> ";
    private const string Style = "font-family:sans-serif;font-size:16px;line-height:1.5;color:#1c1b1a;max-width:34em;margin:2em auto";
    private const string ButtonStyle = "display:inline-block;padding:.6em 1.2em;border-radius:6px;background:#1c1b1a;color:#fff;text-decoration:none";

    private static readonly ConcurrentDictionary<string, string[]> Templates = new();

    public MimeMessage Write(Letter letter)
    {
        var link = LinkOf(letter);
        var paragraphs = Templates.GetOrAdd($"mail/{letter.Kind}.{letter.Locale}.txt", Read);
        var mail = new MimeMessage { Subject = Fill(paragraphs[0], letter) };
        mail.From.Add(MailboxAddress.Parse(options.From));
        mail.To.Add(new MailboxAddress(letter.Name ?? "", letter.To));
        // RFC 3834: no holiday notice answers a mail that a program wrote.
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        mail.Body = new BodyBuilder { TextBody = Text(paragraphs[1..], letter, link), HtmlBody = Html(paragraphs[1..], letter, link) }.ToMessageBody();
        return mail;
    }

    /// <summary>The token stands behind the #, which browsers send to nobody: it ends in no server's log and no Referer.</summary>
    private Uri LinkOf(Letter letter)
    {
        var page = letter.Kind switch
        {
            LetterKind.VerifyEmail => "verificar",
            LetterKind.ResetPassword or LetterKind.Welcome => "recuperar",
            LetterKind.Invitation => "invitacion",
            LetterKind.PaymentFailed or LetterKind.PaymentReminder or LetterKind.PaymentSuspended => "plan",
            LetterKind.AnalysisReady or LetterKind.AnalysisFailed => $"recordings/{letter.Recording}",
            LetterKind.WeeklyTasks or LetterKind.WeeklyTasksMany => "recordings",
            _ => throw new InvalidOperationException($"{letter.Kind} has no page."),
        };
        return console.At(letter.Token is null ? page : $"{page}#{letter.Token}");
    }

    private static string Text(IEnumerable<string> paragraphs, Letter letter, Uri link)
    {
        var text = new StringBuilder();
        foreach (var paragraph in paragraphs)
        {
            var (words, isLink) = WordsOf(paragraph, letter);
            text.Append(words).Append(isLink ? $":\n{link.AbsoluteUri}" : "").Append("\n\n");
        }

        return text.ToString();
    }

    private static string Html(IEnumerable<string> paragraphs, Letter letter, Uri link)
    {
        var html = new StringBuilder($"<!doctype html><html lang=\"{letter.Locale}\"><body style=\"{Style}\">\n");
        foreach (var paragraph in paragraphs)
        {
            var (words, isLink) = WordsOf(paragraph, letter);
            var encoded = HtmlEncoder.Default.Encode(words).Replace("&#xA;", "<br>", StringComparison.Ordinal);
            html.Append("<p>")
                .Append(isLink ? $"<a style=\"{ButtonStyle}\" href=\"{HtmlEncoder.Default.Encode(link.AbsoluteUri)}\">{encoded}</a>" : encoded)
                .Append("</p>\n");
        }

        return html.Append("</body></html>\n").ToString();
    }

    private static (string Words, bool IsLink) WordsOf(string paragraph, Letter letter) =>
        paragraph.StartsWith(LinkMark, StringComparison.Ordinal) ? (Fill(paragraph[LinkMark.Length..], letter), true) : (Fill(paragraph, letter), false);

    /// <summary>Puts what the letter says in its places. What people typed stays on one line: a name, and no header or paragraph of its own.</summary>
    private static string Fill(string text, Letter letter) => Place().Replace(text, match => match.Groups[1].Value == "lines"
        ? string.Join('\n', (letter.Lines ?? throw new InvalidOperationException($"A letter of kind {letter.Kind} needs lines.")).Select(OneLine))
        : OneLine(ValueOf(match.Groups[1].Value, letter)));

    private static string OneLine(string typed) => Line().Replace(typed, " ");

    private static string ValueOf(string place, Letter letter) => place switch
    {
        "name" => letter.Name ?? letter.To,
        "email" => letter.To,
        "organization" => letter.Organization ?? throw new InvalidOperationException($"A letter of kind {letter.Kind} needs an organization."),
        "sender" => letter.Sender ?? throw new InvalidOperationException($"A letter of kind {letter.Kind} needs a sender."),
        "title" => letter.Title ?? throw new InvalidOperationException($"A letter of kind {letter.Kind} needs a title."),
        "until" => letter.Until?.ToString(letter.Locale == "es" ? "d 'de' MMMM 'de' yyyy" : "MMMM d, yyyy", CultureInfo.GetCultureInfo(letter.Locale))
            ?? throw new InvalidOperationException($"A letter of kind {letter.Kind} needs a day."),
        var other => throw new InvalidOperationException($"The template of {letter.Kind} has a place {other} that nothing fills."),
    };

    private static string[] Read(string name)
    {
        using var stream = typeof(MailWriter).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"There is no template {name}.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split("\n\n").Select(paragraph => paragraph.Trim('\n'))];
    }

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\p{C}+")]
    private static partial Regex Line();
}

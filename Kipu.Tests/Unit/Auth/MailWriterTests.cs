using Kipu.Auth;

namespace Kipu.Tests;

public sealed class MailWriterTests
{
    private readonly MailWriter _writer = new(new(), new() { PublicUrl = new("https://kipu.example") });

    public static MatrixTheoryData<LetterKind, string> Letters => new(Enum.GetValues<LetterKind>(), ["es", "en"]);

    [Theory]
    [MemberData(nameof(Letters))]
    public void Every_letter_is_written_in_both_languages_with_its_link_and_nothing_left_to_fill(LetterKind kind, string locale)
    {
        var mail = _writer.Write(new(
            kind, locale, "luis@example.com", "Luis", "secret", "Acme", "Ana", DateTimeOffset.UnixEpoch, Guid.CreateVersion7(), "Budget", ["- Call"]));

        Assert.False(string.IsNullOrEmpty(mail.Subject));
        foreach (var body in new[] { mail.TextBody, mail.HtmlBody })
        {
            Assert.Contains("#secret", body, StringComparison.Ordinal);
            Assert.DoesNotContain("{{", body, StringComparison.Ordinal);
            Assert.DoesNotContain("=&gt;", body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("es", "1 de enero de 1970")]
    [InlineData("en", "January 1, 1970")]
    public void A_letter_on_a_payment_names_the_day_and_leads_to_the_plans_page(string locale, string day)
    {
        var mail = _writer.Write(new(
            LetterKind.PaymentReminder, locale, "luis@example.com", "Luis", Token: null, "Acme", Until: DateTimeOffset.UnixEpoch));

        Assert.Contains(day, mail.Subject, StringComparison.Ordinal);
        Assert.Contains(day, mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://kipu.example/plan\n", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_on_a_recording_names_it_and_leads_to_its_page()
    {
        var recording = Guid.CreateVersion7();

        var mail = _writer.Write(new(
            LetterKind.AnalysisReady, "en", "luis@example.com", "Luis", Token: null, Recording: recording, Title: "Budget"));

        Assert.Contains("Budget", mail.Subject, StringComparison.Ordinal);
        Assert.Contains($"https://kipu.example/recordings/{recording}\n", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_on_what_is_to_do_has_a_line_for_each_whatever_was_typed()
    {
        var mail = _writer.Write(new(
            LetterKind.WeeklyTasks, "en", "luis@example.com", "Luis", Token: null, "Acme", Lines: ["- Call\n\n=> the <b>bank</b>", "- Pay"]));

        Assert.Contains("\n\n- Call => the <b>bank</b>\n- Pay\n\n", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("- Call =&gt; the &lt;b&gt;bank&lt;/b&gt;<br>- Pay</p>", mail.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public void What_people_typed_stays_a_name_in_subject_text_and_html()
    {
        var mail = _writer.Write(new(
            LetterKind.Invitation, "en", "luis@example.com", null, "secret", "Acme\r\nBcc: all@example.com", "=> <a href=x>Ana</a>"));

        Assert.DoesNotContain("\n", mail.Subject, StringComparison.Ordinal);
        Assert.Empty(mail.Bcc);
        Assert.Equal(1, mail.HtmlBody!.Split("<a ").Length - 1);
        Assert.Contains("=> <a href=x>Ana</a> invites you to join the organization Acme Bcc: all@example.com on Kipu", mail.TextBody, StringComparison.Ordinal);
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kipu.Tests;

/// <summary>The console in a real browser on the real services: what a new customer does on the first day.</summary>
public sealed partial class FrontDoorTests(KipuSystem kipu, Chromium chromium)
{
    [Fact]
    public async Task Who_signs_up_sees_a_code_once_records_and_marks_twenty_seconds_and_gets_them_analysed()
    {
        await using var browser = await chromium.OpenAsync(kipu);
        var page = browser.Pages[0];

        var code = await page.SignUpAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Español" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Empezar a grabar" }).ClickAsync();
        await Expect(page.Locator("[data-recorder=recording]")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("m");
        await Expect(page.Locator("[data-mark]")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("m");
        await Expect(page.Locator("[data-mark]")).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("n");
        var note = page.GetByRole(AriaRole.Textbox, new() { Name = "Nota de la marca en" });
        await Expect(note).ToBeFocusedAsync();
        await note.PressSequentiallyAsync("Citar esto al directorio");
        await note.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Marcar", Exact = true })).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Timer)).ToHaveTextAsync(TwentySeconds());
        await page.GetByRole(AriaRole.Button, new() { Name = "Terminar" }).ClickAsync();
        await page.ArriveAtAsync(RecordingAddress());
        await page.SeeAnalysisAsync();

        Assert.Matches("^[ABCDEFGHJKLMNPQRSTUVWXYZ23456789]{10}$", code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Reproducir" }).ClickAsync();
        await Expect(page.Locator("[data-clock]")).Not.ToHaveTextAsync("0:00");
        Assert.InRange(Seconds(await page.Locator(".times span").Last.InnerTextAsync()), 19, 60);
        await Expect(page.Locator("[data-marker] p")).ToHaveTextAsync(["Sin nota", "Citar esto al directorio"]);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = ": Citar esto al directorio" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("m");
        await Expect(note).ToBeFocusedAsync();
        await note.FillAsync("Preguntar el precio");
        await note.PressAsync("Enter");
        await Expect(page.Locator("[data-marker]").Filter(new() { HasText = "Preguntar el precio" })).ToBeVisibleAsync();
        await page.Locator("[data-marker]").Filter(new() { HasText = "Citar esto al directorio" })
            .GetByRole(AriaRole.Button, new() { Name = "Quitar la marca" }).ClickAsync();
        await Expect(page.Locator("[data-marker]")).ToHaveCountAsync(2);
        await page.ClickButtonAsync("Deshacer");
        await Expect(page.Locator("[data-marker]")).ToHaveCountAsync(3);
        await page.ReloadAsync();
        await Expect(page.Locator("[data-marker]").Filter(new() { HasText = "Citar esto al directorio" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_uploaded_meeting_is_found_by_what_was_said_heard_at_that_moment_and_asked_about()
    {
        await using var browser = await chromium.OpenAsync(kipu);
        var page = browser.Pages[0];
        await page.KeepQuietAsync();
        await page.SignUpAsync();

        await page.UploadAsync((await SampleMeeting.GetAsync()).File);
        await page.SeeAnalysisAsync();
        await Expect(page.Locator("[data-segment] p").First).ToBeVisibleAsync();
        var said = await page.Locator("[data-segment] p").AllInnerTextsAsync();

        var word = Word().Matches(string.Join(' ', said)).Select(match => match.Value).MaxBy(found => found.Length)!;
        await page.GotoAsync("/recordings");
        await page.GetByRole(AriaRole.Searchbox).FillAsync(word);
        var moment = page.Locator("[data-moment]").First;
        var at = Math.Floor(double.Parse((await moment.GetAttributeAsync("data-moment"))!, CultureInfo.InvariantCulture));
        await moment.ClickAsync();
        await Expect(page.Locator("[data-clock]")).ToHaveAttributeAsync("data-clock", at.ToString(CultureInfo.InvariantCulture));
        await Expect(page.Locator("[data-segment][data-now=true]")).ToBeVisibleAsync();

        await page.GetByLabel("Pregunta sobre esta reunión").FillAsync("¿Qué se decidió?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Conversar" }).ClickAsync();
        await Expect(page.Locator(".voice-turn[data-role=agent] p").First).ToHaveTextAsync(SomeWords());
        await page.GetByRole(AriaRole.Button, new() { Name = "Terminar" }).ClickAsync();
        await Expect(page.Locator("[data-voice=ended]")).ToBeVisibleAsync();
        await Expect(page.Locator(".voice-turn[data-role=user]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Who_pays_for_a_plan_comes_back_to_its_code_and_has_the_plan()
    {
        await using var browser = await chromium.OpenAsync(kipu);
        var page = browser.Pages[0];
        var trialCode = await page.SignUpAsync();

        await page.OpenPageAsync("/plan");
        await page.GetByRole(AriaRole.Button, new() { Name = "Elegir Starter" }).ClickAsync();
        await page.PayAsync();
        await page.ArriveAtAsync("**/comprar/listo?*");
        var code = await page.KeepCodeAsync();

        Assert.Matches("^[ABCDEFGHJKLMNPQRSTUVWXYZ23456789]{10}$", code);
        Assert.NotEqual(trialCode, code);
        await page.ArriveAtAsync("**/recordings");
        await Expect(page.GetByText("Plan Starter")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_file_that_is_no_audio_is_refused_in_words_before_a_byte_is_sent()
    {
        await using var browser = await chromium.OpenAsync(kipu);
        var page = browser.Pages[0];
        await page.SignUpAsync();

        await page.GotoAsync("/recordings");
        await page.Locator("input[data-upload]").First.SetInputFilesAsync(
            new FilePayload { Name = "acta.pdf", MimeType = "application/pdf", Buffer = Some.Audio(bytes: 100) });

        await Expect(page.Locator("[data-upload-state=failed]")).ToContainTextAsync("no es audio ni video");
        await Expect(page.Locator("[data-recording]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_inside_asks_for_a_sign_in_and_then_opens_what_was_asked_for()
    {
        await using var browser = await chromium.OpenAsync(kipu);
        var page = browser.Pages[0];
        var tenant = await kipu.SignUpAsync();

        await page.OpenPageAsync("/settings");
        await page.GetByLabel("Correo").FillAsync(tenant.Email);
        await page.GetByLabel("Contraseña").FillAsync("wrong " + tenant.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Entrar", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("El correo o la contraseña no son correctos");
        await page.GetByLabel("Contraseña").FillAsync(tenant.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Entrar", Exact = true }).ClickAsync();

        await page.ArriveAtAsync("**/settings");
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Ajustes" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = Some.Name }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Salir" }).ClickAsync();
        await page.ArriveAtAsync("**/entrar*");
    }

    private static int Seconds(string clock)
    {
        var parts = clock.Split(':').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToList();
        return parts.Aggregate((sum, part) => (sum * 60) + part);
    }

    [GeneratedRegex(@"/recordings/[0-9a-f-]{36}$")]
    private static partial Regex RecordingAddress();

    /// <summary>Twenty and the seconds after: a browser on a busy machine may skip one.</summary>
    [GeneratedRegex("^0:[2-5][0-9]$")]
    private static partial Regex TwentySeconds();

    /// <summary>The browser's own expressions, which match here, know no classes of Unicode.</summary>
    [GeneratedRegex(@"\S{4}")]
    private static partial Regex SomeWords();

    [GeneratedRegex(@"\p{L}{4,}")]
    private static partial Regex Word();
}

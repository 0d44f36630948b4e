using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kipu.Tests;

/// <summary>What a member does with a recording as a whole.</summary>
public sealed class RecordingJourneyTests(KipuSystem kipu, Chromium chromium)
{
    [Fact]
    public async Task A_meeting_goes_on_after_a_reload_and_without_network_and_is_whole_in_the_end()
    {
        await using var browser = await chromium.OpenAsync(kipu);
        var page = browser.Pages[0];
        var (clock, truth) = (page.GetByRole(AriaRole.Timer), page.Locator(".truth"));
        await page.SignUpAsync();
        await page.ClickButtonAsync("Empezar a grabar");
        await Expect(clock).ToHaveTextAsync(From(second: 7));

        // The browser asks before it leaves a recording.
        page.Dialog += (_, question) => question.AcceptAsync();
        await page.ReloadAsync();
        await page.ClickButtonAsync("Continuar grabando");
        await Expect(page.Locator("[data-recorder=recording]")).ToBeVisibleAsync();

        await browser.SetOfflineAsync(true);
        await Expect(truth).ToContainTextAsync("Sin conexión. Seguimos grabando.");
        await Expect(clock).ToHaveTextAsync(From(second: 16));
        await browser.SetOfflineAsync(false);
        await Expect(truth).Not.ToContainTextAsync("Sin conexión");

        await page.ClickButtonAsync("Terminar");
        await page.ArriveAtAsync("**/recordings/*");
        await page.SeeAnalysisAsync();
        await Expect(page.Locator(".times span").Last).ToHaveTextAsync(From(second: 15));
    }

    [Fact]
    public async Task A_recording_is_read_by_its_link_until_that_is_revoked()
    {
        await using var browser = await chromium.OpenAsync(kipu);
        var page = browser.Pages[0];
        await OpenAsync(page);

        await ChooseAsync(page, "Compartir por enlace");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Para quién es").FillAsync("La junta");
        await dialog.ClickButtonAsync("Crear enlace");
        var link = await dialog.Locator("code").InnerTextAsync();
        await Expect(dialog.Locator("[data-share]")).ToContainTextAsync("La junta");
        await using var outside = await chromium.OpenAsync(kipu);
        var reader = outside.Pages[0];
        await reader.OpenPageAsync(link);
        await Expect(reader.Locator("[data-turn=s2]")).ToContainTextAsync("Medellin");

        await dialog.ClickButtonAsync("Revocar: La junta");
        await Expect(dialog.Locator("[data-share]")).ToHaveCountAsync(0);

        await reader.ReloadAsync();
        await Expect(reader.GetByText("Este enlace venció o fue revocado.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_recording_is_downloaded_deleted_and_taken_back()
    {
        await using var browser = await chromium.OpenAsync(kipu);
        var page = browser.Pages[0];
        var recording = await OpenAsync(page);

        var download = await page.RunAndWaitForDownloadAsync(() => ChooseAsync(page, "Texto"));
        Assert.Equal("Budget review.txt", download.SuggestedFilename);
        Assert.Contains("Medellin", await File.ReadAllTextAsync(await download.PathAsync()), StringComparison.Ordinal);

        await ChooseAsync(page, "Eliminar");
        await page.GetByRole(AriaRole.Dialog).ClickButtonAsync("Eliminar");
        await page.ArriveAtAsync("**/recordings");
        await Expect(page.GetByText("Grabación eliminada")).ToBeVisibleAsync();
        var row = page.Locator($"[data-recording='{recording.Id}']");
        await Expect(row).ToHaveCountAsync(0);
        await page.ClickButtonAsync("Deshacer");
        await Expect(row).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_task_is_ticked_off_and_stays_so()
    {
        await using var browser = await chromium.OpenAsync(kipu);
        var page = browser.Pages[0];
        await OpenAsync(page, new ActionItem("a1", "Write the contract.", "Mary", "Friday", Done: false, 31, ["s3"], EvidenceState.Verified));
        var task = page.GetByRole(AriaRole.Checkbox, new() { Name = "Write the contract." });

        await Expect(task).Not.ToBeCheckedAsync();
        await page.RunAndWaitForResponseAsync(() => task.ClickAsync(), answer => answer.Request.Method == "PATCH" && answer.Ok);
        await Expect(task).ToBeCheckedAsync();

        await page.ReloadAsync();
        await Expect(task).ToBeCheckedAsync();
    }

    [Fact]
    public async Task What_was_misheard_is_corrected_in_its_words_its_voices_and_its_tags()
    {
        await using var browser = await chromium.OpenAsync(kipu);
        var page = browser.Pages[0];
        await OpenAsync(page);
        var (pencil, words) = (
            page.GetByRole(AriaRole.Button, new() { Name = "Corregir lo que se dijo en 0:14" }),
            page.GetByRole(AriaRole.Textbox, new() { Name = "Lo que se dijo en 0:14" }));
        var (dialog, decided) = (page.GetByRole(AriaRole.Dialog), page.Locator("[data-segment='1']"));

        await pencil.PressAsync("Enter");
        await words.FillAsync("Nobody said this.");
        await words.PressAsync("Escape");
        await Expect(decided).ToContainTextAsync("Medellin next year.");
        await Expect(pencil).ToBeFocusedAsync();
        await pencil.PressAsync("Enter");
        await words.FillAsync("We decided to open the new office in Bogota next year.");
        await words.PressAsync("Enter");
        await Expect(page.GetByText("Corrección guardada")).ToBeVisibleAsync();
        await Expect(pencil).ToBeFocusedAsync();

        await page.ClickButtonAsync("Decir quién es Voz 2");
        await dialog.GetByLabel("Nombre").FillAsync("Mary");
        await dialog.ClickButtonAsync("Guardar nombre");
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(page.Locator("[data-segment='2'] .who")).ToHaveTextAsync("Mary");
        await page.ClickButtonAsync("Decir quién es Mary");
        await dialog.GetByLabel("Es la misma persona que").SelectOptionAsync("Ana");
        await dialog.ClickButtonAsync("Unir voces");
        await Expect(page.Locator(".voice")).ToHaveCountAsync(1);

        await page.ClickButtonAsync("Etiquetas");
        await dialog.GetByLabel("Etiqueta nueva").FillAsync("sede, presupuesto");
        await dialog.GetByLabel("Etiqueta nueva").PressAsync("Enter");
        await dialog.ClickButtonAsync("Quitar presupuesto");
        await dialog.ClickButtonAsync("Guardar etiquetas");
        await Expect(dialog).ToHaveCountAsync(0);

        await page.ReloadAsync();
        await Expect(decided).ToContainTextAsync("Bogota next year. Corregido");
        await Expect(page.Locator(".segs .who")).ToHaveTextAsync("Ana");
        await Expect(page.Locator(".meta .tag")).ToHaveTextAsync(["Inglés", "sede"]);
    }

    [Fact]
    public async Task What_could_not_be_corrected_stays_as_it_was_typed()
    {
        await using var browser = await chromium.OpenAsync(kipu);
        var page = browser.Pages[0];
        await OpenAsync(page);
        var words = page.GetByRole(AriaRole.Textbox, new() { Name = "Lo que se dijo en 0:31" });

        await page.RouteAsync("**/transcript/*", call => call.AbortAsync());
        await page.ClickButtonAsync("Corregir lo que se dijo en 0:31");
        await words.FillAsync("Mary will write both contracts.");
        await page.ClickButtonAsync("Guardar corrección");
        await Expect(page.Locator("[data-segment='2'] [role=alert]")).ToContainTextAsync("No hay conexión con Kipu.");
        await Expect(words).ToHaveValueAsync("Mary will write both contracts.");

        await page.UnrouteAsync("**/transcript/*");
        await page.ClickButtonAsync("Guardar corrección");
        await Expect(page.Locator("[data-segment='2'] p", new() { HasTextString = "Mary will write both contracts." })).ToBeVisibleAsync();
    }

    private async Task<RecordingSummary> OpenAsync(IPage page, params ActionItem[] tasks)
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateTalkativeRecordingAsync(tasks: tasks);
        await page.SignInAsync(tenant.Email, tenant.Password);
        await page.ArriveAtAsync("**/recordings");
        await page.OpenPageAsync($"/recordings/{recording.Id}");
        return recording;
    }

    /// <summary>This moment or a later one of the first minute: a browser on a busy machine may skip one.</summary>
    private static Regex From(int second) =>
        new($"^0:({string.Join('|', Enumerable.Range(second, 60 - second).Select(s => s.ToString("00", CultureInfo.InvariantCulture)))})$");

    private static async Task ChooseAsync(IPage page, string action)
    {
        await page.ClickButtonAsync("Más acciones");
        await page.GetByRole(AriaRole.Menuitem, new() { Name = action, Exact = true }).ClickAsync();
    }
}

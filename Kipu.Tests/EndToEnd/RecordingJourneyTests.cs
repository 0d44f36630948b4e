using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kipu.Tests;

/// <summary>What a member does with a recording as a whole.</summary>
public sealed class RecordingJourneyTests(KipuSystem kipu, Chromium chromium)
{
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
        await page.RunAndWaitForResponseAsync(() => task.CheckAsync(), answer => answer.Request.Method == "PATCH" && answer.Ok);

        await page.ReloadAsync();
        await Expect(task).ToBeCheckedAsync();
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

    private static async Task ChooseAsync(IPage page, string action)
    {
        await page.ClickButtonAsync("Más acciones");
        await page.GetByRole(AriaRole.Menuitem, new() { Name = action, Exact = true }).ClickAsync();
    }
}

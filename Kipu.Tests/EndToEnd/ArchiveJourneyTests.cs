using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kipu.Tests;

/// <summary>What a member asks all recordings at once.</summary>
public sealed class ArchiveJourneyTests(KipuSystem kipu, Chromium chromium)
{
    [Fact]
    public async Task A_question_over_all_recordings_is_answered_with_moments_that_lead_to_where_it_was_said()
    {
        await using var browser = await chromium.OpenAsync(kipu);
        var page = browser.Pages[0];
        var tenant = await kipu.SignUpAsync();
        var sales = await tenant.CreateAnalysedRecordingAsync(SomeAnalysis.Of(
            "Ventas", "es", SomeAnalysis.Turn(1, "Buenos días."),
            SomeAnalysis.Turn(2, "El presupuesto de la sede queda en tres mil dólares.", start: 65)));
        await tenant.CreateTalkativeRecordingAsync();
        await page.SignInAsync(tenant.Email, tenant.Password);
        await page.ArriveAtAsync("**/recordings");

        await page.GetByRole(AriaRole.Link, new() { Name = "Preguntar" }).ClickAsync();
        var question = page.GetByLabel("Pregunta sobre cualquier reunión");
        await question.FillAsync("¿Cuál es el presupuesto de la sede?");
        await question.PressAsync("Enter");
        var answer = page.Locator("[data-answer=done]");
        await Expect(answer.Locator(".answer-words")).ToContainTextAsync("queda en tres mil dólares.");
        await Expect(answer.Locator("[data-moment]")).ToContainTextAsync("Ana, en Ventas");

        await answer.GetByRole(AriaRole.Link, new() { Name = "Ana, 1:05", Exact = true }).ClickAsync();
        await page.ArriveAtAsync($"**/recordings/{sales.Id}?t=65");
        await page.GoBackAsync();
        await Expect(answer).ToHaveCountAsync(1);

        await question.FillAsync("¿Quién alquila los camellos?");
        await question.PressAsync("Enter");
        await Expect(page.Locator("[data-answer]").First).ToContainTextAsync("No se habló de eso en las grabaciones");
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_asked_for_again_and_nothing_can_be_asked_where_nothing_was_said()
    {
        await using var browser = await chromium.OpenAsync(kipu);
        var page = browser.Pages[0];
        var tenant = await kipu.SignUpAsync();
        await page.SignInAsync(tenant.Email, tenant.Password);
        await page.ArriveAtAsync("**/recordings");

        await page.OpenPageAsync("/ask");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Aquí podrás preguntar" })).ToBeVisibleAsync();
        await tenant.CreateTalkativeRecordingAsync();
        await page.OpenPageAsync("/ask");
        await page.RouteAsync("**/api/recordings/ask", call => call.FulfillAsync(new()
        {
            ContentType = "text/event-stream",
            Body = "event: words\ndata: {\"text\":\"We decided\"}\n\n",
        }));
        await page.GetByLabel("Pregunta sobre cualquier reunión").FillAsync("What was decided about the new office in Medellin?");
        await page.ClickButtonAsync("Preguntar");
        await Expect(page.Locator("[data-answer=broken]")).ToContainTextAsync("La respuesta se cortó.");

        await page.UnrouteAsync("**/api/recordings/ask");
        await page.ClickButtonAsync("Reintentar");
        await Expect(page.Locator("[data-answer=done] .answer-words")).ToContainTextAsync("Medellin");
    }
}

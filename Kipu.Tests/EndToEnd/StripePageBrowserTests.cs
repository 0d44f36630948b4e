using Microsoft.Playwright;
using Stripe;
using static Microsoft.Playwright.Assertions;

namespace Kipu.Tests;

/// <summary>The simulator's pages as a person uses them: by their labels and buttons, in a real browser.</summary>
public sealed class StripePageBrowserTests : IAsyncLifetime
{
    private StripeSimulatorHost _stripe = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private IPage _page = null!;

    public async ValueTask InitializeAsync()
    {
        _stripe = await StripeSimulatorHost.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("KIPU_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        });
        _page = await _browser.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await _stripe.DisposeAsync();
    }

    [Fact]
    public async Task A_buyer_is_declined_takes_another_card_and_a_promotion_code_and_comes_back()
    {
        var coupon = await _stripe.Api.Coupons.CreateAsync(new CouponCreateOptions { PercentOff = 50, Duration = "once" });
        await _stripe.Api.PromotionCodes.CreateAsync(new() { Promotion = new() { Type = "coupon", Coupon = coupon.Id }, Code = "MITAD" });
        var session = await OpenAsync(options => options.AllowPromotionCodes = true);
        await Expect(_page.GetByText("Simulator: this is not Stripe")).ToBeVisibleAsync();

        await PayAsync("4000000000000002");
        await Expect(_page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Your card was declined.");
        await _page.GetByLabel("Promotion code").FillAsync("mitad");
        await _page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await Expect(_page.GetByText("14.50 USD").First).ToBeVisibleAsync();
        await PayAsync("4242 4242 4242 4242");

        await _page.ArriveAtAsync($"**/_sim/state?s={session.Id}");
        Assert.Equal((1450, "paid"), (await _stripe.Api.Checkout.Sessions.GetAsync(session.Id)) is var paid
            ? (paid.AmountTotal, paid.PaymentStatus)
            : default);
    }

    [Fact]
    public async Task The_bank_refuses_the_buyer_once_and_then_knows_them()
    {
        var session = await OpenAsync();
        await PayAsync("4000000000003220");
        await _page.GetByRole(AriaRole.Button, new() { Name = "Fail authentication" }).ClickAsync();
        await Expect(_page.GetByRole(AriaRole.Alert)).ToContainTextAsync("unable to authenticate");

        await PayAsync("4000000000003220");
        await _page.GetByRole(AriaRole.Button, new() { Name = "Complete authentication" }).ClickAsync();

        await _page.ArriveAtAsync($"**/_sim/state?s={session.Id}");
    }

    [Fact]
    public async Task A_buyer_who_goes_back_finds_the_page_again_until_it_expires()
    {
        var session = await OpenAsync();
        await _page.GetByRole(AriaRole.Link, new() { Name = "Back without paying" }).ClickAsync();
        await _page.ArriveAtAsync("**/_sim/requests");
        await _stripe.Api.Checkout.Sessions.ExpireAsync(session.Id);

        await _page.GotoAsync(session.Url);

        await Expect(_page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("This checkout has expired");
    }

    [Fact]
    public async Task A_debit_is_settled_by_its_button()
    {
        var session = await OpenAsync(options => options.AllowedPaymentMethodTypes = ["card", "us_bank_account"]);
        await _page.GetByLabel("Email").FillAsync("pay@acme.example");
        await _page.GetByRole(AriaRole.Button, new() { Name = "Pay by bank debit" }).ClickAsync();
        await _page.ArriveAtAsync($"**/_sim/state?s={session.Id}");

        await _page.GotoAsync(session.Url);
        await _page.GetByRole(AriaRole.Button, new() { Name = "Let the bank settle" }).ClickAsync();

        await Expect(_page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("This is paid");
    }

    [Fact]
    public async Task A_customer_changes_the_card_leaves_and_stays_after_all()
    {
        var subscription = await _stripe.SubscribeAsync();
        var portal = await _stripe.Api.BillingPortal.Sessions.CreateAsync(
            new() { Customer = subscription.Customer, ReturnUrl = $"{_stripe.Address}/_sim/state" });
        await _page.GotoAsync(portal.Url);

        await FillCardAsync("5555555555554444");
        await _page.GetByRole(AriaRole.Button, new() { Name = "Save card" }).ClickAsync();
        await Expect(_page.GetByText("mastercard ending in 4444")).ToBeVisibleAsync();
        await _page.GetByRole(AriaRole.Button, new() { Name = "Cancel subscription" }).ClickAsync();
        await Expect(_page.GetByText("Ends on 1 May 2027")).ToBeVisibleAsync();
        await _page.GetByRole(AriaRole.Button, new() { Name = "Don't cancel subscription" }).ClickAsync();
        await Expect(_page.GetByText("Renews on 1 May 2027")).ToBeVisibleAsync();

        await _page.GetByRole(AriaRole.Row).Last.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(_page.GetByText("Paid on 1 April 2027")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Every_field_and_button_of_the_pages_has_a_name()
    {
        var subscription = await _stripe.SubscribeAsync(card: "4000000000000341");
        await _stripe.AdvanceAsync(subscription.Clock, "2027-05-02T00:00:00Z");
        var portal = await _stripe.Api.BillingPortal.Sessions.CreateAsync(new() { Customer = subscription.Customer });
        var invoice = (await _stripe.ReadAsync(subscription, "latest_invoice")).LatestInvoice.HostedInvoiceUrl;
        var checkout = await OpenAsync(options => options.AllowPromotionCodes = true);

        foreach (var url in (string[])[checkout.Url, portal.Url, invoice])
        {
            await _page.GotoAsync(url);
            Assert.Equal(1, await _page.GetByRole(AriaRole.Heading, new() { Level = 1 }).CountAsync());
            var nameless = await _page.EvaluateAsync<string[]>(
                "[...document.querySelectorAll('input:not([type=hidden]), select')].filter(field => !field.labels.length).map(field => field.name)");
            Assert.Empty(nameless);
            var twice = await _page.EvaluateAsync<string[]>(
                "[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, all) => all.indexOf(id) !== i)");
            Assert.Empty(twice);
        }
    }

    private async Task<Stripe.Checkout.Session> OpenAsync(Action<Stripe.Checkout.SessionCreateOptions>? configure = null)
    {
        var session = await _stripe.OpenCheckoutAsync(options =>
        {
            options.SuccessUrl = $"{_stripe.Address}/_sim/state?s={{CHECKOUT_SESSION_ID}}";
            options.CancelUrl = $"{_stripe.Address}/_sim/requests";
            configure?.Invoke(options);
        });
        await _page.GotoAsync(session.Url);
        return session;
    }

    private async Task PayAsync(string card)
    {
        await _page.GetByLabel("Email").FillAsync("pay@acme.example");
        await FillCardAsync(card);
        await _page.GetByRole(AriaRole.Button, new() { Name = "Pay and subscribe" }).ClickAsync();
    }

    private async Task FillCardAsync(string card)
    {
        await _page.GetByLabel("Card number").FillAsync(card);
        await _page.GetByLabel("Expiration (MM / YY)").FillAsync("12 / 49");
        await _page.GetByLabel("Security code").FillAsync("123");
        await _page.GetByLabel("Name on card").FillAsync("Acme");
    }
}

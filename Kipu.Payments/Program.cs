using Kipu.Payments;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddTenancy();
builder.AddDatabase<PaymentsDbContext>("payments");
builder.AddMessaging<PaymentsDbContext>("payments");
builder.AddStripe();
builder.AddMercadoPago();
builder.Services.AddSingleton<PaymentProviders>();
builder.AddCheckouts();
builder.AddCodes();
builder.AddSubscriptions();
builder.AddSync();
builder.AddReconciliation();
builder.Services.AddValidation();

var app = builder.Build();
app.UseServiceDefaults();
app.MapDefaultEndpoints();
app.MapPlans();
app.MapCheckouts();
app.MapWebhooks();
app.MapCodes();
app.MapSubscriptions();
app.MapPortal();
app.MapHistory();
app.MapOperators();
await app.RunPaymentsAsync(args);

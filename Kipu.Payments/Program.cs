using Kipu.Payments;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddTenancy();
builder.AddDatabase<PaymentsDbContext>("payments");
builder.AddMessaging<PaymentsDbContext>("payments");
builder.AddStripe();
builder.AddCheckouts();
builder.AddCodes();
builder.AddSync();
builder.Services.AddValidation();

var app = builder.Build();
app.UseServiceDefaults();
app.MapDefaultEndpoints();
app.MapPlans();
app.MapCheckouts();
app.MapWebhooks();
app.MapCodes();
app.MapSubscriptions();
app.MapHistory();
await app.RunOrMigrateAsync<PaymentsDbContext>(args);

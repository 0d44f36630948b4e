// A publisher or a consumer of Kipu's messaging that does nothing else, for the tests that kill it at random.
using Kipu.MessagingProbe;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddDatabase<ProbeDbContext>("probe");
builder.AddMessaging<ProbeDbContext>(builder.Configuration["Probe:ListenTo"]);
builder.Services.AddOptions<ProbeOptions>().BindConfiguration("Probe");
builder.Services.AddHostedService<Publisher>();
var app = builder.Build();
app.UseServiceDefaults();
app.MapDefaultEndpoints();
await app.RunOrMigrateAsync<ProbeDbContext>(args);

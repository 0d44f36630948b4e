using Kipu.ServiceDefaults;
using Kipu.Simulators;

var simulator = Simulator.Named(args.FirstOrDefault());
var builder = WebApplication.CreateBuilder(args);
builder.AddTelemetry();
builder.Services.AddHealthChecks();
simulator.Add(builder);
var app = builder.Build();
app.MapHealthChecks("/health");
app.MapHealthChecks("/alive");
simulator.Map(app);
await app.RunAsync();

using Kipu.AudioWorker;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddDatabase<WorkerDbContext>("worker");
builder.AddMessaging<WorkerDbContext>(listenTo: "audioworker");
builder.AddMedia();
builder.AddAnalysis();
builder.AddJobs();
var app = builder.Build();
app.UseServiceDefaults();
app.MapDefaultEndpoints();
await app.RunOrMigrateAsync<WorkerDbContext>(args);

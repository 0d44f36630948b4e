using Kipu.Recordings;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddTenancy();
builder.AddDatabase<RecordingsDbContext>("recordings");
builder.AddMessaging<RecordingsDbContext>("recordings");
builder.AddRecordings();
builder.AddStatusEvents();
builder.AddAudio();
builder.AddAsking();
builder.Services.AddValidation();

var app = builder.Build();
app.UseServiceDefaults();
app.MapDefaultEndpoints();
app.MapRecordings();
app.MapRetention();
app.MapAnalyses();
app.MapCorrections();
app.MapActionItems();
app.MapAsking();
app.MapExports();
app.MapShares();
app.MapAudio();
app.MapStatus();
app.MapInternalRecordings();
await app.RunOrMigrateAsync<RecordingsDbContext>(args);

using Kipu.AppHost;
using Microsoft.Extensions.Configuration;

var builder = DistributedApplication.CreateBuilder(args);

// Backing servers: containers where an engine answers, local processes where none does (Backends/).
var backends = builder.AddLocalBackends("Kipu");

var postgres = builder.AddPostgres("postgres", password: builder.AddGeneratedSecret("postgres-password", backends))
    .RunAsProcess(backends);
var redis = builder.AddRedis("redis", password: builder.AddGeneratedSecret("redis-password", backends))
    .RunAsProcess(backends);
var rabbitmq = builder.AddRabbitMQ("rabbitmq", password: builder.AddGeneratedSecret("rabbitmq-password", backends))
    .WithManagementPlugin()
    .RunAsProcess(backends);
var s3 = builder.AddObjectStore("s3", builder.AddGeneratedSecret("s3-secret", backends))
    .RunAsProcess(backends);
var audio = s3.AddBucket("audio");

// Secrets. The first three are generated; a provider's key is given by whoever has one, and its absence blocks nothing.
var common = new CommonSettings(
    redis,
    rabbitmq,
    builder.AddGeneratedSecret("internal-token", backends),
    builder.AddGeneratedSecret("codes-hash-key", backends),
    builder.AddGeneratedSecret("database-app-password", backends));
var stripe = builder.AddProvider("stripe", port: 10010, "stripe-api-key", simulated: "sk_test_kipu_simulator");
var stripeWebhookSecret = builder.AddKey("stripe-webhook-secret", stripe.IsSimulated ? "whsec_kipu_simulator" : "");
var mercadoPago = builder.AddProvider("mercadopago", port: 10011, "mercadopago-access-token", simulated: "TEST-kipu-simulator");
var mercadoPagoWebhookSecret = builder.AddKey("mercadopago-webhook-secret", mercadoPago.IsSimulated ? "kipu-simulator-secret" : "");
var gemini = builder.AddProvider("gemini", port: 10012, "gemini-api-key", simulated: "kipu-simulator");
gemini.Simulator?.WithSpeech();

// The services, each with its own database on the one server.
var auth = builder.AddService<Projects.Kipu_Auth>("auth", common)
    .WithDatabase(postgres.AddDatabase("authdb"))
    .WithMail(backends)
    .WithLocalCustomers()
    .WithSetting("Passwords:Iterations")
    .WithSetting("WeeklyTasks:Every");

var payments = builder.AddService<Projects.Kipu_Payments>("payments", common)
    .WithDatabase(postgres.AddDatabase("paymentsdb"))
    .WithProvider(stripe, "Stripe__ApiKey", "Stripe__ApiBase")
    .WithEnvironment("Stripe__WebhookSecret", stripeWebhookSecret)
    .WithProvider(mercadoPago, "MercadoPago__AccessToken", "MercadoPago__ApiBase")
    .WithEnvironment("MercadoPago__WebhookSecret", mercadoPagoWebhookSecret)
    .WithSetting("Reconciliation:Every");

var recordings = builder.AddService<Projects.Kipu_Recordings>("recordings", common)
    .WithDatabase(postgres.AddDatabase("recordingsdb"))
    .WithReference(audio).WaitFor(audio)
    .WithGemini(gemini);

var voice = builder.AddService<Projects.Kipu_Voice>("voice", common)
    .WithDatabase(postgres.AddDatabase("voicedb"))
    .WithGemini(gemini);

var storage = builder.AddService<Projects.Kipu_Storage>("storage", common)
    .WithDatabase(postgres.AddDatabase("storagedb"))
    .WithReference(audio).WaitFor(audio);

var audioworker = builder.AddService<Projects.Kipu_AudioWorker>("audioworker", common)
    .WithDatabase(postgres.AddDatabase("workerdb"))
    .WithReference(audio).WaitFor(audio)
    .WithGemini(gemini)
    .WithSpeech()
    .WithReplicas(builder.Configuration.GetValue("Workers:Replicas", 1));

// Who calls whom.
auth.WithReference(payments).WithReference(recordings);
payments.WithReference(auth).WithReference(recordings);
recordings.WithReference(auth).WithReference(storage).WithReference(audioworker);
voice.WithReference(auth).WithReference(recordings);
storage.WithReference(auth).WithReference(recordings);
audioworker.WithReference(auth).WithReference(recordings).WithReference(storage);

// The front door: everything under /api, the console at /, the API reference at /docs.
var gateway = builder.AddService<Projects.Kipu_Gateway>("gateway", common)
    .WithReference(auth).WithReference(payments).WithReference(recordings).WithReference(voice).WithReference(storage)
    .WithExternalHttpEndpoints();
builder.AddConsole(gateway);

builder.SetPublicUrl(gateway);
stripe.PostWebhooksTo(payments, "/api/payments/webhook", stripeWebhookSecret, section: "Stripe");
mercadoPago.PostWebhooksTo(payments, "/api/payments/webhook/mercadopago", mercadoPagoWebhookSecret, section: "MercadoPago");

await builder.Build().RunAsync();

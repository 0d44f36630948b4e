// The official client, with nothing changed but its base address, against the simulator at MERCADOPAGO_SIMULATOR.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import {
  Invoice, MercadoPagoConfig, MPAuthenticationError, MPBadRequestError, MPIdempotencyError, MPNotFoundError, MPServerError, Payment,
  PaymentRefund, PreApproval, PreApprovalPlan, Preference, WebhookSignatureValidator,
} from "mercadopago";
import configuration from "mercadopago/dist/utils/config/index.js";

const simulator = process.env.MERCADOPAGO_SIMULATOR;
const secret = process.env.MERCADOPAGO_WEBHOOK_SECRET;
configuration.AppConfig.BASE_URL = simulator;
const config = new MercadoPagoConfig({ accessToken: "TEST-kipu-simulator" });
const preapprovals = new PreApproval(config);
const payments = new Payment(config);
const month = { frequency: 1, frequency_type: "months", transaction_amount: 119000, currency_id: "COP" };

const notifications = [];
const receiver = createServer((request, response) => {
  notifications.push({ url: new URL(request.url, simulator), headers: request.headers });
  response.end();
});
before(() => new Promise((resolve) => receiver.listen(Number(process.env.MERCADOPAGO_NOTIFICATIONS_PORT), "127.0.0.1", resolve)));
after(() => receiver.close());

function subscribe(options = {}) {
  return preapprovals.create({
    body: {
      reason: "Kipu Starter", external_reference: "chk_1", payer_email: "pagos@acme.example", back_url: "https://kipu.example/ok",
      status: "pending", auto_recurring: month, ...options,
    },
  });
}

function authorize(preapproval, cardholderName = "APRO") {
  const body = new URLSearchParams({ cardNumber: "5254133674403564", cardholderName, cardExpirationDate: "11/49", securityCode: "123" });
  return fetch(preapproval.init_point, { method: "POST", body, redirect: "manual" });
}

const turn = (path, body, method = "POST") => fetch(`${simulator}/_sim/${path}`, {
  method, body: JSON.stringify(body), headers: { "content-type": "application/json" },
});

test("a subscription is authorized on its page and charged", async () => {
  const created = await subscribe({ external_reference: "chk_paid" });
  assert.equal(created.status, "pending");

  const answer = await authorize(created);

  assert.equal(answer.status, 303);
  assert.equal(answer.headers.get("location"), `https://kipu.example/ok?preapproval_id=${created.id}`);
  const paid = await preapprovals.get({ id: created.id });
  assert.equal(paid.status, "authorized");
  assert.equal(paid.summarized.charged_amount, 119000);
  const instalments = await new Invoice(config).search({ options: { preapproval_id: created.id } });
  assert.deepEqual(instalments.results.map((instalment) => instalment.status), ["scheduled", "processed"]);
  const instalment = await new Invoice(config).get({ id: instalments.results[1].id });
  assert.equal(instalment.payment.status, "approved");
  const payment = await payments.get({ id: instalment.payment.id });
  assert.equal(payment.external_reference, "chk_paid");
  assert.equal(payment.collector_id, paid.collector_id);
  const found = await payments.search({ options: { external_reference: "chk_paid", sort: "date_created", criteria: "desc" } });
  assert.deepEqual(found.results.map((result) => result.id), [payment.id]);
  const listed = await preapprovals.search({ options: { external_reference: "chk_paid", status: "authorized" } });
  assert.equal(listed.paging.total, 1);
});

test("a declined card leaves the subscription pending, and another one may follow", async () => {
  const created = await subscribe();

  assert.equal((await authorize(created, "FUND")).status, 402);
  assert.equal((await preapprovals.get({ id: created.id })).status, "pending");
  assert.equal((await authorize(created, "APRO")).status, 303);

  assert.equal((await preapprovals.get({ id: created.id })).status, "authorized");
});

test("a subscription is repriced, paused, resumed and cancelled", async () => {
  const created = await subscribe();
  await authorize(created);
  const change = (body) => preapprovals.update({ id: created.id, body });

  const repriced = await change({ reason: "Kipu Professional", auto_recurring: { transaction_amount: 409000, currency_id: "COP" } });
  assert.equal(repriced.auto_recurring.transaction_amount, 409000);
  assert.equal((await change({ status: "paused" })).status, "paused");
  assert.equal((await change({ status: "authorized" })).status, "authorized");
  assert.equal((await change({ status: "cancelled" })).status, "cancelled");
  await assert.rejects(change({ status: "authorized" }), MPBadRequestError);
});

test("a payment goes back in parts, and never more than there was", async () => {
  const created = await subscribe({ external_reference: "chk_back" });
  await authorize(created);
  const { results: [payment] } = await payments.search({ options: { external_reference: "chk_back" } });
  const refunds = new PaymentRefund(config);

  await refunds.create({ payment_id: payment.id, body: { amount: 19000 } });
  assert.equal((await payments.get({ id: payment.id })).transaction_amount_refunded, 19000);
  await assert.rejects(refunds.create({ payment_id: payment.id, body: { amount: 119000 } }), MPBadRequestError);
  await refunds.total({ payment_id: payment.id });

  assert.equal((await payments.get({ id: payment.id })).status, "refunded");
  assert.equal((await refunds.list({ payment_id: payment.id })).length, 2);
});

test("plans and one-off payments", async () => {
  const plans = new PreApprovalPlan(config);
  const plan = await plans.create({ body: { reason: "Kipu Starter", back_url: "https://kipu.example", auto_recurring: month } });
  assert.equal((await plans.update({ id: plan.id, updatePreApprovalPlanRequest: { reason: "Kipu" } })).reason, "Kipu");
  assert.equal((await plans.get({ preApprovalPlanId: plan.id })).auto_recurring.transaction_amount, 119000);
  assert.ok((await plans.search({ options: { status: "active" } })).results.length > 0);

  const items = [{ id: "1", title: "Kipu", quantity: 2, unit_price: 50000, currency_id: "COP" }];
  const preference = await new Preference(config).create({ body: { items, external_reference: "chk_once" } });
  const body = new URLSearchParams({
    email: "pagos@acme.example", cardNumber: "5254133674403564", cardholderName: "APRO", cardExpirationDate: "11/49", securityCode: "123",
  });
  assert.equal((await fetch(preference.init_point, { method: "POST", body })).status, 200);
  const found = await payments.search({ options: { external_reference: "chk_once" } });
  assert.equal(found.results[0].transaction_amount, 100000);
});

test("the library's own validator accepts each form of signature, and no other secret", async () => {
  const created = await subscribe();
  for (const form of [{}, { upperCaseId: true }, { milliseconds: true }]) {
    await turn("notifications", form, "PUT");
    const before = notifications.length;
    await turn(`webhooks/resend/${created.id}`, {});
    while (notifications.length === before) await new Promise(setImmediate);

    const { url, headers } = notifications.at(-1);
    const delivery = { xSignature: headers["x-signature"], xRequestId: headers["x-request-id"], dataId: url.searchParams.get("data.id") };
    WebhookSignatureValidator.validate({ ...delivery, secret });
    assert.throws(() => WebhookSignatureValidator.validate({ ...delivery, secret: "another" }));
  }

  await turn("notifications", {}, "PUT");
});

test("refusals become the library's errors", async () => {
  await assert.rejects(preapprovals.get({ id: "0123456789abcdef" }), MPNotFoundError);
  await assert.rejects(subscribe({ auto_recurring: { ...month, transaction_amount: 119000.5 } }), MPBadRequestError);
  await assert.rejects(subscribe({ payer_email: "nobody" }), MPBadRequestError);
  await assert.rejects(new PreApproval(new MercadoPagoConfig({ accessToken: "APP_USR-real" })).get({ id: "x" }), MPAuthenticationError);
  // The library keeps what it is given with one call for the next ones.
  const once = new PreApproval(new MercadoPagoConfig({ accessToken: "TEST-kipu-simulator", options: { idempotencyKey: "once" } }));
  const body = { reason: "Kipu", payer_email: "pagos@acme.example", back_url: "https://kipu.example", auto_recurring: month };
  const first = await once.create({ body });
  assert.equal((await once.create({ body })).id, first.id);
  await assert.rejects(once.create({ body: { ...body, reason: "Other" } }), MPIdempotencyError);
});

test("what fails is tried again with the same key, and done once", async () => {
  const patient = new PreApproval(
    new MercadoPagoConfig({ accessToken: "TEST-kipu-simulator", options: { maxRetries: 1, initialDelay: 1 } }),
  );
  const body = {
    reason: "Kipu", external_reference: "chk_again", payer_email: "pagos@acme.example", back_url: "https://kipu.example", auto_recurring: month,
  };
  for (const fault of [{ status: 500 }, { status: 429 }, { drop: "before" }, { drop: "after" }]) {
    await turn("faults", { method: "POST", path: "/preapproval", ...fault });
    await patient.create({ body });
  }

  assert.equal((await preapprovals.search({ options: { external_reference: "chk_again" } })).paging.total, 4);
  await turn("faults", { method: "GET", path: "/preapproval", count: 2, status: 503 });
  await assert.rejects(patient.search({ options: {} }), MPServerError);
});

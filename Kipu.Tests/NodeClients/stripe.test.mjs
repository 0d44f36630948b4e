// The official client, unmodified, against the simulator at STRIPE_SIMULATOR.
import assert from "node:assert/strict";
import { test } from "node:test";
import Stripe from "stripe";

const address = new URL(process.env.STRIPE_SIMULATOR);
const key = "sk_test_kipu_simulator";
const stripe = new Stripe(key, { host: address.hostname, port: address.port, protocol: "http" });

async function price(lookupKey) {
  const product = await stripe.products.create({ name: "Kipu Professional", metadata: { plan: "PROFESSIONAL" } });
  return stripe.prices.create({ product: product.id, currency: "usd", unit_amount: 9900, lookup_key: lookupKey, recurring: { interval: "month" } });
}

async function checkout(options = {}) {
  const { id } = await price();
  return stripe.checkout.sessions.create({
    mode: "subscription",
    line_items: [{ price: id, quantity: 1 }],
    success_url: "http://shop.example/ok?s={CHECKOUT_SESSION_ID}",
    cancel_url: "http://shop.example/no",
    subscription_data: { metadata: { checkoutId: "chk_2" } },
    ...options,
  });
}

function pay(session, cardNumber = "4242424242424242") {
  const body = new URLSearchParams({ email: "ñandú@acme.example", cardNumber, cardExpiry: "12/34", cardCvc: "123", billingName: "Ñandú + Co" });
  return fetch(session.url, { method: "POST", body, redirect: "manual" });
}

test("a checkout is opened, paid and read back with everything expanded", async () => {
  const session = await checkout({ client_reference_id: "chk_2", metadata: { checkoutId: "chk_2" } });
  assert.equal(session.status, "open");

  const answer = await pay(session);

  assert.equal(answer.status, 303);
  assert.equal(answer.headers.get("location"), `http://shop.example/ok?s=${session.id}`);
  const paid = await stripe.checkout.sessions.retrieve(session.id, { expand: ["subscription.latest_invoice.payments", "line_items", "customer"] });
  assert.equal(paid.status, "complete");
  assert.equal(paid.payment_status, "paid");
  assert.equal(paid.subscription.status, "active");
  assert.equal(paid.subscription.metadata.checkoutId, "chk_2");
  assert.equal(paid.subscription.latest_invoice.payments.data[0].status, "paid");
  assert.equal(paid.line_items.data[0].amount_total, 9900);
  assert.equal(paid.customer.name, "Ñandú + Co");
  assert.equal(paid.customer.email, "ñandú@acme.example");

  const invoices = await stripe.invoices.list({ subscription: paid.subscription.id });
  assert.deepEqual(invoices.data.map((invoice) => invoice.status), ["paid"]);
  const links = await stripe.invoicePayments.list({ invoice: invoices.data[0].id });
  const intent = await stripe.paymentIntents.retrieve(links.data[0].payment.payment_intent, { expand: ["latest_charge"] });
  assert.equal(intent.status, "succeeded");
  assert.equal(intent.latest_charge.amount, 9900);
  const lines = await stripe.checkout.sessions.listLineItems(session.id);
  assert.equal(lines.data.length, 1);
});

test("a declined card leaves the session open; an expired one can't be paid", async () => {
  const session = await checkout();
  assert.equal((await pay(session, "4000000000000002")).status, 402);
  assert.equal((await stripe.checkout.sessions.retrieve(session.id)).status, "open");

  assert.equal((await stripe.checkout.sessions.expire(session.id)).status, "expired");

  assert.equal((await pay(session)).status, 410);
  await assert.rejects(stripe.checkout.sessions.expire(session.id), Stripe.errors.StripeInvalidRequestError);
});

test("prices are found by their lookup keys with the product expanded", async () => {
  const lookupKey = `node_${Date.now()}`;
  const created = await price(lookupKey);
  const found = await stripe.prices.list({ lookup_keys: [lookupKey], expand: ["data.product"] });
  assert.equal(found.data[0].id, created.id);
  assert.equal(found.data[0].unit_amount_decimal.toString(), "9900");
  assert.equal(found.data[0].product.metadata.plan, "PROFESSIONAL");
});

test("customers are created, changed, paged through and deleted", async () => {
  const email = `node${Date.now()}@acme.example`;
  for (let i = 0; i < 12; i++) await stripe.customers.create({ email, metadata: { n: String(i), gone: "x" } });

  const seen = [];
  for await (const customer of stripe.customers.list({ email, limit: 5 })) seen.push(customer);
  assert.equal(new Set(seen.map((customer) => customer.id)).size, 12);

  const changed = await stripe.customers.update(seen[0].id, { name: "Acme", metadata: { gone: "" } });
  assert.deepEqual([changed.name, changed.metadata], ["Acme", { n: "11" }]);
  assert.equal((await stripe.customers.del(seen[0].id)).deleted, true);
  assert.equal((await stripe.customers.retrieve(seen[0].id)).deleted, true);
  await assert.rejects(stripe.customers.update(seen[0].id, { name: "x" }), { statusCode: 404, code: "resource_missing" });
});

test("an idempotency key is honoured", async () => {
  const idempotencyKey = `node-${Date.now()}`;
  const first = await stripe.customers.create({ name: "once" }, { idempotencyKey });
  const again = await stripe.customers.create({ name: "once" }, { idempotencyKey });
  assert.equal(again.id, first.id);
  await assert.rejects(stripe.customers.create({ name: "other" }, { idempotencyKey }), Stripe.errors.StripeIdempotencyError);
});

test("mistakes have the classes of the real API", async () => {
  await assert.rejects(stripe.subscriptions.retrieve("sub_none"), { type: "StripeInvalidRequestError", statusCode: 404, param: "id" });
  await assert.rejects(checkout({ mode: undefined }), { type: "StripeInvalidRequestError", code: "parameter_missing", param: "mode" });
  await assert.rejects(checkout({ payment_method_types: ["card"] }), { code: "parameter_unknown" });
  const stranger = new Stripe("sk_live_x", { host: address.hostname, port: address.port, protocol: "http" });
  await assert.rejects(stranger.customers.list(), Stripe.errors.StripeAuthenticationError);
});

test("events arrive signed at an endpoint that was made by the API", async () => {
  const { createServer } = await import("node:http");
  const received = [];
  const server = createServer((request, response) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk)).on("end", () => {
      received.push({ body: Buffer.concat(chunks), signature: request.headers["stripe-signature"] });
      response.end();
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const endpoint = await stripe.webhookEndpoints.create({
    url: `http://127.0.0.1:${server.address().port}/hook`,
    enabled_events: ["checkout.session.completed"],
  });

  const session = await checkout();
  await pay(session);

  const started = Date.now();
  while (received.length === 0 && Date.now() - started < 15_000) await new Promise((resolve) => setTimeout(resolve, 20));
  const { body, signature } = received[0];
  const event = stripe.webhooks.constructEvent(body, signature, endpoint.secret);
  assert.equal(event.data.object.id, session.id);
  assert.throws(() => stripe.webhooks.constructEvent(Buffer.concat([body, Buffer.from(" ")]), signature, endpoint.secret), Stripe.errors.StripeSignatureVerificationError);
  assert.equal((await stripe.events.retrieve(event.id)).type, "checkout.session.completed");
  const listed = await stripe.events.list({ types: ["checkout.session.completed"], limit: 100 });
  assert.ok(listed.data.some((item) => item.id === event.id));
  await stripe.webhookEndpoints.del(endpoint.id);
  server.close();
});

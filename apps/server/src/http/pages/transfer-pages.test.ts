import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";

import { openTestApp } from "../../testing/open-test-app.ts";

it("says what to do without a script, and has its script in a file of its own", async () => {
  await using test = await openTestApp();

  const page = await test.app.inject({ url: "/t", headers: { "accept-language": "nl" } });
  const script = await test.app.inject({ url: "/t.js" });

  expect(page.statusCode).toBe(200);
  expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(page.headers["cache-control"]).toBe("no-store");
  expect(page.payload).toMatch(/<p data-when="help">Deze pagina werkt niet zonder JavaScript/);
  expect(page.payload.match(/<p data-when="[\w-]+" hidden>/g)).toHaveLength(5);
  expect(page.payload).toContain('<script src="/t.js" defer></script>');
  expect(page.payload).not.toMatch(/<script>|style=| on\w+=/);
  expect(script.headers["content-type"]).toBe("text/javascript; charset=utf-8");
});

const SENTENCES = ["help", "ask", "busy", "failed", "stopped", "too-often", "offline"];

/** Runs the page's script as a browser would that gets this answer. @returns what is to be seen then, and where it leads */
async function runScript(answer: () => Promise<unknown>) {
  await using test = await openTestApp();
  const script = (await test.app.inject({ url: "/t.js" })).payload;
  const sentences = SENTENCES.map((when) => ({ dataset: { when }, hidden: when !== "help" }));
  const seen: { sent?: unknown; wentTo?: string } = {};
  const shownNow = () =>
    sentences.filter(({ hidden }) => !hidden).map(({ dataset }) => dataset.when);
  let press = async () => undefined;
  const addEventListener = (_click: string, goOn: typeof press) => {
    press = goOn;
  };
  runInNewContext(script.replace("() => void goOn()", "goOn"), {
    document: { querySelectorAll: () => sentences, querySelector: () => ({ addEventListener }) },
    location: { hash: "#a-code_1", replace: (to: string) => Object.assign(seen, { wentTo: to }) },
    fetch: (url: string, options: { body: string }) => {
      seen.sent = [url, JSON.parse(options.body)];
      return answer();
    },
  });
  expect([seen, shownNow()]).toEqual([{}, ["ask"]]); // a link alone makes nobody somebody else
  await press();
  return { ...seen, shown: shownNow() };
}

it("sends the code of the fragment, and goes to the board", async () => {
  const boardId = "abcdefghij0123456789";

  const ran = await runScript(async () => ({ ok: true, json: async () => ({ boardId }) }));

  expect(ran).toEqual({
    sent: ["/api/transfers", { code: "a-code_1" }],
    wentTo: `/b/${boardId}`,
    shown: ["busy"],
  });
});

it.each([
  [404, "failed"],
  [400, "failed"],
  [403, "stopped"],
  [429, "too-often"],
  [503, "offline"],
])("says in words what an answer of %d means", async (status, sentence) => {
  const ran = await runScript(async () => ({ ok: false, status }));

  expect(ran.shown).toEqual([sentence]);
  expect(ran.wentTo).toBeUndefined();
});

it("says that there is no connection", async () => {
  const ran = await runScript(async () => {
    throw new TypeError("Failed to fetch");
  });

  expect(ran.shown).toEqual(["offline"]);
});

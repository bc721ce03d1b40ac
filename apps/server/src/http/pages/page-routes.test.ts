import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as joinPath } from "node:path";
import type { Me } from "@hefboom/contract";
import { expect, it } from "vitest";

import { openTestApp, type TestApp } from "../../testing/open-test-app.ts";
import { openWorkshop } from "../../testing/workshop.ts";

const ORIGIN = "http://bord.test:3000";
const host = "bord.test:3000";

const post = ({ app }: TestApp, url: string, form: Record<string, string>, cookie?: string) =>
  app.inject({
    method: "POST",
    url,
    headers: {
      host,
      origin: ORIGIN,
      "content-type": "application/x-www-form-urlencoded",
      ...(cookie === undefined ? {} : { cookie }),
    },
    payload: new URLSearchParams(form).toString(),
  });

it("asks for a code in the language of the browser, Dutch for everybody else", async () => {
  await using test = await openTestApp();
  const page = async (language: string) =>
    (await test.app.inject({ url: "/", headers: { "accept-language": language } })).payload;

  expect(await page("nl-NL,nl;q=0.9,en;q=0.8")).toContain('<html lang="nl">');
  expect(await page("fr, en-GB;q=0.9, nl;q=0.8")).toContain('<html lang="en">');
  expect(await page("fr")).toContain("Code van zes tekens");
});

it("leads from a code to its page, whatever was typed around it", async () => {
  await using test = await openTestApp();
  const { board } = await openWorkshop(test);

  const to = await test.app.inject({ url: `/j?code=${board.code.toLowerCase()}+` });
  const page = await test.app.inject({ url: String(to.headers["location"]) });
  const empty = await test.app.inject({ url: "/j?code=" });

  expect([to.statusCode, to.headers["location"]]).toEqual([303, `/j/${board.code.toLowerCase()}`]);
  expect(page.statusCode).toBe(200);
  expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(page.headers["cache-control"]).toBe("no-store");
  expect(page.payload).toContain("Proefworkshop");
  expect(page.payload).not.toMatch(/checked|<script|style=/);
  expect(empty.statusCode).toBe(400);
  expect(empty.payload).toContain("Vul eerst de code in.");
});

it.each([
  ["nl", "shown", "Anderen zien je naam alleen als", "Dit bord laat geen namen zien"],
  ["nl", "hidden", "Dit bord laat geen namen zien", "Anderen zien je naam"],
  ["en", "shown", "Others see your name only if", "This board shows no names"],
  ["en", "hidden", "This board shows no names", "Others see your name"],
] as const)(
  "says in %s what becomes of a name with authors %s",
  async (locale, authors, said, other) => {
    await using test = await openTestApp();
    const { board } = await openWorkshop(test, { locale, authors });

    const page = await test.app.inject({ url: `/j/${board.code}` });
    const again = await post(test, `/j/${board.code}`, { name: "", consent: "named" });

    for (const { payload } of [page, again]) {
      expect(payload).toContain(said);
      expect(payload).not.toContain(other);
    }
  },
);

it("lets somebody in without a script, as the person they said they are", async () => {
  await using test = await openTestApp();
  const { board } = await openWorkshop(test, { locale: "en" });

  const form = { name: "Anna", consent: "named" };
  const answer = await post(test, `/j/${board.code}`, form);

  expect([answer.statusCode, answer.headers["location"]]).toEqual([303, `/b/${board.id}`]);
  const cookie = String(answer.headers["set-cookie"]).split(";")[0] ?? "";
  const url = `/api/boards/${board.id}/me`;
  const me = (await test.app.inject({ url, headers: { cookie } })).json<Me>();
  expect(me).toMatchObject({ role: "participant", consent: "named", name: "Anna" });
  const back = await test.app.inject({ url: `/j/${board.code}`, headers: { cookie } });
  expect(back.payload).toContain("Continue as Anna");
  expect(back.payload).toContain(`href="/b/${board.id}"`);
  const again = await post(test, `/j/${board.code}`, { name: "Bea" }, cookie);
  expect(String(again.headers["set-cookie"])).toContain(cookie);
});

it("takes an empty form as no name and no consent", async () => {
  await using test = await openTestApp();
  const { board } = await openWorkshop(test);

  const answer = await post(test, `/j/${board.code}`, { name: "" });

  const cookie = String(answer.headers["set-cookie"]).split(";")[0] ?? "";
  const url = `/api/boards/${board.id}/me`;
  const me = (await test.app.inject({ url, headers: { cookie } })).json<Me>();
  expect(me).toEqual({ personId: me.personId, role: "participant", consent: "none" });
});

it.each([
  [{ name: "x".repeat(61), consent: "anonymous" }, "Deze naam is te lang", "x".repeat(61)],
  [{ name: "", consent: "named" }, "Vul je naam in", 'value="named" checked'],
  [{ name: '"><b>\u0000', consent: "none" }, "kunnen bewaren", "&quot;&gt;&lt;b&gt;"],
])(
  "shows a form that cannot be taken again, with what was typed: %j",
  async (form, error, kept) => {
    await using test = await openTestApp();
    const { board } = await openWorkshop(test);

    const page = await post(test, `/j/${board.code}`, form);

    expect(page.statusCode).toBe(400);
    expect(page.payload).toContain(error);
    expect(page.payload).toContain(kept);
    expect(page.payload).not.toContain("<b>");
  },
);

it("says in words that a code is not known, with the field to try again", async () => {
  await using test = await openTestApp();

  const page = await test.app.inject({ url: `/j/${encodeURIComponent('<i>"x')}` });

  expect(page.statusCode).toBe(404);
  expect(page.payload).toContain("Deze code kennen we niet");
  expect(page.payload).toContain("&lt;i&gt;&quot;x");
});

it("says in words that codes were guessed too often, and what is not there", async () => {
  await using test = await openTestApp({ LIMIT_JOINS_PER_MINUTE: "1" });
  await test.app.inject({ url: "/j/CCCCCC" });

  const page = await test.app.inject({ url: "/j/CCCCCC" });
  const missing = await test.app.inject({ url: "/nergens", headers: { accept: "text/html" } });
  const api = await test.app.inject({ url: "/api/nergens", headers: { accept: "text/html" } });

  expect(page.statusCode).toBe(429);
  expect(page.payload).toContain("Wacht een minuut");
  expect(missing.statusCode).toBe(404);
  expect(missing.payload).toContain("Deze pagina is er niet");
  expect(api.json()).toMatchObject({ code: "NOT_FOUND" });
});

it("refuses a form of another site", async () => {
  await using test = await openTestApp();
  const { board } = await openWorkshop(test);

  const answer = await test.app.inject({
    method: "POST",
    url: `/j/${board.code}`,
    headers: {
      host,
      origin: "http://evil.example",
      "content-type": "application/x-www-form-urlencoded",
    },
    payload: "name=x",
  });

  expect(answer.statusCode).toBe(403);
  expect(answer.headers["content-type"]).toContain("text/html");
});

it("serves the web app on its pages, and what it is made of for ever", async () => {
  const webRoot = mkdtempSync(joinPath(tmpdir(), "hefboom-web-"));
  mkdirSync(joinPath(webRoot, "assets"));
  writeFileSync(joinPath(webRoot, "index.html"), "<!doctype html><title>app</title>");
  writeFileSync(joinPath(webRoot, "assets", "main-Ab3_dE-9.js"), "let a = 1;");
  writeFileSync(joinPath(webRoot, "assets", "page.css"), ".page {}");
  await using test = await openTestApp({}, { webRoot });
  const { board } = await openWorkshop(test);
  const get = (url: string) => test.app.inject({ url });

  for (const page of ["", "/lead", "/scribe", "/wall", "/poster"]) {
    const answer = await get(`/b/${board.id}${page}`);
    expect(answer.payload).toContain("<title>app</title>");
    expect(answer.headers["cache-control"]).toBe("no-store");
  }
  expect((await get("/o")).payload).toContain("<title>app</title>");
  expect((await get("/check")).payload).toContain("<title>app</title>");
  expect((await get("/assets/main-Ab3_dE-9.js")).headers["cache-control"]).toContain("immutable");
  expect((await get("/assets/page.css")).headers["cache-control"]).toBe("no-cache");
  expect((await get("/assets/nothing.js")).statusCode).toBe(404);
});

it("asks browsers for nothing that plain http cannot give", async () => {
  await using plain = await openTestApp();
  await using secure = await openTestApp({ PUBLIC_URL: "https://bord.example.org" });

  const { headers } = await plain.app.inject({ url: "/" });
  const { headers: secured } = await secure.app.inject({ url: "/" });

  expect(headers["content-security-policy"]).toMatch(/^default-src 'self';/);
  expect(headers["content-security-policy"]).not.toMatch(/upgrade-insecure|unsafe/);
  expect(headers["strict-transport-security"]).toBeUndefined();
  expect(headers["referrer-policy"]).toBe("same-origin");
  expect(secured["strict-transport-security"]).toBe("max-age=31536000");
});

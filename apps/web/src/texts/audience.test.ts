import { expect, it } from "vitest";

const sources = import.meta.glob<string>(
  ["../**/*.{ts,tsx}", "!../**/*.test.{ts,tsx}", "!../testing/**"],
  { query: "?raw", import: "default", eager: true },
);
const [staffJson = ""] = Object.values(
  import.meta.glob<string>("../../../../packages/contract/src/texts/nl/staff.json", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
);
const words = new Set(Object.keys(JSON.parse(staffJson)).map((key) => key.split(".")[0]));
const staffText = new RegExp(`["\`](?:${[...words].join("|")})\\.[\\w.$-]`);

/** Where staff's texts were loaded before what is imported is shown. */
const WITH_STAFF_TEXTS = /withStaffTexts\(\s*import\("[^"]+"\)/g;

/** All that can come onto a page which begins at `path`, now or later. */
function reachedFrom(path: string, reached = new Set<string>()): Set<string> {
  const source = sources[path];
  if (source === undefined || reached.has(path)) return reached;
  reached.add(path);
  const rest = source.replace(WITH_STAFF_TEXTS, "");
  for (const [, to = ""] of rest.matchAll(/(?:from |import\()"(\.[^"]+\.tsx?)"/g)) {
    const { pathname } = new URL(to, `file:///src/texts/${path}`);
    reachedFrom(pathname.replace("/src/", "../"), reached);
  }
  return reached;
}

it("says on the participants' page nothing that only the staff's page has loaded", () => {
  const reached = [...reachedFrom("../app/pages/board-page.tsx")];
  const strangers = reached.filter((path) => staffText.test(sources[path] ?? ""));

  expect(reached.length).toBeGreaterThan(100);
  expect(strangers).toEqual([]);
});

it("would find them", () => {
  const reached = [...reachedFrom("../app/pages/lead-page.tsx")];

  expect(reached.some((path) => staffText.test(sources[path] ?? ""))).toBe(true);
});

// Directions of imports between rooms (why: docs/adr/0001). Biome checks the
// rest: undeclared dependencies and what universal packages may not import.
const only = (name, from, allowed) => ({
  name,
  severity: "error",
  from: { path: from, pathNot: "\\.(test|spec)\\.tsx?$" },
  to: { path: "^(packages|apps|tests)/", pathNot: [from, ...allowed] },
});
const board = "^packages/board/";
const contract = "^packages/contract/";

module.exports = {
  forbidden: [
    only("board-knows-nobody", board, []),
    only("contract-knows-board", contract, [board]),
    only("sync-knows-board-and-contract", "^packages/sync/", [board, contract]),
    only("client-knows-board-and-contract", "^packages/client/", [board, contract]),
    only("essay-knows-board-and-contract", "^packages/essay/", [board, contract]),
    only("export-knows-board-and-contract", "^packages/export/", [board, contract]),
    only("web-knows-no-server", "^apps/web/", [board, contract, "^packages/client/"]),
    only("server-knows-no-web", "^apps/server/", ["^packages/(?!client/)"]),
    {
      name: "packages-never-see-apps-or-tests",
      severity: "error",
      from: { path: "^packages/" },
      to: { path: "^(apps|tests)/" },
    },
    {
      name: "tests-drive-whole-processes",
      severity: "error",
      from: { path: "^tests/" },
      // the client is one half of what runs; the server's half is a process of its own, but for the bench of its gate
      to: {
        path: "^(apps/|packages/(sync|essay|export)/)",
        pathNot: "^packages/sync/src/testing/",
      },
    },
    {
      name: "only-mains-choose-adapters",
      severity: "error",
      from: {
        path: "^apps/server/src/",
        pathNot: [
          "^apps/server/src/(main|[a-z]+-main|adapters/.*|testing/.*)[.]ts$",
          "[.]test[.]ts$",
        ],
      },
      to: { path: "^apps/server/src/adapters/" },
    },
    {
      name: "features-are-no-siblings",
      severity: "error",
      from: { path: "^apps/web/src/features/([^/]+)/" },
      to: { path: "^apps/web/src/features/", pathNot: "^apps/web/src/features/$1/" },
    },
    {
      name: "parts-know-no-feature",
      severity: "error",
      from: { path: "^apps/web/src/parts/" },
      to: { path: "^apps/web/src/features/" },
    },
    {
      name: "nothing-below-knows-app",
      severity: "error",
      from: { path: "^apps/web/src/(?!app/|testing/)" },
      to: { path: "^apps/web/src/app/" },
    },
    {
      name: "ui-knows-nothing-of-boards",
      severity: "error",
      from: { path: "^apps/web/src/ui/" },
      to: { path: "^(packages/|apps/web/src/(app|board|features|canvas|parts)/)" },
    },
    {
      name: "canvas-is-without-react",
      severity: "error",
      from: { path: "^apps/web/src/canvas/" },
      to: { path: "(^apps/web/src/(app|board|features|ui|parts)/)|node_modules/react" },
    },
    {
      name: "no-circles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "all-resolves",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^vite/client$" }, // types alone, which this tool does not look for
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    // peers: servers of others, with a manifest and a lock of their own, installed for the benchmarks alone
    exclude: { path: "(/\\.tsbuild/|/dist/|^tests/bench/peers/)" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".css"],
    },
  },
};

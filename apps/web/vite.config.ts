import { compileMessage } from "@lingui/message-utils/compileMessage";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** Compiles the ICU messages of the catalogues at build time, so that no parser travels to the phone. */
const compiledTexts: Plugin = {
  name: "hefboom:compiled-texts",
  enforce: "pre",
  transform: {
    filter: { id: /contract[\\/]src[\\/]texts[\\/][a-z-]+[\\/][a-z]+\.json$/ },
    handler(code) {
      const messages = Object.entries<string>(JSON.parse(code));
      const compiled = messages.map(([key, message]) => [key, compileMessage(message)]);
      return { code: JSON.stringify(Object.fromEntries(compiled)), map: null };
    },
  },
};

/** What every page needs, that of the check of a hall among them. */
const inEveryPage =
  /web[\\/]src[\\/](ui[\\/](?!qr|theme.fonts)|texts|api|app[\\/]states[\\/](?!join-first)|parts[\\/](card[\\/](?!moderate)|lever|people|screen|session[\\/](?!spotlight[\\/](?!use-is)|transfer|continue)|cluster[\\/](arrange|use-blocks|use-own|use-said)|vote[\\/]vote|lead[\\/]lead-store))|idb-keyval|src[\\/](model[\\/]new-id|messages[\\/]close-code)/;

const api = { target: "http://127.0.0.1:3000", ws: true };

export default defineConfig({
  root: import.meta.dirname,
  plugins: [compiledTexts, react()],
  json: { namedExports: false },
  // Yjs warns in colours, which takes a library of schemas that a phone has no other use for.
  resolve: {
    alias: { "lib0/logging": new URL("src/board/plain-logging.ts", import.meta.url).pathname },
  },
  build: {
    outDir: "dist",
    // What tooling/phone-size.mjs reads.
    manifest: true,
    // The policy "default-src 'self'" allows neither data: addresses nor inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        main: new URL("index.html", import.meta.url).pathname,
        // The server's plain HTML pages link this one by its fixed name.
        page: new URL("src/pages/page.css", import.meta.url).pathname,
      },
      output: {
        // What every page of a board needs travels in one piece: a hall's Wi-Fi pays for each request.
        codeSplitting: {
          groups: [
            {
              name: "vendor",
              priority: 3,
              test: /node_modules[\\/](react|react-dom|scheduler|wouter|zustand|@lingui)/,
            },
            {
              name: "common",
              priority: 2,
              test: inEveryPage,
            },
            // The rest of the participants' page: together smaller than in parts, none of which comes alone.
            {
              name: "board",
              priority: 1,
              test: /app[\\/](board[\\/]board-provider|pages[\\/]board-page)/,
            },
          ],
        },
        assetFileNames: ({ names }) =>
          names.includes("page.css") ? "assets/page.css" : "assets/[name]-[hash][extname]",
      },
    },
  },
  server: { proxy: { "/api": api, "/sync": api, "/j": api, "/t": api, "/t.js": api } },
  test: {
    name: "web",
    environment: "jsdom",
    // One jsdom for all files: 3 s instead of 22. Each test cleans up after itself.
    isolate: false,
    include: ["src/**/*.test.{ts,tsx}"],
    // Tests of contrast and of sizes read these as they are written.
    css: { include: [/tokens\.css/, /canvas-(board|card)\.module\.css/] },
  },
});

import { compileMessage } from "@lingui/message-utils/compileMessage";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** Compiles the ICU messages of the catalogues at build time, so that no parser travels to the phone. */
const compiledTexts: Plugin = {
  name: "hefboom:compiled-texts",
  enforce: "pre",
  transform: {
    filter: { id: /contract[\\/]src[\\/]texts[\\/][a-z-]+\.json$/ },
    handler(code) {
      const messages = Object.entries<string>(JSON.parse(code));
      const compiled = messages.map(([key, message]) => [key, compileMessage(message)]);
      return { code: JSON.stringify(Object.fromEntries(compiled)), map: null };
    },
  },
};

const api = { target: "http://127.0.0.1:3000", ws: true };

export default defineConfig({
  root: import.meta.dirname,
  plugins: [compiledTexts, react()],
  json: { namedExports: false },
  build: {
    outDir: "dist",
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
              test: /node_modules[\\/](react|react-dom|scheduler|wouter|zustand|@lingui)/,
            },
            {
              name: "common",
              test: /web[\\/]src[\\/](ui[\\/](?!qr|theme.fonts)|texts|api|app[\\/]states|parts[\\/](card|lever|people|screen))/,
            },
          ],
        },
        assetFileNames: ({ names }) =>
          names.includes("page.css") ? "assets/page.css" : "assets/[name]-[hash][extname]",
      },
    },
  },
  server: { proxy: { "/api": api, "/sync": api, "/j": api } },
  test: {
    name: "web",
    environment: "jsdom",
    // One jsdom for all files: 3 s instead of 22. Each test cleans up after itself.
    isolate: false,
    include: ["src/**/*.test.{ts,tsx}"],
    // The contrast test reads the tokens as they are written.
    css: { include: [/tokens\.css/] },
  },
});

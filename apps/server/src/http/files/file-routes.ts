import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fastifyStatic } from "@fastify/static";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { FastifyReply } from "fastify";

import { HttpError } from "../errors/http-error.ts";

interface FileOptions {
  /** Folder of the built web app: `index.html` and `assets/`. */
  webRoot: string;
}

/** Addresses that the web app draws itself. */
const APP_PAGES = [
  "/b/:boardId",
  "/b/:boardId/lead",
  "/b/:boardId/scribe",
  "/b/:boardId/wall",
  "/b/:boardId/poster",
  "/check",
  "/o",
];
/** Vite puts a hash of the content into a name, so such a file never changes. */
const HASHED = /-[\w-]{8}\.\w+(\.\w+)?$/;
const YEAR_S = 365 * 24 * 60 * 60;

export const fileRoutes: FastifyPluginAsyncTypebox<FileOptions> = async (app, { webRoot }) => {
  const assets = join(webRoot, "assets");
  const isBuilt = existsSync(join(webRoot, "index.html")) && existsSync(assets);
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: assets,
      prefix: "/assets/",
      index: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        reply.header("cache-control", cacheOf(path));
      },
    });
  }
  const sendApp = (reply: FastifyReply) => {
    if (isBuilt) return reply.sendFile("index.html", webRoot);
    throw new HttpError(503, "NOT_BUILT", "the web app is not built yet: npm run build");
  };
  for (const address of APP_PAGES) {
    app.get(address, { schema: { hide: true } }, (_request, reply) => sendApp(reply));
  }
  const icon = isBuilt
    ? readdirSync(assets).find((name) => /^icon-.*\.svg$/.test(name))
    : undefined;
  app.get("/favicon.ico", { schema: { hide: true } }, (_request, reply) =>
    icon === undefined ? reply.code(204).send() : reply.redirect(`/assets/${icon}`, 302),
  );
};

/** The page itself is always asked for anew: it names the hashed files that belong together. */
function cacheOf(path: string): string {
  if (path.endsWith(".html")) return "no-store";
  return HASHED.test(path) ? `public, max-age=${YEAR_S}, immutable` : "no-cache";
}
